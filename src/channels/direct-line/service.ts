/** What the Direct Line calls do, apart from HTTP: start, go on, say, read. */
import type { Ids } from '../../base/index.js';
import { SupportError } from '../../base/index.js';
import { activityId, type Inbound, toWire, visible } from '../activity.js';
import type { Bot } from '../bot-framework/bot.js';
import type { Transcripts } from '../ports.js';
import { type Access, type AccessTokens, tokenSeconds } from './access.js';
import type { ActivitySet, ConversationAnswer } from './contract.js';

export interface ServiceOptions {
  readonly bot: Pick<Bot, 'web'>;
  readonly transcripts: Transcripts;
  readonly access: AccessTokens;
  readonly ids: Ids;
}

export interface DirectLine {
  /** A token for a new conversation with a customer nobody knows yet. */
  generate(): Promise<ConversationAnswer>;
  refresh(access: Access): Promise<ConversationAnswer>;
  /** Begins the conversation of the token, greeting once. */
  start(access: Access, origin: string): Promise<ConversationAnswer & { readonly fresh: boolean }>;
  /** Goes on after a lost connection. Throws `not-found` when it never began. */
  reconnect(access: Access, origin: string, watermark: string): Promise<ConversationAnswer>;
  say(access: Access, activity: Inbound): Promise<{ readonly id: string }>;
  read(access: Access, watermark: string): Promise<ActivitySet>;
}

/** A watermark is a number of the transcript; anything else means from the beginning. */
export function readWatermark(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

export function createDirectLine({ bot, transcripts, access, ids }: ServiceOptions): DirectLine {
  async function grant(to: Access): Promise<ConversationAnswer> {
    return { conversationId: to.conversation, token: await access.issue(to), expires_in: tokenSeconds };
  }

  async function stream(to: Access, origin: string, watermark: string): Promise<ConversationAnswer> {
    const granted = await grant(to);
    const place = `${origin}/v3/directline/conversations/${encodeURIComponent(to.conversation)}/stream`;
    return { ...granted, streamUrl: `${place}?watermark=${watermark}&t=${encodeURIComponent(granted.token)}` };
  }

  const arrival = (from: Access, activity: string) => ({
    conversation: from.conversation,
    channel: 'web' as const,
    customer: { id: from.customer },
    activity,
  });

  return {
    generate: () => grant({ conversation: `web-${ids.next()}`, customer: `web-${ids.next()}` }),
    refresh: grant,
    async start(from, origin) {
      const known = await transcripts.find(from.conversation);
      if (known === undefined) await bot.web({ type: 'conversationUpdate' }, arrival(from, ids.next()));
      return { ...(await stream(from, origin, '')), fresh: known === undefined };
    },
    async reconnect(from, origin, watermark) {
      if ((await transcripts.find(from.conversation)) === undefined) {
        throw new SupportError('not-found', 'This conversation has not begun. Start it first.');
      }
      return stream(from, origin, String(readWatermark(watermark)));
    },
    async say(from, activity) {
      if (activity.type !== 'message') return { id: ids.next() }; // typing and events carry nothing to keep
      const id = activity.channelData?.clientActivityID ?? ids.next();
      const { seq } = await bot.web(activity, arrival(from, id));
      return { id: activityId(from.conversation, seq) };
    },
    async read(from, watermark) {
      const entries = await transcripts.entries(from.conversation, readWatermark(watermark));
      const activities = entries.filter(visible).map((entry) => toWire(from.conversation, from.customer, entry));
      return { activities, watermark: String(entries.at(-1)?.seq ?? readWatermark(watermark)) };
    },
  };
}
