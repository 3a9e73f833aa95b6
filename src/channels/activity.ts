/** Activity → Said, and Entry → activity. Pure; nothing internal ever passes through here. */
import { z } from 'zod';
import {
  type Channel,
  type Customer,
  type Entry,
  longestMessage,
  type Said,
  visible,
  type VisibleEntry,
} from '../conversation/index.js';
import { SupportError } from '../base/index.js';
import { capabilities, renderWhole } from './render/index.js';
import type { WarmlineData, WireActivity } from './direct-line/contract.js';

/** Mentions that are taken out of a text; each is looked for in all of it. */
const mostMentions = 50;
/** At most so many mistakes are listed in one error. */
const mostTold = 10;
/** Some channels send null for what they do not have. */
const optional = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined);
/** The length is checked before any item is. */
const list = <T>(most: number, item: z.ZodType<T>) => z.array(z.unknown()).max(most).pipe(z.array(item));
/** For parts that senders fill in their own way: what does not fit is ignored. */
const lenient = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined);

/** Half a character, which no address and no key can hold, becomes the sign for it. */
const whole = (schema: z.ZodString) => schema.transform((text) => text.toWellFormed());
const within = (most: number) => whole(z.string().max(most));

const name = optional(z.string().transform((text) => text.slice(0, 200).toWellFormed()));
const party = z.object({ id: within(500), name, aadObjectId: optional(within(100)) });
const thread = z.object({
  id: whole(z.string().min(1).max(1000)),
  name,
  isGroup: optional(z.boolean()),
  conversationType: optional(z.string().max(100)),
  tenantId: optional(within(100)),
});
const tapped = z.object({
  choice: z.string().max(200).optional(),
  title: z.string().max(200).optional(),
  /** The number of the entry that offered it. */
  offer: z.number().int().min(1).max(1e9).optional(),
});
const mention = z.object({
  type: z.literal('mention'),
  text: z.string().max(500),
  mentioned: z.object({ id: z.string().max(500) }),
});

/**
 * The parts of an activity that we read. Everything else is dropped here, at any depth, so that no later code meets a shape
 * or a size it does not expect.
 */
export const inbound = z.object({
  type: z.string().min(1).max(100),
  id: optional(within(500)),
  channelId: optional(within(100)),
  serviceUrl: optional(within(500)),
  text: optional(z.string()),
  from: optional(party),
  recipient: optional(party),
  conversation: optional(thread),
  membersAdded: optional(list(1000, party)),
  action: optional(z.string().max(100)),
  locale: lenient(z.string().max(100)),
  channelData: lenient(tapped.extend({ clientActivityID: z.string().min(1).max(100).optional() })),
  value: lenient(tapped),
  entities: lenient(
    z
      .array(z.unknown())
      .transform((all) => all.slice(0, mostMentions).flatMap((one) => mention.safeParse(one).data ?? [])),
  ),
});
export type Inbound = z.infer<typeof inbound>;

/** Throws `bad-request` naming the fields that do not fit. */
export function readActivity(body: unknown): Inbound {
  const result = inbound.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, mostTold).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SupportError('bad-request', `This is not a Bot Framework activity. ${fields.join('; ')}`);
}

/** Teams writes mentions into the text: the bot's own is dropped, another person's keeps the name. */
function plainText({ text = '', entities = [], recipient }: Inbound): string {
  const own = entities.filter(({ mentioned }) => mentioned.id === recipient?.id);
  const words = own.reduce((left, { text: tag }) => left.replace(tag, ' '), text.slice(0, 2 * longestMessage));
  const plain = words.replace(/<at>([^<]{0,200})<\/at>/g, '$1').replace(/&nbsp;|\u00a0/g, ' ');
  // cutting through a pair of surrogates would leave half a character
  return plain
    .trim()
    .slice(0, longestMessage)
    .replace(/[\ud800-\udbff]$/, '');
}

/** ISO 639-1 of a BCP 47 tag; nothing for a tag of another kind. */
const languageOf = (tag = ''): string | undefined => /^[a-z]{2}(?![a-z])/.exec(tag.toLowerCase())?.[0];

export interface Arrival {
  readonly conversation: string;
  readonly channel: Channel;
  readonly customer: Customer;
  /** The id by which a second delivery is recognised. */
  readonly activity: string;
  readonly reference?: string;
  /** Several people write there. */
  readonly group?: boolean;
  /** Of the token it came with: which conversation that opens. */
  readonly life?: string;
}

/** A tapped choice without words says its own title. */
export function toSaid(activity: Inbound, arrival: Arrival): Said {
  const { choice, title, offer } = { ...activity.value, ...activity.channelData };
  const text = plainText(activity) || (title ?? activity.value?.title ?? choice ?? '');
  const locale = languageOf(activity.locale);
  const said = { ...arrival, text, ...(locale === undefined ? {} : { locale }) };
  if (choice === undefined) return said;
  return { ...said, value: choice, ...(offer === undefined ? {} : { offer }) };
}

export const activityId = (conversation: string, seq: number): string =>
  `${conversation}|${String(seq).padStart(7, '0')}`;

function dataOf({ seq, role, choices, form, mark, by, faq, activity }: VisibleEntry): WarmlineData {
  return {
    seq,
    role,
    ...(choices === undefined ? {} : { choices }),
    ...(form === undefined ? {} : { form }),
    ...(mark === undefined ? {} : { mark }),
    ...(by === undefined ? {} : { by }),
    ...(faq === undefined ? {} : { faq }),
    ...(activity === undefined ? {} : { clientActivityID: activity }),
  };
}

/** An entry on the Direct Line wire. */
function toWire(entry: VisibleEntry, to: { readonly conversation: string; readonly customer: string }): WireActivity {
  const { seq, role, at, by } = entry;
  const speaker = { id: role === 'agent' ? 'agent' : 'assistant', name: by ?? 'Assistant', role: 'bot' } as const;
  return {
    ...renderWhole(entry, capabilities.directline),
    id: activityId(to.conversation, seq),
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: to.conversation },
    from: role === 'customer' ? { id: to.customer, role: 'user' } : speaker,
    channelData: dataOf(entry),
  };
}

/** All of a transcript's entries that a customer may see, as activities whose times rise. */
export function toActivities(
  entries: readonly Entry[],
  to: { readonly conversation: string; readonly customer: string },
): readonly WireActivity[] {
  // two entries of the same millisecond: clients sort by the time
  let last = 0;
  return entries.filter(visible).map((entry) => {
    last = Math.max(entry.at, last + 1);
    return toWire({ ...entry, at: last }, to);
  });
}
