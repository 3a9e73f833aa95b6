/** Between our reading of an activity and the Bot Framework's own type. */
import { type Activity, TurnContext } from 'botbuilder';
import { createHash } from 'node:crypto';
import { SupportError } from '../../base/index.js';
import { type KnownChannel, keyOf } from '../../conversation/index.js';
import type { Arrival } from '../activity.js';
import type { Inbound } from '../inbound.js';
import { isShared } from './addressed.js';

interface Place {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly at: Date;
}

type Parts<T> = { readonly [K in keyof T]?: T[K] | undefined };
/** Any part of it may be missing. */
type Given = Parts<Omit<Inbound, 'from' | 'conversation'>> & {
  readonly type: string;
  readonly from?: Parts<NonNullable<Inbound['from']>> | undefined;
  readonly conversation?: Parts<NonNullable<Inbound['conversation']>> | undefined;
};

const account = (party: Given['from'], fallback: string) => ({
  id: party?.id ?? fallback,
  name: party?.name ?? '',
});

/** What is carried as it was read. */
function carriedIn(activity: Given): Partial<Activity> {
  const { textFormat, replyToId, attachments, reactionsAdded, reactionsRemoved } = activity;
  const carried = { textFormat, replyToId, attachments, reactionsAdded, reactionsRemoved };
  return Object.fromEntries(Object.entries(carried).filter(([, value]) => value !== undefined));
}

/** The activity with only what we have read and checked. */
export function toSdk(activity: Given, { channelId, serviceUrl, at }: Place): Activity {
  const { type, id, conversation, membersAdded, membersRemoved, action, value, channelData, entities } = activity;
  return {
    type,
    text: activity.text ?? '',
    timestamp: at,
    channelId,
    serviceUrl,
    from: account(activity.from, ''),
    recipient: account(activity.recipient, 'assistant'),
    conversation: {
      id: conversation?.id ?? '',
      name: conversation?.name ?? '',
      isGroup: conversation?.isGroup ?? false,
      conversationType: conversation?.conversationType ?? 'personal',
      ...(conversation?.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    ...(id === undefined ? {} : { id }),
    ...(action === undefined ? {} : { action }),
    ...(value === undefined ? {} : { value }),
    ...(channelData === undefined ? {} : { channelData }),
    ...(entities === undefined ? {} : { entities }),
    ...(membersAdded === undefined ? {} : { membersAdded: membersAdded.map((one) => account(one, '')) }),
    ...(membersRemoved === undefined ? {} : { membersRemoved: membersRemoved.map((one) => account(one, '')) }),
    ...carriedIn(activity),
    // the type requires these; they are not read
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const channel: KnownChannel = 'teams';

/**
 * Ids of Teams are unique over all tenants and stand for themselves; those of other Bot Framework channels are unique
 * only within their channel and tenant, which stand before them. Long ids are shortened by their hash.
 */
function conversationId({ channelId, conversation }: Activity): string {
  const { id, tenantId = '' } = conversation;
  const whole = ['', 'msteams'].includes(channelId) ? id : [channelId, tenantId, id].map(encodeURIComponent).join('/');
  return keyOf(channel, whole.length <= 190 ? whole : digest(whole));
}

type Thread = NonNullable<Inbound['conversation']>;

/** A member of an organisation has one id in all its conversations; anybody else has the id of the channel. */
const personId = ({ id, aadObjectId }: NonNullable<Inbound['from']>, { tenantId = '' }: Thread): string =>
  aadObjectId === undefined ? id : `${aadObjectId}@${tenantId}`;

/** Who wrote from where, and how to reach them again. Throws `bad-request` when the activity does not say. */
export function wireArrival(activity: Inbound, sdk: Activity): Arrival {
  const { from, recipient, conversation, id, membersAdded = [] } = activity;
  const person = membersAdded.find((one) => one.id !== recipient?.id);
  // in some channels the bot itself is the sender when a conversation begins
  const sender = from !== undefined && from.id !== recipient?.id ? from : (person ?? from);
  if (!sender || !conversation) throw new SupportError('bad-request', 'The activity needs `from` and `conversation`.');
  // without a message id, what we send goes to the conversation, and not as a reply to an old message
  // of several, whoever wrote last is none of the address: what is kept of them goes when they are erased
  const shared = isShared(conversation) ? { user: undefined } : {};
  const reference = { ...TurnContext.getConversationReference(sdk), activityId: undefined, ...shared };
  return {
    conversation: conversationId(sdk),
    channel,
    customer: { id: personId(sender, conversation), ...(sender.name === undefined ? {} : { name: sender.name }) },
    ...(isShared(conversation) ? { group: true } : {}),
    activity: id ?? digest(JSON.stringify(activity)),
    reference: JSON.stringify(reference),
  };
}
