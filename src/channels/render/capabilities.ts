/**
 * What each channel of Bot Framework shows. Counts of buttons and lengths of their titles: `Channel` of botbuilder-dialogs
 * 4.23.3 (choices/channel.ts); lengths of a message: what each network documents for its own messages.
 */

import { longestMessage } from '../../conversation/index.js';

export interface Capability {
  /**
   * How choices are shown: buttons of an Adaptive Card or a hero card, suggested actions, or numbers in the text, which is
   * what every channel falls back to when there are too many of them, or their titles are too long.
   */
  readonly choices: 'adaptive' | 'hero' | 'suggested' | 'text';
  readonly mostChoices: number;
  /** Characters. */
  readonly longestTitle: number;
  /** Characters of one message; what is longer goes on in the next. */
  readonly longest: number;
  /** What is said is spoken, too. */
  readonly speaks: boolean;
  /** Who speaks is shown beside the words, so that the words need not begin with the name. */
  readonly namesSpeaker: boolean;
}

const text: Capability = {
  choices: 'text',
  mostChoices: 0,
  longestTitle: 0,
  longest: longestMessage,
  speaks: false,
  namesSpeaker: false,
};
const suggested = (
  mostChoices: number,
  longestTitle: number,
): Pick<Capability, 'choices' | 'mostChoices' | 'longestTitle'> => ({
  choices: 'suggested',
  mostChoices,
  longestTitle,
});
const wide = 100;

export const capabilities = {
  msteams: { ...text, choices: 'adaptive', mostChoices: 50, longestTitle: wide },
  emulator: { ...text, choices: 'adaptive', mostChoices: 50, longestTitle: wide },
  webchat: { ...text, ...suggested(wide, wide), namesSpeaker: true },
  directline: { ...text, ...suggested(wide, wide), namesSpeaker: true },
  directlinespeech: { ...text, ...suggested(wide, wide), speaks: true },
  test: { ...text, ...suggested(wide, wide) },
  skype: { ...text, ...suggested(10, 20) },
  facebook: { ...text, ...suggested(10, 20), longest: 2000 },
  telegram: { ...text, ...suggested(wide, 60), longest: 4000 },
  line: { ...text, ...suggested(13, 20), longest: 5000 },
  kik: { ...text, ...suggested(20, 20), longest: 1500 },
  slack: { ...text, choices: 'hero', mostChoices: 5, longestTitle: 75, longest: 4000 },
  telephony: { ...text, speaks: true },
  alexa: { ...text, speaks: true, longest: 8000 },
  sms: { ...text, longest: 1600 },
  'twilio-sms': { ...text, longest: 1600 },
  groupme: { ...text, longest: 1000 },
  email: text,
  outlook: text,
  omnichannel: text,
  m365extensions: text,
  skypeforbusiness: text,
  console: text,
} as const satisfies Readonly<Record<string, Capability>>;

const rows: ReadonlyMap<string, Capability> = new Map(Object.entries(capabilities));

/** Of a channel that is not in the table nothing is known but that it shows words. */
export const capabilityOf = (channelId: string): Capability => rows.get(channelId) ?? text;
