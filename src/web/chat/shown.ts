/** What follows from the thread: which choices are live, who is writing, where a time is written between lines. */
import type { ChatState, Choice, Line, Unsent } from './store.js';

/** Dots that last longer than this promise something nobody is doing. */
export const typingLasts = 10_000;
const pause = 20 * 60_000;

export const isTyping = (state: ChatState, now: number): boolean =>
  state.typing !== undefined && now - state.typing < typingLasts;

/** What a survey asked is answered after the end, and opens nothing new. */
function onlySurvey(lines: readonly Line[]): boolean {
  return lines.every(({ speaker }, index) => speaker !== 'customer' || lines[index - 1]?.form !== undefined);
}

/** It was closed, nothing was begun since, and nothing is asked any more. */
export function isClosed(state: ChatState): boolean {
  const end = state.lines.findLastIndex(({ mark }) => mark === 'closed' || mark === 'reopened');
  const ended =
    state.lines[end]?.mark === 'closed' && onlySurvey(state.lines.slice(end)) && state.status.state === 'assistant';
  const asks = liveChoices(state) !== undefined || state.outbox.length > 0;
  return ended && !asks;
}

/** Words begun at that transcript number are older than the survey that is asked now: they are no answer to it. */
export function isEarly({ lines }: ChatState, begun: number): boolean {
  const asked = lines.findLast(({ form }) => form === 'scale');
  const last = lines.findLast(({ speaker, mark }) => ['assistant', 'agent'].includes(speaker) || mark === 'reopened');
  return asked !== undefined && last?.form !== undefined && begun < asked.seq;
}

/** The newest spoken line, when nothing was written after it. What was asked before a case went on is asked no more. */
export function newest({ lines, outbox }: ChatState): Line | undefined {
  if (outbox.length > 0) return undefined;
  const spoken = lines.findLast(({ speaker, mark }) => speaker !== 'system' || mark === 'reopened');
  if (spoken?.mark === 'reopened') return undefined;
  return spoken?.speaker === 'customer' ? undefined : spoken;
}

/** What the waiting card offers already. */
const onCard: readonly string[] = ['leave-message', 'leave-line'];

/** Only the newest line's choices are live; what the waiting card shows is not shown twice. */
export function liveChoices(
  state: ChatState,
): { readonly line: Line; readonly choices: readonly Choice[] } | undefined {
  const line = newest(state);
  if (line?.choices === undefined) return undefined;
  const waiting = state.status.state === 'waiting';
  const choices = line.choices.filter(({ value }) => !(waiting && onCard.includes(value)));
  return choices.length === 0 ? undefined : { line, choices };
}

export interface Scale {
  readonly question: string;
  readonly low: string;
  readonly high: string;
}

/** The question of a scale, and the words at its ends from a last line like "1 = Hard, 7 = Easy". */
export function readScale(text: string): Scale {
  const lines = text.trim().split('\n');
  const last = lines.at(-1) ?? '';
  const first = /^\D*\d+\s*=/.exec(last)?.[0] ?? last;
  const ends = last.slice(first.length);
  const between = /[,;·]\s*\d+\s*=/.exec(ends);
  const low = ends.slice(0, between?.index).trim();
  const high = between === null ? '' : ends.slice(between.index + between[0].length).trim();
  if (low === '' || high === '') return { question: text, low: '', high: '' };
  return { question: lines.slice(0, -1).join('\n').trim(), low, high: high.endsWith('.') ? high.slice(0, -1) : high };
}

export type Item =
  | { readonly kind: 'time'; readonly key: string; readonly at: number }
  | { readonly kind: 'system'; readonly key: string; readonly line: Line }
  /** `first`: somebody else spoke before, so the name is shown. */
  | { readonly kind: 'line'; readonly key: string; readonly line: Line; readonly first: boolean }
  | { readonly kind: 'unsent'; readonly key: string; readonly unsent: Unsent };

const sameVoice = (a: Line | undefined, b: Line) => a?.speaker === b.speaker && a.name === b.name;

/** The transcript from top to bottom, with the time wherever there was a long pause. */
export function items({ lines, outbox }: ChatState): readonly Item[] {
  const shown: Item[] = [];
  let before: Line | undefined;
  const last = lines.at(-1)?.at ?? 0;
  for (const line of lines) {
    const paused = before === undefined ? last - line.at > pause : line.at - before.at > pause;
    if (paused) shown.push({ kind: 'time', key: `time-${line.seq}`, at: line.at });
    if (line.speaker === 'system') shown.push({ kind: 'system', key: line.key, line });
    else shown.push({ kind: 'line', key: line.key, line, first: paused || !sameVoice(before, line) });
    before = line;
  }
  return [...shown, ...outbox.map((unsent): Item => ({ kind: 'unsent', key: unsent.key, unsent }))];
}

/** Lines of others after `seen`, a transcript number: what a closed panel counts. */
export const unread = ({ lines }: ChatState, seen: number): number =>
  lines.filter((line) => line.seq > seen && (line.speaker === 'agent' || line.speaker === 'assistant')).length;
