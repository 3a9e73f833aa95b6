/**
 * What use teaches: a picked "did you mean", "That answers it" and what an agent answered say which entry was asked for,
 * "Not what I need" says which was not. Such questions become further ways of asking, within bounds: never against the
 * words of whoever keeps the base, never by one person alone, and without any word that only one person has used.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lexisOf, wordsOf } from '../language/index.js';
import type { FaqEntry } from './entry.js';
import { talkOf } from './talk.js';

/** What one person taught with one question. */
export interface Lesson {
  readonly text: string;
  /** The entry. */
  readonly id: string;
  /** Whose question it was. */
  readonly person: string;
  /** That the entry answers it, or that it does not. */
  readonly fits: boolean;
}

/** Ways that an entry may learn at most: as many as its keeper gave it, and no more than that many in a base. */
const mostWays = 500;
const longestWay = 25;
const longestText = 300;
/** A question of whose words fewer can be kept does not say any more what was asked. */
const leastKept = 0.6;
/** So many people at least must have taught an entry before it learns anything. */
const leastPeople = 2;

const way = z.strictObject({
  /** By what it is called where it is accepted or rejected. */
  code: z.string().regex(/^[\da-f]{8}$/),
  id: z.string().min(1).max(200),
  /** In plain words. */
  ask: z.string().min(1).max(longestText),
  /** How many taught it. */
  people: z.int().min(1),
});
/** A way of asking that was learnt. */
export type Way = Readonly<z.infer<typeof way>>;
const kept = z.array(way).max(mostWays);

/** Reads what `JSON.stringify` made of ways; nothing of what is not that, or of another release. */
export function readWays(json: string): readonly Way[] {
  try {
    return kept.parse(JSON.parse(json));
  } catch {
    return [];
  }
}

const codeOf = (id: string, ask: string): string =>
  createHash('sha256')
    .update(JSON.stringify([id, ask]))
    .digest('hex')
    .slice(0, 8);

const plain = (text: string): string => wordsOf(text).join(' ');
const tongues = ['en', 'de'].map(lexisOf);
const isBare = (word: string): boolean => word === '0' || tongues.some(({ common }) => common.has(word));
/** A word of the language, which leads to nobody. */
const isOrdinary = (word: string): boolean => isBare(word) || tongues.some(({ ideaWords }) => ideaWords.has(word));

interface Taught {
  readonly id: string;
  readonly words: readonly string[];
  readonly fits: Set<string>;
  readonly fails: Set<string>;
}

/** Everything that was said of one question and one entry. */
function gather(lessons: readonly Lesson[]): readonly Taught[] {
  const found = new Map<string, Taught>();
  for (const { text, id, person, fits } of lessons) {
    const words = wordsOf(text.slice(0, longestText));
    if (words.length === 0 || words.length > longestWay || talkOf(text) !== undefined) continue;
    const key = JSON.stringify([id, words]);
    const taught = found.get(key) ?? { id, words, fits: new Set(), fails: new Set() };
    (fits ? taught.fits : taught.fails).add(person);
    found.set(key, taught);
  }
  return [...found.values()];
}

/** The words that lead to nobody: those of the base, those of the language, and those that two people used. */
function createShared(entries: readonly FaqEntry[], lessons: readonly Lesson[]): (word: string) => boolean {
  const owned = new Set(entries.flatMap(({ ask, title }) => [...ask, title].flatMap(wordsOf)));
  const users = new Map<string, Set<string>>();
  for (const { text, person } of lessons) {
    for (const word of wordsOf(text)) users.set(word, (users.get(word) ?? new Set()).add(person));
  }
  return (word) => owned.has(word) || isOrdinary(word) || (users.get(word)?.size ?? 0) >= leastPeople;
}

/** Taught for two entries, a question is learnt for the one that more people meant, or for none. */
function undisputed(taught: readonly Taught[]): readonly Taught[] {
  const best = new Map<string, number>();
  const times = new Map<string, number>();
  const keyOf = ({ words, fits, fails }: Taught) => ({ key: words.join(' '), votes: fits.size - fails.size });
  for (const one of taught) {
    const { key, votes } = keyOf(one);
    const before = best.get(key) ?? 0;
    if (votes === before) times.set(key, (times.get(key) ?? 0) + 1);
    else if (votes > before) times.set(key, 1);
    best.set(key, Math.max(votes, before));
  }
  return taught.filter((one) => {
    const { key, votes } = keyOf(one);
    return votes > 0 && votes === best.get(key) && times.get(key) === 1;
  });
}

function wayOf({ id, words, fits }: Taught, shared: (word: string) => boolean): readonly Way[] {
  const left = words.filter(shared);
  if (left.length < leastKept * words.length || left.every(isBare)) return [];
  const ask = left.join(' ');
  return [{ code: codeOf(id, ask), id, ask, people: fits.size }];
}

/** The first way of each person for an entry, up to as many as its keeper gave it. */
function bounded(taught: readonly Taught[], { ask }: FaqEntry): readonly Taught[] {
  const heard = new Set<string>();
  const fresh = taught.filter(({ fits }) => {
    const others = [...fits].filter((person) => !heard.has(person));
    for (const person of fits) heard.add(person);
    return others.length > 0;
  });
  return heard.size >= leastPeople ? fresh.slice(0, ask.length) : [];
}

/**
 * The ways of asking that a base learns, the most taught of each entry first. `lessons`: the newest first; `refused`: the
 * codes of ways that somebody rejected.
 */
export function waysOf(
  entries: readonly FaqEntry[],
  lessons: readonly Lesson[],
  refused: ReadonlySet<string> = new Set(),
): readonly Way[] {
  const owned = new Set(entries.flatMap(({ ask, title }) => [...ask, title].map(plain)));
  const shared = createShared(entries, lessons);
  const taught = undisputed(gather(lessons)).toSorted((one, other) => other.fits.size - one.fits.size);
  const found = entries.flatMap((entry) =>
    bounded(
      taught.filter(({ id }) => id === entry.id),
      entry,
    ).flatMap((one) => wayOf(one, shared)),
  );
  const fresh = new Map(
    found.filter(({ ask, code }) => !owned.has(ask) && !refused.has(code)).map((one) => [one.ask, one]),
  );
  return [...fresh.values()].slice(0, mostWays);
}

/** The entries with what they learnt beside the words of their keeper. */
export function withWays(entries: readonly FaqEntry[], ways: readonly Way[]): readonly FaqEntry[] {
  if (ways.length === 0) return entries;
  return entries.map((entry) => {
    const learnt = ways.filter(({ id }) => id === entry.id).map(({ ask }) => ask);
    return learnt.length === 0 ? entry : { ...entry, learnt };
  });
}
