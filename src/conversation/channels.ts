/**
 * The table of channels: what each is called in the data and on screen. How a channel reads, renders and sends is its
 * folder in `channels/`, whose door is listed there for every row of this table.
 */
import type { Channel } from './episode.js';

/** What the team reads. */
export interface ChannelWords {
  readonly short: string;
  readonly long: string;
  /** Most customers come from here, so that a row need not say it. */
  readonly usual?: true;
  /** What is for the customer has to be brought there; others fetch it. */
  readonly pushed?: true;
}

export const channels = {
  web: { short: 'Web', long: 'Web chat', usual: true },
  teams: { short: 'Teams', long: 'Microsoft Teams', pushed: true },
  hook: { short: 'Web hook', long: 'Web hook', pushed: true },
} as const satisfies Readonly<Record<string, ChannelWords>>;

export type KnownChannel = keyof typeof channels;
export const channelNames = Object.keys(channels) as readonly KnownChannel[];

/** What a later release, or a damaged store, calls a channel is shown as what it is: unknown. */
export function wordsOfChannel(name: Channel): ChannelWords {
  const row = channelNames.includes(name as KnownChannel) ? channels[name as KnownChannel] : undefined;
  const long = name === '' ? 'Unknown channel' : `Unknown channel “${name}”`;
  return row ?? { short: 'Unknown channel', long };
}
