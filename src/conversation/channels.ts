/**
 * The table of channels: how each is called, kept and shown. The names stand here and nowhere else; how a channel reads,
 * renders and sends is a folder of that name in `channels/`.
 */
import type { Channel } from './episode.js';

/** What the team reads. */
export interface ChannelWords {
  readonly short: string;
  readonly long: string;
  /** Most customers come from here, so that a row need not say it. */
  readonly usual?: true;
}

interface Row {
  readonly words: ChannelWords;
  /** push: we send to it; poll: it reads the transcript by itself. */
  readonly brings: 'push' | 'poll';
  /** How it shows choices: as chips under the words, as buttons of a card, or as a numbered list of text. */
  readonly choices: 'chips' | 'cards' | 'numbers';
}

export const channels = {
  web: { words: { short: 'Web', long: 'Web chat', usual: true }, brings: 'poll', choices: 'chips' },
  teams: { words: { short: 'Teams', long: 'Microsoft Teams' }, brings: 'push', choices: 'cards' },
  hook: { words: { short: 'Web hook', long: 'Web hook' }, brings: 'push', choices: 'numbers' },
} as const satisfies Readonly<Record<string, Row>>;

export type KnownChannel = keyof typeof channels;
export const channelNames = Object.keys(channels) as readonly KnownChannel[];

/** What a later release, or a damaged store, calls a channel is shown as what it is: unknown. */
export function wordsOfChannel(name: Channel): ChannelWords {
  const row = channelNames.includes(name as KnownChannel) ? channels[name as KnownChannel] : undefined;
  const long = name === '' ? 'Unknown channel' : `Unknown channel “${name}”`;
  return row?.words ?? { short: 'Unknown channel', long };
}
