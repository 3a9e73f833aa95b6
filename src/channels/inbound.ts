/** The parts of an activity that we read, each bounded. Pure data: what it means says activity.ts. */
import { z } from 'zod';
import { SupportError } from '../base/index.js';

/** Mentions that are taken out of a text; each is looked for in all of it. */
const mostMentions = 50;
/** Of what is sent with a message. */
const mostAttachments = 20;
const mostReactions = 20;
/** Fields of a form that some other card sent, and characters of each. */
const mostFields = 30;
const longestField = 500;
/** Characters of the HTML that Teams sends beside the text. */
const longestTwin = 100_000;
/** At most so many mistakes are listed in one error. */
const mostTold = 10;
/** Some channels send null for what they do not have. */
const optional = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined);
/** The length is checked before any item is. */
const list = <T>(most: number, item: z.ZodType<T>) => z.array(z.unknown()).max(most).pipe(z.array(item));
/** For parts that senders fill in their own way: what does not fit is ignored. */
const lenient = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined);
/** The first so many that fit. */
const some = <T>(most: number, item: z.ZodType<T>) =>
  lenient(z.array(z.unknown()).transform((all) => all.slice(0, most).flatMap((one) => item.safeParse(one).data ?? [])));

/** Half a character, which no address and no key can hold, becomes the sign for it. */
const whole = (schema: z.ZodString) => schema.transform((text) => text.toWellFormed());
const within = (most: number) => whole(z.string().max(most));
const cut = (most: number) => z.string().transform((text) => text.slice(0, most).toWellFormed());

const name = optional(cut(200));
const party = z.object({
  id: within(500),
  name,
  aadObjectId: optional(within(100)),
  role: lenient(z.string().max(50)),
});
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
const attachment = z.object({
  contentType: cut(200),
  name: lenient(cut(200)),
  /** Of HTML all of it, of anything else nothing but what kind of file it is. */
  content: lenient(z.union([cut(longestTwin), z.object({ fileType: cut(50) })])),
});
/** What a card of somebody else sends: its plain fields. */
const fields = z.record(z.string(), z.unknown()).transform((given) => {
  const plain = Object.entries(given).flatMap(([key, value]) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const short = typeof value === 'string' ? value.slice(0, longestField).toWellFormed() : value;
    return [[key.slice(0, 100).toWellFormed(), short] as const];
  });
  return Object.fromEntries(plain.slice(0, mostFields));
});

/** Everything else is dropped here, at any depth, so that no later code meets a shape or a size it does not expect. */
export const inbound = z.object({
  type: z.string().min(1).max(100),
  id: optional(within(500)),
  channelId: optional(within(100)),
  serviceUrl: optional(within(500)),
  text: optional(z.string()),
  textFormat: lenient(z.string().max(20)),
  from: optional(party),
  recipient: optional(party),
  conversation: optional(thread),
  membersAdded: optional(list(1000, party)),
  membersRemoved: optional(list(1000, party)),
  action: optional(z.string().max(100)),
  replyToId: lenient(within(500)),
  locale: lenient(z.string().max(100)),
  attachments: some(mostAttachments, attachment),
  reactionsAdded: some(mostReactions, z.object({ type: cut(100) })),
  reactionsRemoved: some(mostReactions, z.object({ type: cut(100) })),
  channelData: lenient(
    tapped.extend({
      clientActivityID: z.string().min(1).max(100).optional(),
      eventType: z.string().max(100).optional(),
    }),
  ),
  value: lenient(fields),
  entities: some(mostMentions, mention),
});
export type Inbound = z.infer<typeof inbound>;

/** The choice that a value carries, if it is one of ours. */
export const tappedIn = (value: Inbound['value']): z.infer<typeof tapped> => tapped.safeParse(value).data ?? {};

/** Throws `bad-request` naming the fields that do not fit. */
export function readActivity(body: unknown): Inbound {
  const result = inbound.safeParse(body);
  if (result.success) return result.data;
  const wrong = result.error.issues.slice(0, mostTold).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SupportError('bad-request', `This is not a Bot Framework activity. ${wrong.join('; ')}`);
}
