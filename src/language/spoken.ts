/** Which language a message is written in, and which one a conversation is in: one short foreign word does not switch it. */
import { eld } from 'eld/extrasmall';
import { mostThought } from '../base/index.js';
import { askedFor, greeted } from './spoken-words.js';

/** ISO 639-1, of the languages that are told apart by their words. `src/build.js` bundles what is known of these alone. */
export const toldApart = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'tr'] as const;

/** Those that are told by their letters; the first that fits. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['uk', /[ґєії]/iu],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];
const exotic = /[\u0370-\u1cff\u3040-\ud7af]/;

function byScript(text: string): string | undefined {
  if (!exotic.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 > letters ? undefined : scripts.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Numbers, addresses and references belong to no language. */
const codes = /\S{0,200}[\d@/\\]\S{0,200}/g;
const longest = 320;
const plainOf = (text: string): string => text.slice(0, mostThought).replace(codes, ' ').slice(0, longest).trim();

/** Ahead by this much of 1, several words are surely not of the language that the conversation is in. */
const surely = 0.15;

/** Only where it is used: the thread that learns does without. */
let narrowed = false;
function detect(text: string): ReturnType<typeof eld.detect> {
  if (!narrowed) eld.setLanguageSubset([...toldApart]);
  narrowed = true;
  return eld.detect(text);
}

/** The language that its words and letters speak for, and by how much more than for `kept`, 0..1. */
function likeliest(text: string, kept: string): { readonly language: string; readonly ahead: number } | undefined {
  const found = detect(text);
  if (found.language === '') return undefined;
  const scores = found.getScores();
  return { language: found.language, ahead: (scores[found.language] ?? 0) - (scores[kept] ?? 0) };
}

export interface Spoken {
  /** ISO 639-1. */
  readonly language: string;
  /** The message asks for this language, and for nothing else. */
  readonly asked?: true;
}

/**
 * The language that the conversation goes on in. `kept`: the one it is in, or is expected to be in; `begun`: the customer
 * wrote in it before. Another one needs several words that are clearly not of the kept one, or to be asked for; a
 * conversation that has not begun goes by one greeting, too.
 */
export function spokenIn(text: string, { kept, begun }: { readonly kept: string; readonly begun: boolean }): Spoken {
  const plain = plainOf(text);
  const asked = askedFor(plain);
  if (asked !== undefined) return { language: asked, asked: true };
  const script = byScript(plain);
  if (script !== undefined) return { language: script };
  const words = plain.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => word !== '');
  const greeting = begun ? undefined : greeted(words);
  if (greeting !== undefined) return { language: greeting };
  const found = words.length < 2 ? undefined : likeliest(plain, kept);
  return { language: found !== undefined && found.ahead > surely ? found.language : kept };
}
