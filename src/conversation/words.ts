/** The fixed sentences, by name. The texts are in dialogs/wording.yaml and, for each further language, wording.<it>.yaml. */
import { z } from 'zod';
import { type Checked, checkYaml, type TextFile } from '../base/index.js';
import type { Tone } from './feeling.js';

const text = z.string().trim().min(1);
const byTone = z.strictObject({ calm: text, concerned: text, apologetic: text });
const sentence = z.union([text, byTone]);

const names = [
  'welcome',
  'empty',
  'files',
  'too-long',
  'greeting',
  'thanks',
  'bye',
  'help',
  'identity',
  'here',
  'test',
  'praise',
  'no-harm',
  'noted',
  'worked',
  'finished',
  'unknown',
  'unknown-more',
  'unknown-again',
  'clarify',
  'clarify-one',
  'unsure',
  'unsure-one',
  'none-of-these',
  'not-that',
  'solved-yes',
  'solved-no',
  'solved',
  'not-solved',
  'offer',
  'meets-anger',
  'offer-too',
  'declined',
  'person',
  'not-now',
  'stale',
  'stale-asked',
  'stale-waiting',
  'stale-agent',
  'hand-off',
  'hand-off-nobody',
  'hand-off-closed',
  'group-apart',
  'nobody-now',
  'closed-now',
  'opens-again',
  'waits-elsewhere',
  'helped-elsewhere',
  'told-elsewhere',
  'danger',
  'self-harm',
  'fraud',
  'distress',
  'urgent-line',
  'urgent-nobody',
  'urgent-closed',
  'waiting-note',
  'waiting-nobody',
  'waiting-closed',
  'line-now',
  'line-nobody',
  'line-closed',
  'answer-in-line',
  'leave-sure',
  'leave-solved',
  'still-there',
  'stay',
  'left-silent',
  'place',
  'wait-range',
  'leave-line',
  'left-line',
  'keep-waiting',
  'leave-message',
  'message-ask',
  'message-contact',
  'message-contact-again',
  'message-kept',
  'message-cancel',
  'agent-joined',
  'agent-released',
  'agent-passed-on',
  'agent-passed-to',
  'agent-took-over',
  'agent-lost',
  'agent-handed-back',
  'agent-closed',
  'hidden',
  'hidden-card',
  'hidden-iban',
  'hidden-email',
  'hidden-phone',
  'hidden-password',
  'agent-reopened',
  'agent-reopened-asked',
  'agent-reopened-scored',
  'survey-ask',
  'survey-low',
  'survey-high',
  'survey-again',
  'survey-praise',
  'survey-sorry',
  'survey-comment',
  'survey-thanks',
  'survey-skip',
  'fault',
  // where nothing is known in the language of the customer, and when another one was asked for
  'unspoken',
  'switched',
  // parts of sentences
  'ordinals',
  'at-time',
] as const;

export type WordName = (typeof names)[number];

/** Languages in which the reader sees more than frustration, and small talk is understood. */
export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl' | 'pt' | 'pl';

export const wording = z.strictObject(
  Object.fromEntries(names.map((name) => [name, sentence])) as Record<WordName, typeof sentence>,
);
export type Wording = z.infer<typeof wording>;

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(' ');

/** What a sentence of another language leaves out or cannot be filled in with, against the usual one. */
function disagreements(file: TextFile, own: Wording, usual: Wording): readonly string[] {
  return names.flatMap((name) => {
    const wanted = placeholdersOf(usual[name]).filter((one) => one !== 'brand');
    const given = placeholdersOf(own[name]).filter((one) => one !== 'brand');
    if (listed(wanted) === listed(given)) return [];
    return [`${file.name}:1: ${name}: has {${listed(given)}} where {${listed(wanted)}} is said`];
  });
}

/**
 * What a language has at least: what is said where nothing is known in it, until a person comes. Whatever stands in one
 * reply with these is among them, so that no reply is in two languages.
 */
