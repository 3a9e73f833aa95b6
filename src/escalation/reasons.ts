/** A receipt in a few words, for the agent who reads it between two chats. */
import type { Quote, Receipt, Signal } from '../conversation/index.js';
import type { SignalName } from './signals.js';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const phrases: Readonly<Record<SignalName, (signal: Signal) => string>> = {
  'asks-person': () => 'asked for a person',
  threat: () => 'speaks of leaving or complaining',
  'giving-up': () => 'is about to give up',
  'not-understood': () => 'feels not understood',
  repetition: () => 'had to say it again',
  waiting: () => 'has waited too long',
  sarcasm: () => 'is bitter',
  profanity: () => 'strong language',
  shouting: () => 'writes in capitals',
  frustration: ({ value }) => (value >= 0.85 ? 'very frustrated' : value >= 0.65 ? 'frustrated' : 'uneasy'),
  sustained: () => 'frustrated for several messages',
  rising: () => 'getting more frustrated',
  'bot-failed': ({ value }) => `the assistant failed ${times(value)}`,
  'repeated-question': () => 'asked the same question again',
  contacts: ({ value }) => `${value === 1 ? 'one contact' : `${value} contacts`} in the three days before`,
  vip: () => 'VIP',
};

/** What stands in the message is quoted; what was only inferred from it is named. */
const told = ({ text, at }: Quote): string => (at === undefined ? text : `“${text}”`);

const isSignal = (name: string): name is SignalName => name in phrases;

/** The signals that raised the points, most telling first, with up to three of the words that counted. */
export function reasonWords({ signals }: Receipt): readonly string[] {
  return signals
    .toSorted((a, b) => b.points - a.points)
    .flatMap((signal) => {
      if (!isSignal(signal.name)) return [];
      const words = signal.words.slice(0, 3).map(told);
      const phrase = phrases[signal.name](signal);
      return [words.length > 0 && signal.name !== 'asks-person' ? `${phrase}: ${words.join(', ')}` : phrase];
    });
}
