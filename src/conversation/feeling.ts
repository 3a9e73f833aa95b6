/** How one message reads, and what is decided from it. */
import { z } from 'zod';

/** Seven levels: -3 very frustrated, -2 frustrated, -1 uneasy, 0 neutral, 1 fine, 2 pleased, 3 delighted. */
export const level = z.union([
  z.literal(-3),
  z.literal(-2),
  z.literal(-1),
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
]);
export type Level = z.infer<typeof level>;

/** Closed list of what a message can plainly do, whatever its words are worth. */
const cue = z.enum([
  'asks-person',
  'repetition',
  'waiting',
  'threat',
  'giving-up',
  'not-understood',
  'profanity',
  'sarcasm',
  'shouting',
  'thanks',
]);
export type Cue = z.infer<typeof cue>;

const evidence = z.object({
  /** The words as the customer wrote them, or a short name for something that is not a word ("capitals"). */
  text: z.string(),
  /** The cue these words gave, when they gave one. */
  cue: cue.optional(),
  /** What it added to frustration, -1..1; negative calms. */
  share: z.number(),
});
export type Evidence = z.infer<typeof evidence>;

export const feeling = z.object({
  /** -1 (bad) .. 1 (good). */
  valence: z.number().min(-1).max(1),
  /** 0 (calm) .. 1 (at the end of their patience). */
  frustration: z.number().min(0).max(1),
  level,
  evidence: z.array(evidence).readonly(),
});
export type Feeling = z.infer<typeof feeling>;

const signal = z.object({
  /** The signal's name in the policy. */
  name: z.string(),
  /** What was measured: a count, or 0..1. */
  value: z.number(),
  points: z.number(),
  /** The words that counted, if words did. */
  words: z.array(z.string()).readonly(),
});
export type Signal = z.infer<typeof signal>;

export const receipt = z.object({
  policy: z.string(),
  /** Which customer message of the episode this was, from 1. */
  turn: z.number().int(),
  points: z.number(),
  /** The bar that was reached, or the next one above. */
  bar: z.number(),
  signals: z.array(signal).readonly(),
});
export type Receipt = z.infer<typeof receipt>;

export type Tone = 'calm' | 'concerned' | 'apologetic';

export interface Decision {
  readonly action: 'stay' | 'offer' | 'hand-off';
  readonly tone: Tone;
  readonly receipt: Receipt;
}

/** What the policy must remember between messages of one episode; written and read by `escalation` alone. */
export const mood = z.object({
  /** Smoothed frustration, 0..1. */
  smooth: z.number().min(0).max(1),
  peak: z.number().min(0).max(1),
  /** Frustration of the last six customer messages, oldest first. */
  trend: z.array(z.number()).readonly(),
  /** Customer messages so far in the episode. */
  turns: z.number().int(),
  /** Turns for which no new offer or hand-off is made. */
  quiet: z.number().int(),
  /** Signals that last beyond their message ("threat", "asks-person"), with the turn they were seen in. */
  lasting: z.record(z.string(), z.number().int()),
});
export type Mood = z.infer<typeof mood>;
export const freshMood: Mood = { smooth: 0, peak: 0, trend: [], turns: 0, quiet: 0, lasting: {} };
