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
import type { Span } from '../effort/index.js';
import { json, ms } from './decode.js';
import { readMemory } from './memory.js';
import type { Context } from './schema/context.js';
import type { EpisodeFields, Speaker } from './schema/records.js';

const states: readonly EpisodeState[] = ['bot', 'waiting', 'assigned', 'closed'];

type Spans = Pick<EpisodeFields, 'botSpan' | 'queueSpan' | 'agentSpan' | 'customerSpan'>;

export function stintTotals(f: Spans): Readonly<Record<Stint, number>> {
  const { botSpan: bot = 0, queueSpan: queue = 0, agentSpan: agent = 0, customerSpan: customer = 0 } = f;
  return { bot, queue, agent, customer };
}

const running = { b: 'bot', q: 'queue', a: 'agent', c: 'customer' } as const;

/** Whose time ran when, of an episode whose words were erased: `times` as lua/erase.lua keeps them. */
export function spansOf(times: string): readonly Span[] {
  const points = times.split(' ').map((one) => ({ letter: one.charAt(0), at: ms(one.slice(1)) }));
  return points.flatMap(({ letter, at: from }, i): readonly Span[] => {
    const [kind, to] = [running[letter as keyof typeof running] as Stint | undefined, points[i + 1]?.at];
    if (kind === undefined || to === from) return [];
    return [to === undefined ? { kind, from } : { kind, from, to }];
  });
}

export const stateOf = ({ state }: Pick<EpisodeFields, 'state'>): EpisodeState | undefined =>
  states.find((one) => one === state);
export const levelOf = ({ level }: EpisodeFields): Level => levels.find((one) => one === level) ?? 0;
export const receiptOf = (f: EpisodeFields): Receipt | undefined => json(f.receipt, receipt);

/** The episode of a turn; undefined where there is none. */
export function episodeOf(read: Context): Episode | undefined {
  const { number, epoch, agentName, answered, memory } = read;
  const { bornAt = 0, counts, peak = 0, grave = false, contact = '', outcome: end, place } = read.facts;
  const state = stateOf(read);
  if (number === 0 || state === undefined) return undefined;
  const ended = end === undefined ? undefined : outcome.options.find((one) => one === end);
  return {
    number,
    state,
    epoch,
    bornAt,
    stints: stintTotals(read),
    counts,
    peak,
    memory: readMemory(memory, place),
    helped: answered > 0,
    ...(grave ? { grave: true } : {}),
    ...(agentName === '' ? {} : { agent: agentName }),
    ...(contact === '' ? {} : { contact }),
    ...(ended === undefined ? {} : { outcome: ended }),
  };
}

/** Who speaks: what is said of them and nothing that is not. */
export interface From {
  readonly channel: Channel;
  readonly customer: Customer;
  readonly reference?: string;
  readonly group?: boolean;
  readonly locale?: string;
}

export function fromOf({ channel = '', reference, group, locale, id = '', ...about }: Speaker): From {
  const customer = { id, ...about };
  return {
    channel,
    customer,
    ...(reference === undefined ? {} : { reference }),
    ...(group ? { group } : {}),
    ...(locale === undefined ? {} : { locale }),
  };
}

export function speakerOf({ channel, customer, reference, group, locale }: From): Speaker {
  return {
    channel,
    ...customer,
    ...(reference === undefined ? {} : { reference }),
    ...(group ? { group } : {}),
    ...(locale === undefined ? {} : { locale }),
  };
}
