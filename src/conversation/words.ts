/** The fixed sentences, by name. The texts are in dialogs/wording.yaml; every name here must be there. */
import { z } from 'zod';
import { type Checked, checkYaml, type TextFile } from '../base/index.js';
import type { Tone } from './feeling.js';

const text = z.string().trim().min(1);
const inOther = text.optional();
const byTone = z.strictObject({ calm: text, concerned: text, apologetic: text });
const byTongue = z.strictObject({
  en: text,
  de: inOther,
  fr: inOther,
  es: inOther,
  it: inOther,
  nl: inOther,
  pt: inOther,
  pl: inOther,
});
const sentence = z.union([text, byTone, byTongue]);

/** Languages in which the reader sees more than frustration. */
export type Tongue = keyof z.infer<typeof byTongue>;
/** One that was kept by its name. */
export const tongueNamed = (name: string | undefined): Tongue | undefined =>
  byTongue.keyof().options.find((one) => one === name);

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
] as const;

export type WordName = (typeof names)[number];

export const wording = z.strictObject(
  Object.fromEntries(names.map((name) => [name, sentence])) as Record<WordName, typeof sentence>,
);
export type Wording = z.infer<typeof wording>;

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

/** Says a sentence by name, with `{placeholders}` filled in; in English where it is not told in a language. */
export type Words = (
  name: WordName,
  values?: Readonly<Record<string, string | number>>,
  variant?: Tone | Tongue,
) => string;

const variants = (found: Wording[WordName], variant: Tone | Tongue): string => {
  if (typeof found === 'string') return found;
  const of: Readonly<Partial<Record<Tone | Tongue, string | undefined>>> = found;
  return of[variant] ?? of.calm ?? of.en ?? '';
};

/**
 * `common` values (the brand) may stand in any sentence. A placeholder without a value is a fault in the wording or
 * the call, and throws.
 */
export function createWords(texts: Wording, common: Readonly<Record<string, string>>): Words {
  return (name, values = {}, variant = 'calm') => {
    const said = variants(texts[name], variant);
    return said.replace(placeholder, (_, key: string) => {
      const value = values[key] ?? common[key];
      if (value === undefined) throw new Error(`The sentence "${name}" needs a value for {${key}}.`);
      return String(value);
    });
  };
}
