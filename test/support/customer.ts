/** A customer of the real server, the same on either channel: what they do, and what others say on their screen. */
import type { Channel } from '../../src/conversation/index.js';

export const channels: readonly Channel[] = ['web', 'teams'];

export interface Message {
  /** The channel's id of it; the same id is a second delivery. */
  readonly id?: string;
  /** What a tapped choice carries. */
  readonly value?: string;
}

export interface Customer {
  readonly channel: Channel;
  /** As the store and the desk know it. */
  readonly conversation: string;
  /** The words of everyone else, in order, without the channel's dress. */
  readonly seen: readonly string[];
  /** Says something, or taps the choice that says it; resolves when the channel has confirmed that it is kept. */
  say(text: string, message?: Message): Promise<void>;
  /** Resolves with the first words that fit, from number `from` on, there or yet to come. */
  until(words: RegExp, from?: number): Promise<string>;
  leave(): void;
}

/** Asks for a person and reads about the line. */
export async function askForPerson(customer: Customer): Promise<string> {
  const from = customer.seen.length;
  await customer.say('I want to talk to a person', { value: 'person' });
  return customer.until(/getting a person|in the line for a person/, from);
}

/** Asks what the assistant knows and gets its answer: everything said before has been dealt with by then. */
export async function askAndHear(customer: Customer): Promise<void> {
  const from = customer.seen.length;
  await customer.say('How long does delivery take?');
  await customer.until(/two to four working days/, from);
}
