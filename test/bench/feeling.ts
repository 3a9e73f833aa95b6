/**
 * Feeling against what else there is: quality on our own 120 conversations (last messages) or on FEELING_TSV
 * (`label<TAB>text`), and microseconds a message. Rivals that are not installed are named as left out.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { auroc, checkModel, createReader, isFrustrated, readRows } from '../../src/sentiment/index.js';
import { calm } from '../escalation/calm.js';
import { upset } from '../escalation/upset.js';
import type { Figure } from './figure.js';

interface Message {
  readonly text: string;
  readonly truth: 0 | 1;
}
/** Higher is more frustrated. */
type Score = (text: string) => number;

const load = createRequire(import.meta.url);

function messages(): readonly Message[] {
  const path = process.env['FEELING_TSV'];
  if (path !== undefined) {
    const rows = readRows(readTextFile(path));
    if (rows.kind === 'broken') throw new Error(rows.problems.join('\n'));
    return rows.value.map((row) => ({ text: row.text, truth: isFrustrated(row) ? 1 : 0 }));
  }
  const last = (talk: string): string => talk.split(' | ').at(-1)?.slice(3) ?? '';
  return [
    ...calm.map(([, talk]): Message => ({ text: last(talk), truth: 0 })),
    ...upset.map(([, talk]): Message => ({ text: last(talk), truth: 1 })),
  ];
}

/** Each rival as its own readme uses it. */
const rivals: Readonly<Record<string, () => Score>> = {
  sentiment: () => {
    const Sentiment = load('sentiment') as new () => { analyze(text: string): { comparative: number } };
    const lexicon = new Sentiment();
    return (text) => -lexicon.analyze(text).comparative;
  },
  natural: () => {
    const { SentimentAnalyzer } = load('natural/lib/natural/sentiment') as {
      SentimentAnalyzer: new (
        language: string,
        stemmer: null,
        kind: string,
      ) => { getSentiment(words: string[]): number };
    };
    const analyzer = new SentimentAnalyzer('English', null, 'afinn');
    return (text) => -analyzer.getSentiment(text.toLowerCase().match(/[a-z']+/g) ?? ['']);
  },
  'vader-sentiment': () => {
    const { SentimentIntensityAnalyzer } = load('vader-sentiment') as {
      SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
    };
    return (text) => -SentimentIntensityAnalyzer.polarity_scores(text).compound;
  },
  'wink-sentiment': () => {
    const wink = load('wink-sentiment') as (text: string) => { normalizedScore: number };
    return (text) => -wink(text).normalizedScore;
  },
};

/** The middle of all messages' times, after one warm round, in microseconds. */
function medianTime(items: readonly Message[], score: Score): number {
  for (let round = 0; round < 20; round += 1) for (const { text } of items) score(text);
  const times = items.map(({ text }) => {
    const from = process.hrtime.bigint();
    score(text);
    return Number(process.hrtime.bigint() - from) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function rivalScore(name: string): Score | undefined {
  try {
    return rivals[name]?.();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw fault;
    process.stderr.write(`feeling: ${name} is not installed and was left out\n`);
    return undefined;
  }
}

const quality = (items: readonly Message[], score: Score): number =>
  auroc(items.map(({ text, truth }) => ({ score: score(text), truth }))) ?? 0;

export function feeling(): Promise<readonly Figure[]> {
  const items = messages();
  const from = performance.now();
  const bytes = readFileSync(inPackage('src', 'sentiment', 'weights.bin'));
  const model = checkModel(bytes);
  if (model.kind === 'broken') throw new Error(model.problems.join('\n'));
  const reader = createReader({ model: model.value });
  const ready = performance.now() - from;
  const ours: Score = (text) => reader.read(text).frustration;
  const [area, time] = [quality(items, ours), medianTime(items, ours)];
  const against = Object.keys(rivals).flatMap((name): readonly Figure[] => {
    const score = rivalScore(name);
    if (!score) return [];
    const [theirArea, theirTime] = [quality(items, score), medianTime(items, score)];
    return [
      { name: 'feeling auroc', value: theirArea, unit: '0..1', against: name, ratio: area / theirArea },
      { name: 'feeling time', value: theirTime, unit: 'us', against: name, ratio: time / theirTime },
    ];
  });
  return Promise.resolve([
    { name: 'feeling auroc', value: area, unit: '0..1' },
    { name: 'feeling time', value: time, unit: 'us' },
    { name: 'feeling weights', value: bytes.length, unit: 'bytes' },
    { name: 'feeling load', value: ready, unit: 'ms' },
    ...against,
  ]);
}
