/** The effort strip of an episode: where each stint, mood and mark lies on a line of time. Positions are 0..1. */
import { corrections, levelOf } from '../desk/thread/readings.js';
import type { EpisodeView, Entry, Level, Stint } from './types.js';

export interface Block {
  readonly kind: Stint;
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly width: number;
}

export type MarkKind = 'miss' | 'repeat' | 'transfer' | 'survey';

export interface MarkAt {
  readonly kind: MarkKind;
  readonly at: number;
  readonly left: number;
  readonly seq: number;
  /** What happened, in words. */
  readonly text: string;
}

export interface MoodAt {
  readonly left: number;
  readonly level: Level;
  readonly at: number;
  readonly seq: number;
}

export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
  readonly moods: readonly MoodAt[];
  readonly marks: readonly MarkAt[];
}

const handOffs = new Set<Entry['mark']>([
  'queued',
  'joined',
  'released',
  'passed',
  'expired',
  'handed-back',
  'reopened',
]);

/** What an entry is a mark of, if of anything. */
function markOf(entry: Entry): { kind: MarkKind; text: string } | undefined {
  if (entry.mark !== undefined && handOffs.has(entry.mark)) return { kind: 'transfer', text: entry.text || entry.mark };
  if (entry.form === 'scale') return { kind: 'survey', text: 'Survey asked' };
  if (entry.missed !== undefined) return { kind: 'miss', text: 'Not answered' };
  const cues = entry.feeling?.evidence.map(({ cue }) => cue) ?? [];
  if (cues.includes('not-understood')) return { kind: 'miss', text: 'Not understood' };
  if (cues.includes('repetition')) return { kind: 'repeat', text: 'Said again' };
  return undefined;
}

/** Undefined when the episode has no length yet. */
export function strip({ spans, entries }: Pick<EpisodeView, 'spans' | 'entries'>): Strip | undefined {
  const from = spans[0]?.from ?? 0;
  const to = spans.at(-1)?.to ?? 0;
  if (to <= from) return undefined;
  const place = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const since = entries.filter(({ at }) => at >= from);
  const inside = since.filter(({ at }) => at <= to);
  const corrected = corrections(entries);
  return {
    from,
    to,
    blocks: spans
      .filter((span) => span.to > span.from)
      .map((span) => ({ ...span, left: place(span.from), width: place(span.to) - place(span.from) })),
    moods: inside.flatMap((entry) => {
      const { at, seq } = entry;
      const level = levelOf(entry, corrected.get(seq));
      return level === undefined ? [] : [{ left: place(at), level, at, seq }];
    }),
    marks: since.flatMap((entry) => {
      const mark = markOf(entry);
      return mark && (entry.at <= to || mark.kind === 'survey')
        ? [{ ...mark, at: entry.at, seq: entry.seq, left: place(entry.at) }]
        : [];
    }),
  };
}

/** Milliseconds of each kind, in the order of first appearance; they add up to the strip's length. */
export function totals(blocks: readonly Block[]): readonly { readonly kind: Stint; readonly span: number }[] {
  const sums = new Map<Stint, number>();
  for (const { kind, from, to } of blocks) sums.set(kind, (sums.get(kind) ?? 0) + to - from);
  return [...sums].map(([kind, span]) => ({ kind, span }));
}
