/** Episodes as the managers' page and the effort log show them. */
import { guestName, wordsOfChannel } from '../conversation/index.js';
import { drivers, effort, type EpisodeRecord } from '../effort/index.js';
import type { EpisodeRow } from './contract.js';

const episodeId = (record: Pick<EpisodeRecord, 'conversation' | 'number'>): string =>
  `${record.number}:${record.conversation}`;

/** The parts of an id; undefined when it is not one. */
export function readEpisodeId(id: string): { readonly conversation: string; readonly number: number } | undefined {
  const match = /^(\d{1,9}):(.+)$/s.exec(id);
  return match?.[2] === undefined ? undefined : { number: Number(match[1]), conversation: match[2] };
}

/** `adds`: what it adds to the figure whose rows were asked for. */
export function episodeRow(record: EpisodeRecord, adds = 1): EpisodeRow {
  const { conversation, number, channel, bornAt, state, stints, counts, level } = record;
  const optional = Object.fromEntries(
    (['endedAt', 'outcome', 'reason', 'ces', 'comment', 'agent', 'closedOwing'] as const).flatMap((name) =>
      record[name] === undefined ? [] : [[name, record[name]]],
    ),
  );
  return {
    id: episodeId(record),
    conversation,
    number,
    channel,
    channelWords: wordsOfChannel(channel),
    customer: record.customer.id === '' ? 'Erased' : (record.customer.name ?? guestName(conversation)),
    customerId: record.customer.id,
    bornAt,
    state,
    stints,
    turns: counts.turns ?? 0,
    misses: counts.misses ?? 0,
    adds,
    level,
    effort: record.effort ?? effort(record),
    drivers: drivers(record),
    ...optional,
  };
}
