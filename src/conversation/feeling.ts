/** How one message reads, and what is decided from it. */
import { z } from 'zod';
import { cueSignalNames, type CueSignal } from './names.js';

/** Seven levels: -3 very frustrated, -2 frustrated, -1 uneasy, 0 neutral, 1 fine, 2 pleased, 3 delighted. */
export const levels = [-3, -2, -1, 0, 1, 2, 3] as const;
export type Level = (typeof levels)[number];

/** Closed list of what a message can plainly do, whatever its words are worth. */
export type Cue = CueSignal | 'thanks';
export const cues: readonly Cue[] = [...cueSignalNames, 'thanks'];

/** Words of a message, letter for letter from `at` on; without a place, a name for what was inferred from it. */
export interface Quote {
  readonly text: string;
  readonly at?: number;
}

export interface Evidence extends Quote {
  /** The cue this gave, when it gave one. */
  readonly cue?: Cue;
  /**
   * Its share in all that raises frustration, 0..1, or in all that calms it, -1..0. What is not told is the rest. Kept in
   * thousandths, as the other figures.
   */
  readonly share: number;
}

export interface Feeling {
  /** -1 (bad) .. 1 (good). */
  readonly valence: number;
  /** 0 (calm) .. 1 (at the end of their patience). */
  readonly frustration: number;
  readonly level: Level;
  readonly evidence: readonly Evidence[];
}

const quote = z.union([
  z.object({ text: z.string(), at: z.number().int().min(0).exactOptional() }),
  // receipts of older releases do not tell the place
  z.string().transform((text): Quote => ({ text })),
]);

const signal = z.object({
  /** The signal's name in the policy. */
  name: z.string(),
  /** What was measured: a count, or 0..1. */
  value: z.number(),
  points: z.number(),
  /** What counted, if it was something in the message. */
  words: z.array(quote).readonly(),
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
export interface Mood {
  /** Smoothed frustration, 0..1. */
  readonly smooth: number;
  readonly peak: number;
  /** Frustration of the last six customer messages, oldest first. */
  readonly trend: readonly number[];
  /** Customer messages so far in the episode. */
  readonly turns: number;
  /** Turns for which no new offer or hand-off is made. */
  readonly quiet: number;
  /** Signals that last beyond their message ("threat", "asks-person"), with the turn they were seen in. */
  readonly lasting: Readonly<Record<string, number>>;
}
export const freshMood: Mood = { smooth: 0, peak: 0, trend: [], turns: 0, quiet: 0, lasting: {} };
