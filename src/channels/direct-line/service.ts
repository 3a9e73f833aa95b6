/** What the Direct Line calls do, apart from HTTP: start, go on, say, read. */
import { type Ids, SupportError } from '../../base/index.js';
import { activityId, type Arrival, type Inbound, toActivities } from '../activity.js';
import type { Bot } from '../bot-framework/bot.js';
import type { Transcripts } from '../ports.js';
import { type Access, type AccessTokens, lifeOf } from './access.js';
import type { ActivitySet, ConversationAnswer } from './contract.js';
import { fitting } from './pages.js';

export interface ServiceOptions {
  readonly bot: Pick<Bot, 'hear' | 'begin'>;
  readonly transcripts: Transcripts;
  readonly access: AccessTokens;
  readonly ids: Ids;
}

/** A customer as the site that they are signed in to knows them. */
export interface Known {
  readonly id: string;
  readonly name?: string;
  readonly vip?: boolean;
}

export interface DirectLine {
  /** A token for a new conversation; without `who`, with a customer nobody knows yet. */
  generate(who?: Known): Promise<ConversationAnswer>;
  refresh(access: Access): Promise<ConversationAnswer>;
  /** Lets a token's holder into its own conversation; throws `forbidden` for any other, whether there is one or not. */
  admit(access: Access, conversation: string): void;
  /** Begins the conversation of the token, greeting once; a known one goes on. */
  start(access: Access, origin: string): Promise<ConversationAnswer & { readonly fresh: boolean }>;
  /** Goes on after a lost connection. */
  reconnect(access: Access, origin: string, watermark: string): Promise<ConversationAnswer>;
  say(access: Access, activity: Inbound): Promise<{ readonly id: string }>;
  read(access: Access, watermark: string): Promise<ActivitySet>;
}

/** Entries and characters in one answer; a client that is further behind asks again with the new watermark. */
const mostRead = 500;
const mostAnswered = 256 * 1024;

/** A watermark is a number of the transcript; anything else means from the beginning. */
export function readWatermark(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** A number beyond the end belongs to a transcript that was erased: what is there now is all new. */
export async function placeIn(transcripts: Transcripts, conversation: string, after: number): Promise<number> {
  if (after === 0) return 0;
  const found = await transcripts.find(conversation);
  return found === undefined || after > found.seq ? 0 : after;
}

/** What a client is handed: its token, and where its stream is. */
function createGrants(access: AccessTokens) {
  async function grant(to: Access): Promise<ConversationAnswer> {
    return { conversationId: to.conversation, token: await access.issue(to, 'chat'), expires_in: lifeOf.chat };
  }
  async function withStream(to: Access, origin: string, watermark: string): Promise<ConversationAnswer> {
    const [granted, ticket] = await Promise.all([grant(to), access.issue(to, 'stream')]);
    const place = `${origin}/v3/directline/conversations/${encodeURIComponent(to.conversation)}/stream`;
    return { ...granted, streamUrl: `${place}?watermark=${watermark}&t=${ticket}` };
  }
  return { grant, withStream };
}

function arrival({ conversation, customer: id, name, vip }: Access, activity: string): Arrival {
  const customer = { id, ...(name === undefined ? {} : { name }), ...(vip === undefined ? {} : { vip }) };
  return { conversation, channel: 'web', customer, activity };
}

export function createDirectLine({ bot, transcripts, access, ids }: ServiceOptions): DirectLine {
  const { grant, withStream } = createGrants(access);
  /** Greets what has not begun yet; a token outlives an erased conversation, which then begins anew. */
  async function begin(from: Access): Promise<boolean> {
    if ((await transcripts.find(from.conversation)) !== undefined) return false;
    await bot.begin(arrival(from, ids.next()));
    return true;
  }

  return {
    generate(who) {
      const { id: customer, ...about } = who ?? { id: `dl_${ids.next()}` };
      return grant({ conversation: `web-${ids.next()}`, customer, ...about });
    },
    refresh: grant,
    admit(from, conversation) {
      if (from.conversation === conversation) return;
      throw new SupportError('forbidden', 'This chat token is for another conversation.');
    },
    async start(from, origin) {
      const fresh = await begin(from);
      return { ...(await withStream(from, origin, '')), fresh };
    },
    async reconnect(from, origin, watermark) {
      await begin(from);
      return withStream(from, origin, String(readWatermark(watermark)));
    },
    async say(from, activity) {
      if (activity.type !== 'message') return { id: ids.next() }; // typing and events carry nothing to keep
      const id = activity.channelData?.clientActivityID ?? ids.next();
      const { seq } = await bot.hear(activity, arrival(from, id));
      return { id: activityId(from.conversation, seq) };
    },
    async read(from, watermark) {
      await begin(from);
      const after = await placeIn(transcripts, from.conversation, readWatermark(watermark));
      const entries = fitting(await transcripts.entries(from.conversation, after, mostRead), mostAnswered);
      return { activities: toActivities(entries, from), watermark: String(entries.at(-1)?.seq ?? after) };
    },
  };
}
