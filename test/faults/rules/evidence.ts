/** What a rule looks at, and small ways to look. */
import { type DeedOf, type Happened, only } from '../history.js';
import type { Logged, Talk, World } from '../world.js';

export interface Evidence {
  readonly history: readonly Happened[];
  readonly world: World;
  /** Tickets one agent may hold at once. */
  readonly capacity: number;
  /** What customers who listen had not been shown when all was at rest. */
  readonly unseen: readonly string[];
  /** What the agents' pages showed wrongly then. */
  readonly stale: readonly string[];
  /** Within which an acknowledged message is answered, whatever the load, milliseconds. */
  readonly soonMs: number;
  /** What did not come to rest in time. */
  readonly restless: readonly string[];
}

/** Looks for breaches of one promise; one sentence for each. */
export type Rule = (evidence: Evidence) => readonly string[];

/** What came by itself may have been on its way for so long, milliseconds. */
const underWay = 2000;

/**
 * Whether no disk has forgotten what was acknowledged then. It was stored at some time between the asking and the
 * answer, and the answer may be read after the loss.
 */
export function kept(
  history: readonly Happened[],
): (deed: { readonly at: number; readonly asked?: number }) => boolean {
  const losses = only(history, 'loss');
  return ({ at, asked = at - underWay }) => losses.every((loss) => at < loss.since || asked > loss.at);
}

export const customerLines = (talk: Talk) => talk.lines.filter(({ role }) => role === 'c');

/** One agent's hold on one ticket. */
export interface Span {
  readonly agent: string;
  readonly epoch: number;
  readonly from: number;
  /** Infinity while it is held. */
  readonly to: number;
}

/** What is logged beside a transition, and changes no hands. */
const remarks = ['ces', 'helped', 'why'];
export const changesHands = ({ what }: Logged): boolean => !remarks.includes(what);

/** Transitions that give the ticket to the agent they name. */
export const givesTo = ({ what }: Logged): boolean => ['claim', 'take-over', 'pass', 'undo', 'reopen'].includes(what);

/** Whatever ends a hold or takes it over is a transition that raises the epoch. */
export function spansOf(log: readonly Logged[]): readonly Span[] {
  const hands = log.filter(changesHands);
  return hands.flatMap((one, i) =>
    givesTo(one) ? [{ agent: one.who, epoch: one.epoch, from: one.at, to: hands[i + 1]?.at ?? Infinity }] : [],
  );
}

export const wroteBy = (history: readonly Happened[]): ReadonlyMap<string, DeedOf<'wrote'>> =>
  new Map(only(history, 'wrote').map((one) => [one.mark, one]));

/** The mark an agent's text carries: `[mark]`. */
export const markOf = (text: string): string => /\[([^[\]]+)\]/.exec(text)?.[1] ?? '';
