/** Ranks the entries of a knowledge base for a text, and says how sure it is. */
import type { FaqEntry } from './entry.js';
import { type Classifier, trainSoftmax } from './softmax.js';
import { createSpace, type Space } from './space.js';

export interface Ranked {
  readonly entry: FaqEntry;
  /** 0..1; all entries together make 1. */
  readonly score: number;
}

export interface Match {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** That the first one is right, 0..1. */
  readonly confidence: number;
}

interface Example {
  readonly text: string;
  readonly label: number;
}

export const examplesOf = (entries: readonly FaqEntry[]): readonly Example[] =>
  entries.flatMap((entry, label) => [...entry.ask, entry.title].map((text) => ({ text, label })));

function rank(entries: readonly FaqEntry[], scores: Float64Array): readonly Ranked[] {
  const ranked = entries.map((entry, label) => ({ entry, score: scores[label] ?? 0 }));
  return ranked.sort((one, other) => other.score - one.score);
}

function sure(space: Space, classify: Classifier, text: string): { scores: Float64Array; confidence: number } {
  const reading = space.read(text);
  const scores = classify(reading.vector);
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  return { scores, confidence: best * reading.known };
}

/** Learns a knowledge base; the result is pure and always answers the same. */
export function createMatcher(entries: readonly FaqEntry[]): (text: string) => Match {
  const examples = examplesOf(entries);
  const space = createSpace(examples.map((example) => example.text));
  const samples = examples.map(({ text, label }) => ({ vector: space.read(text).vector, label }));
  const classify = trainSoftmax(samples, { classes: entries.length, features: space.size });
  return (text) => {
    const { scores, confidence } = sure(space, classify, text);
    return { ranked: rank(entries, scores), confidence };
  };
}
