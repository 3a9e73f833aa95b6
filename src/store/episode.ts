/** From what is stored of an episode and of who speaks to the words of the house. */
import {
  type Channel,
  type Customer,
  type Episode,
  type EpisodeState,
  type Level,
  levels,
  outcome,
  type Receipt,
  receipt,
  type Stint,
} from '../conversation/index.js';
import { channelOf, json } from './decode.js';
import { readMemory } from './memory.js';
import type { EpisodeFields, Speaker } from './schema/records.js';

const states: readonly EpisodeState[] = ['bot', 'waiting', 'assigned', 'closed'];

type Spans = Pick<EpisodeFields, 'botSpan' | 'queueSpan' | 'agentSpan' | 'customerSpan'>;

export function stintTotals(f: Spans): Readonly<Record<Stint, number>> {
  const { botSpan: bot = 0, queueSpan: queue = 0, agentSpan: agent = 0, customerSpan: customer = 0 } = f;
  return { bot, queue, agent, customer };
}

export const stateOf = ({ state }: EpisodeFields): EpisodeState | undefined => states.find((one) => one === state);
export const levelOf = ({ level }: EpisodeFields): Level => levels.find((one) => one === level) ?? 0;
export const receiptOf = (f: EpisodeFields): Receipt | undefined => json(f.receipt, receipt);

/** Undefined where there is none. */
export function episode(number: number, f: EpisodeFields, memory: string): Episode | undefined {
  const { epoch = 0, bornAt = 0, counts, peak = 0, agentName: agent, contact } = f;
  const state = stateOf(f);
  if (number === 0 || state === undefined) return undefined;
  const ended = outcome.options.find((one) => one === f.outcome);
  return {
    number,
    state,
    epoch,
    bornAt,
    stints: stintTotals(f),
    counts,
    peak,
    memory: readMemory(memory),
    ...(agent ? { agent } : {}),
    ...(contact ? { contact } : {}),
    ...(ended === undefined ? {} : { outcome: ended }),
  };
}

/** Who speaks: what is said of them and nothing that is not. */
export interface From {
  readonly channel: Channel;
  readonly customer: Customer;
  readonly reference?: string;
}

export function fromOf({ channel, reference, ...about }: Speaker): From {
  const said = Object.entries(about).filter(([, value]) => value !== '' && value !== false);
  const customer: Customer = { ...Object.fromEntries(said), id: about.id };
  return { channel: channelOf(channel), customer, ...(reference === '' ? {} : { reference }) };
}

export function speakerOf({ channel, customer, reference = '' }: From): Speaker {
  return { channel, name: '', vip: false, ...customer, reference };
}
