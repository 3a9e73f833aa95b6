/** The words of an answer for one customer: the variant of their channel, with what is known of them filled in. */
import type { Channel } from '../conversation/index.js';

/** What an answer may name: `{brand}`, or `{name|there}`, where the part after the line is for guests without a name. */
const blanks = /\{([a-z]+)(?:\|([^{}]*))?\}/g;

/** What an entry says, and in other words on some channels; Markdown. */
export interface Answer {
  readonly answer: string;
  readonly channels?: Readonly<Partial<Record<Channel, string | undefined>>> | undefined;
}

export interface AnswerValues {
  readonly brand: string;
  /** The customer's name, if it is known. */
  readonly name?: string;
}

const always: ReadonlySet<string> = new Set(['brand']);
const sometimes: ReadonlySet<string> = new Set(['name']);

/** What is wrong with the blanks of an answer, one sentence each. */
export function problemsOfBlanks(answer: string): readonly string[] {
  return [...answer.matchAll(blanks)].flatMap(([blank, name = '', otherwise]) => {
    if (always.has(name)) return [];
    if (!sometimes.has(name)) return [`${blank} is not known; there are {brand} and {name|there}`];
    return otherwise === undefined ? [`${blank} needs words for guests without one, as in {${name}|there}`] : [];
  });
}

/** A name is the customer's own text: it must not become a link or bold type. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()<>#!|~]/g, '').trim();

export function answerFor(given: Answer, { channel, values }: { channel: Channel; values: AnswerValues }): string {
  const known: Readonly<Record<string, string | undefined>> = { brand: values.brand, name: plain(values.name ?? '') };
  const text = given.channels?.[channel] ?? given.answer;
  return text.replace(blanks, (blank, name: string, otherwise: string | undefined) => {
    const value = known[name];
    return value === undefined || value === '' ? (otherwise ?? blank) : value;
  });
}
