/** The desk's words for what the server names. A name we do not know yet is shown as it is, with spaces. */
import { guestName } from '../../conversation/names.js';
import type { Cue } from '../../conversation/index.js';
import { reasons, type SignalName, signalWords } from '../../conversation/names.js';
import { type Level, moodLook } from '../kit/moods.js';
import { clockText, dayText } from '../kit/time.js';
import type { Correction, Entry, Line, Mark, QueueInfo, Reason, Stint, TicketRow } from './types.js';

export const reasonWord = (reason: Reason): string => reasons[reason].name;
/** Why a person is wanted. Who was frustrated then may be calmer by now: both are said. */
export const whyText = ({ reason, level }: Pick<TicketRow, 'reason' | 'level'>): string =>
  reason === 'frustrated' && level > -2 ? `${reasonWord(reason)}, now ${moodLook(level).word}` : reasonWord(reason);
/** How it felt at worst, where that is not how it feels now. */
export const worstText = (levels: readonly Level[]): string | undefined => {
  const worst = levels.toSorted((a, b) => a - b)[0];
  return worst === undefined || worst === levels.at(-1) ? undefined : `${moodLook(worst).word} at worst`;
};
/** Danger and fraud: before everybody else, with a mark. */
export const comesFirst = (reason: Reason): boolean => reasons[reason].first === true;

const stints: Readonly<Record<Stint, string>> = {
  bot: 'Assistant',
  queue: 'In line',
  agent: 'For an agent',
  customer: 'Customer',
};
/** Whose time runs, short enough for a label. */
export const stintWord = (stint: Stint): string => stints[stint];

const stintMeanings: Readonly<Record<Stint, string>> = {
  bot: 'Waited for the assistant',
  queue: 'Waited in line',
  agent: 'Waited for the agent',
  customer: 'Had the word',
};
export const stintMeaning = (stint: Stint): string => stintMeanings[stint];

const marks: Readonly<Record<Mark, string>> = {
  queued: 'Joined the line',
  joined: 'A person joined',
  released: 'Back in the line',
  passed: 'Passed on',
  expired: 'The agent went silent: back in the line',
  'handed-back': 'Handed back to the assistant',
  'left-line': 'Left the line',
  closed: 'Closed',
  reopened: 'Reopened',
  resumed: 'The assistant goes on',
  undelivered: 'Not delivered',
  edited: 'A message was changed',
  deleted: 'A message was deleted',
  restored: 'A deleted message was brought back',
  reacted: 'Reacted',
  gone: 'The customer removed the assistant and cannot be reached here',
};

/** A system message's line: its own text when it has one; where several write, of whom it tells. */
export function systemText({ text, mark, speaker }: Pick<Entry, 'text' | 'mark' | 'speaker'>): string {
  const words = text.trim() || (mark ? marks[mark] : '');
  return speaker === undefined ? words : `${speaker.name ?? guestName(speaker.id)}: ${words}`;
}

const changed: Readonly<Record<NonNullable<Entry['change']>, string>> = {
  edited: 'Changed by its writer',
  deleted: 'Deleted by its writer',
  restored: 'Deleted by its writer, and brought back',
};
export const changeText = (change: NonNullable<Entry['change']>): string => changed[change];

const otherCues: Readonly<Record<Exclude<Cue, SignalName>, string>> = { thanks: 'said thanks' };

/** A signal or cue of the policy, in words. */
export const signalText = (name: string): string =>
  signalWords(name)?.line ??
  (name in otherCues ? otherCues[name as keyof typeof otherCues] : name.replaceAll('-', ' '));

/** 0.7 → "70 %", 3 → "3": shares as per cent, counts as they are. */
export const signalValue = (value: number): string =>
  value > 0 && value < 1 ? `${Math.round(value * 100)} %` : String(Math.round(value * 100) / 100);

const opensText = ({ opens }: QueueInfo): string => (opens === undefined ? '' : `opens ${opens}`);

/** "The desk is closed and opens Monday at 09:00 GMT." Of several queues, those that are closed. Empty while all are open. */
export function closedText(queues: readonly QueueInfo[]): string {
  const closed = queues.filter(({ open }) => !open);
  const [first] = closed;
  if (!first) return '';
  const alike = closed.every((one) => opensText(one) === opensText(first));
  if (alike && closed.length === queues.length) {
    return `The desk is closed${opensText(first) && ` and ${opensText(first)}`}. Customers are told so; messages wait here.`;
  }
  return `Closed now: ${closed.map((one) => [one.title, opensText(one)].filter(Boolean).join(', ')).join('; ')}.`;
}

/** "The store was emptied today at 14:02; conversations before that are gone." */
export function emptiedText({ at, whole }: NonNullable<Line['emptied']>, now: number, zone?: string): string {
  const when = `${dayText(at, now, zone)} at ${clockText(at, zone)}`;
  if (whole) return `The store was emptied ${when}; conversations before that are gone.`;
  return `A part of the store was emptied ${when}; some conversations before that are gone.`;
}

/** A choice is in our words: nothing that the customer says to anybody. `late`: it was not on offer any more. */
export const chosen = (title: string, late = false): string =>
  late ? `Chose “${title}” too late: nothing was done with it` : `Chose “${title}”`;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const quoteLength = 60;

/** The note that a correction leaves in the transcript. */
export function correctionText(message: string, reads: Correction['reads']): string {
  const short = message.length > quoteLength ? `${message.slice(0, quoteLength)}…` : message;
  return `“${short}” reads as ${reads}. The reading was corrected.`;
}
