/** What the Direct Line calls do, apart from HTTP: start, go on, say, read. */
import { type Ids, SupportError } from '../../base/index.js';
import { type Customer, type KnownChannel, keyOf, type Reading, visitorPrefix } from '../../conversation/index.js';
import { activityId, type Arrival, toActivities } from '../activity.js';
import type { Inbound } from '../inbound.js';
import type { Bot } from '../bot-framework/bot.js';
import { gone } from '../gone.js';
import type { Transcripts } from '../ports.js';
import { type Access, type AccessTokens, lifeOf } from './access.js';
import type { ActivitySet, ConversationAnswer } from './contract.js';
import { fitting } from './pages.js';
import { createRenewals, type Renewals } from './renewals.js';
import { readWatermark, writeWatermark } from './watermark.js';

export interface ServiceOptions {
  readonly bot: Pick<Bot, 'receive' | 'begin'>;
  readonly transcripts: Transcripts;
  readonly access: AccessTokens;
  readonly ids: Ids;
}

/** How a client comes in. */
export interface Joining {
  readonly origin: string;
  readonly watermark: string;
  /** It most likely has not begun; whether it has is asked last. */
  readonly first: boolean;
  /** It can keep a secret by which it finds the conversation again. */
  readonly renewable: boolean;
}

export interface DirectLine {
  /**
   * A token for a new conversation; without `who`, with a customer nobody knows yet. `visited`: the chat token of somebody
   * who was nobody until now and goes on as `who`. Throws as `AccessTokens.check`.
   */
  generate(who?: Customer, visited?: string): Promise<ConversationAnswer>;
  /** A new chat token for one that is still good, or for a renewal. Throws as `AccessTokens.check`, and `gone`. */
  refresh(token: string | undefined): Promise<ConversationAnswer>;
  /** Lets a token's holder into its own conversation; throws `forbidden` for any other, whether there is one or not. */
  admit(access: Access, conversation: string): void;
  /** Begins the conversation of the token, greeting once; a known one goes on. Throws `gone`, as do all below. */
  join(access: Access, joining: Joining): Promise<ConversationAnswer & { readonly fresh: boolean }>;
  say(access: Access, activity: Inbound): Promise<{ readonly id: string }>;
  read(access: Access, watermark: string): Promise<ActivitySet>;
}

const channel: KnownChannel = 'web';
/** Entries and characters in one response; a client that is further behind asks again with the new watermark. */
const mostRead = 500;
const mostAnswered = 256 * 1024;

/** What a client is handed: its token, and where its stream is. */
function createGrants(access: AccessTokens) {
  async function grant(to: Access): Promise<ConversationAnswer> {
    return { conversationId: to.conversation, token: await access.issue(to, 'chat'), expires_in: lifeOf.chat };
  }
  async function withStream(to: Access, { origin, watermark }: Joining): Promise<ConversationAnswer> {
    const [granted, ticket] = await Promise.all([grant(to), access.issue(to, 'stream')]);
    const place = `${origin}/v3/directline/conversations/${encodeURIComponent(to.conversation)}/stream`;
    const mark = watermark === '' ? '' : writeWatermark(readWatermark(watermark));
    return { ...granted, streamUrl: `${place}?watermark=${mark}&t=${ticket}` };
  }
  return { grant, withStream };
}

function arrival({ conversation, customer: id, life, ...about }: Access, activity: string): Arrival {
  return { conversation, channel, customer: { id, ...about }, activity, life };
}

const nothingRead = { watermark: '', limit: 0 };

/** Reads for the holder of a token, and begins the conversation if it has not begun. */
function createReader({ bot, transcripts, ids }: ServiceOptions) {
  type Wanted = { readonly watermark: string; readonly limit: number };
  async function look(from: Access, { watermark, limit }: Wanted): Promise<Exclude<Reading, { kind: 'gone' }>> {
    const reading = await transcripts.read(from.conversation, { ...readWatermark(watermark), life: from.life, limit });
    if (reading.kind === 'gone') throw gone();
    return reading;
  }
  async function open(from: Access, wanted: Wanted) {
    const found = await look(from, wanted);
    if (found.kind === 'read') return { ...found, fresh: false };
    await bot.begin(arrival(from, ids.next()));
    const begun = await look(from, wanted);
    if (begun.kind === 'none') throw gone();
    return { ...begun, fresh: true };
  }
  /** The same where nothing is to be read yet: returns the life of the conversation, and whether it has just begun. */
  async function enter(from: Access): Promise<{ readonly life: string; readonly fresh: boolean }> {
    const begun = from.life === '' ? await bot.begin(arrival(from, ids.next())) : undefined;
    return begun === undefined ? open(from, nothingRead) : { life: begun.life, fresh: true };
  }
  return { look, open, enter };
}

function createRefresh(reader: ReturnType<typeof createReader>, renewals: Renewals, access: AccessTokens) {
  const { grant } = createGrants(access);
  return async (token: string | undefined): Promise<ConversationAnswer> => {
    const renewed = token === undefined ? undefined : await renewals.use(token);
    if (renewed !== undefined) return { ...(await grant(renewed.access)), renewal: renewed.renewal };
    const from = await access.check(token, 'chat');
    const found = await reader.look(from, nothingRead);
    return grant(found.kind === 'read' ? { ...from, life: found.life } : from);
  };
}

export function createDirectLine(options: ServiceOptions): DirectLine {
  const { bot, access, ids, transcripts } = options;
  const { grant, withStream } = createGrants(access);
  const reader = createReader(options);
  const renewals = createRenewals(options);
  return {
    async generate(who, visited) {
      const { id: customer, ...about } = who ?? { id: `${visitorPrefix}${ids.next()}` };
      const visit = who && visited !== undefined ? await access.check(visited, 'chat') : undefined;
      // a conversation of another known customer is not theirs: two people may share a computer
      if (visit?.customer.startsWith(visitorPrefix)) {
        return grant({ conversation: visit.conversation, customer, life: visit.life, ...about });
      }
      const conversation = transcripts.idFor(customer, () => keyOf(channel, ids.next()));
      return grant({ conversation, customer, life: '', ...about });
    },
    refresh: createRefresh(reader, renewals, access),
    admit(from, conversation) {
      if (from.conversation === conversation) return;
      throw new SupportError('forbidden', 'This chat token is for another conversation.');
    },
    async join(from, joining) {
      const { fresh, life } = await (joining.first ? reader.enter(from) : reader.open(from, nothingRead));
      const to = { ...from, life };
      const renewal = joining.renewable ? { renewal: (await renewals.give(to)).renewal } : {};
      return { ...(await withStream(to, joining)), ...renewal, fresh };
    },
    async say(from, activity) {
      // typing and events carry nothing to keep
      if (activity.type !== 'message' && activity.type !== 'messageReaction') return { id: ids.next() };
      const id = activity.channelData?.clientActivityID ?? ids.next();
      const { seq } = await bot.receive(activity, arrival(from, id));
      return { id: seq === undefined ? ids.next() : activityId(from.conversation, seq) };
    },
    async read(from, watermark) {
      const { after } = readWatermark(watermark);
      const found = await reader.open(from, { watermark, limit: mostRead });
      const entries = fitting(found.entries, mostAnswered);
      const mark = { after: entries.at(-1)?.seq ?? Math.min(after, found.seq), generation: found.generation };
      return { activities: toActivities(entries, from), watermark: writeWatermark(mark) };
    },
  };
}
