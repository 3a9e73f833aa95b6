/** The assistant's real mind, made once from the files that ship; and builders of what a turn is given. */
import { loadKnowledge } from '../../src/knowledge.js';
import { questions } from '../faq/german-questions.js';
import {
  type Episode,
  type Entry,
  freshMood,
  type Memory,
  type Said,
  type Turn,
} from '../../src/conversation/index.js';

export const knowledge = loadKnowledge({});

export const aMemory = (memory: Partial<Memory> = {}): Memory => ({ mood: freshMood, failures: 0, ...memory });

export const anEpisode = (episode: Partial<Episode> = {}): Episode => ({
  number: 1,
  state: 'bot',
  epoch: 1,
  bornAt: 1000,
  stints: { bot: 0, queue: 0, agent: 0, customer: 0 },
  counts: {},
  peak: 0,
  memory: aMemory(),
  helped: false,
  ...episode,
});

export const anEntry = (entry: Partial<Entry> = {}): Entry => ({
  seq: 1,
  at: 2000,
  role: 'customer',
  text: '',
  stint: 'bot',
  ...entry,
});

export function aTurn(text: string, turn: Partial<Turn> & { value?: string } = {}): Turn {
  const { value, ...rest } = turn;
  const said: Said = {
    conversation: 'web-1',
    channel: 'web',
    activity: 'a',
    customer: { id: 'u' },
    text,
    ...(value === undefined ? {} : { value }),
  };
  return {
    said,
    seq: 9,
    at: 5000,
    now: 5000,
    contacts: 0,
    recent: [],
    line: { ahead: 0, agents: 1, pace: 0 },
    turnLease: 1,
    ...rest,
  };
}

const words = ['gift', 'order', 'delivery', 'lamp', 'kettle', 'card', 'blanket', 'account', 'chair', 'tent', 'change'];

/** A question the assistant asks back about, with what it offers, likeliest first. */
export const unclear = [
  ...words.flatMap((word) => [word, `my ${word}`, `about my ${word}`, `a problem with the ${word}`]),
  ...questions.map(([, , english]) => english),
].flatMap((text) => {
  const result = knowledge.faq.ask(text);
  return result.kind === 'clarify' ? [{ text, entries: result.entries }] : [];
})[0]!;

/** A question that is not known, and what is near. */
export const nearby = words
  .flatMap((word) => [`moons of my ${word}`, `can jupiter ${word}`, `paint the ${word} purple`])
  .flatMap((text) => {
    const result = knowledge.faq.ask(text);
    return result.kind === 'unknown' && result.near.length > 0 ? [{ text, entries: result.near }] : [];
  })[0]!;
