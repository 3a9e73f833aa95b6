/** The fixed sentences, by name. The texts are in dialogs/wording.yaml; every name here must be there. */
import { z } from 'zod';
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

const names = [
  'welcome',
  'empty',
  'too-long',
  'greeting',
  'thanks',
  'bye',
  'help',
  'unknown',
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
  'nobody-now',
  'closed-now',
  'opens-again',
  'waits-elsewhere',
  'helped-elsewhere',
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
    return said.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key] ?? common[key];
      if (value === undefined) throw new Error(`The sentence "${name}" needs a value for {${key}}.`);
      return String(value);
    });
  };
}