const firstAid: ReadonlySet<string> = new Set(
  `
  bye empty fault finished greeting help here identity no-harm
  noted praise test thanks welcome worked unspoken switched offer
  declined person not-now leave-message nobody-now closed-now opens-again at-time danger
  self-harm fraud distress urgent-line urgent-nobody urgent-closed hand-off hand-off-nobody hand-off-closed
  place ordinals wait-range waiting-note waiting-nobody waiting-closed line-nobody line-closed leave-line
  stay still-there stale stale-asked stale-waiting stale-agent waits-elsewhere helped-elsewhere survey-sorry
`
    .trim()
    .split(/\s+/),
);

/** The sentences of a further language, and the names of those that it leaves to the usual one. */
export interface FurtherWording {
  readonly texts: Wording;
  readonly missing: readonly WordName[];
}

/** Checks the file of a further language: it has all sentences, or those at least that a person is fetched with. */
export function checkFurtherWording(file: TextFile, usual: Wording): Checked<FurtherWording> {
  const checked = checkYaml(file, ownWording);
  if (checked.kind === 'broken') return checked;
  const own = checked.value.value ?? {};
  const missing = names.filter((name) => own[name] === undefined);
  const needed = missing.filter((name) => firstAid.has(name));
  const lacks = needed.length === 0 ? [] : [`${file.name}:1: lacks ${needed.join(', ')}`];
  const texts = { ...usual, ...(own as Partial<Wording>) };
  const problems = [...lacks, ...disagreements(file, texts, usual)];
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'ok', value: { texts, missing } };
}

/** Of a company's own file: it says what it says differently. */
const ownWording = wording.partial().nullable();

const placeholder = /\{(\w+)\}/g;
const textsOf = (one: Wording[WordName] | undefined): readonly string[] =>
  typeof one === 'object' ? Object.values<string | undefined>(one).map((said = '') => said) : [one ?? ''];
const placeholdersOf = (one: Wording[WordName] | undefined): readonly string[] =>
  textsOf(one).flatMap((text) => [...text.matchAll(placeholder)].map(([, name = '']) => name));

/**
 * A company's own sentences over the usual ones: what a newer version needs and the file does not have yet is said as
 * usual. What a sentence can name is what the usual one names, and the brand.
 */
export function checkOwnWording(file: TextFile, usual: Wording): Checked<Wording> {
  const checked = checkYaml(file, ownWording);
  if (checked.kind === 'broken') return checked;
  const own = checked.value.value ?? {};
  const problems = names.flatMap((name) => {
    const known = ['brand', ...placeholdersOf(usual[name])];
    const strange = placeholdersOf(own[name]).filter((one) => !known.includes(one));
    const at = `${file.name}:${checked.value.lineOf([name])}: ${name}`;
    const there = [...new Set(known)].map((one) => `{${one}}`).join(', ');
    return strange.map((one) => `${at}: nothing stands for {${one}} here; there is ${there}`);
  });
  const given = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== undefined));
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'ok', value: { ...usual, ...given } };
}

/** Says a sentence by name, with `{placeholders}` filled in. */
export type Words = (name: WordName, values?: Readonly<Record<string, string | number>>, tone?: Tone) => string;

const inTone = (found: Wording[WordName], tone: Tone): string => (typeof found === 'string' ? found : found[tone]);

/**
 * `common` values (the brand) may stand in any sentence. A placeholder without a value is a fault in the wording or
 * the call, and throws.
 */
export function createWords(texts: Wording, common: Readonly<Record<string, string>>): Words {
  return (name, values = {}, tone = 'calm') =>
    inTone(texts[name], tone).replace(placeholder, (_, key: string) => {
      const value = values[key] ?? common[key];
      if (value === undefined) throw new Error(`The sentence "${name}" needs a value for {${key}}.`);
      return String(value);
    });
}

/** The words of each language, ISO 639-1. Where a language has none, those of the usual one. */
export interface Tongues {
  (language: string | undefined): Words;
  /** Of most customers, and where nothing else is known. */
  readonly usual: string;
  /** In which all sentences are told. */
  readonly languages: readonly string[];
}

export function createTongues(words: ReadonlyMap<string, Words>, usual: string): Tongues {
  const own = words.get(usual);
  if (own === undefined) throw new Error(`There are no sentences in "${usual}".`);
  const speak = (language: string | undefined): Words => words.get(language ?? usual) ?? own;
  return Object.assign(speak, { usual, languages: [...words.keys()] });
}
