/** Activity → Said, and Entry → activity. Pure; nothing internal ever passes through here. */
import { z } from 'zod';
import type { Channel, Customer, Entry, Mark, Said } from '../conversation/index.js';
import { SupportError } from '../base/index.js';
import type { WarmlineData, WireActivity } from './direct-line/contract.js';

const longest = 20_000;
const party = z.object({ id: z.string().max(500), name: z.string().max(200).optional() });
const tapped = z.object({ choice: z.string().max(200).optional() });

/** The parts of an activity we read; the rest is ignored. */
export const inbound = z.object({
  type: z.string().max(100),
  id: z.string().max(500).optional(),
  channelId: z.string().max(100).optional(),
  serviceUrl: z.string().max(500).optional(),
  text: z.string().optional(),
  from: party.optional(),
  recipient: party.optional(),
  conversation: z.object({ id: z.string().min(1).max(1000) }).optional(),
  channelData: tapped
    .extend({ clientActivityID: z.string().max(100).optional() })
    .optional()
    .catch(undefined),
  value: tapped.optional().catch(undefined),
});
export type Inbound = z.infer<typeof inbound>;

export function readActivity(body: unknown): Inbound {
  const result = inbound.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SupportError('bad-request', `This is not a Bot Framework activity. ${fields.join('; ')}`);
}

/** Teams puts the mention of the bot into the text. */
const withoutMention = (text: string) => text.replace(/<at>[^<]{0,200}<\/at>/g, ' ');

export interface Arrival {
  readonly conversation: string;
  readonly channel: Channel;
  readonly customer: Customer;
  /** The id that makes a second delivery known. */
  readonly activity: string;
  readonly reference?: string;
}

/** A tapped choice without words says its own value. */
export function toSaid(activity: Inbound, arrival: Arrival): Said {
  const value = activity.channelData?.choice ?? activity.value?.choice;
  const words = withoutMention(activity.text ?? '')
    .trim()
    .slice(0, longest);
  return { ...arrival, text: words === '' ? (value ?? '') : words, ...(value === undefined ? {} : { value }) };
}

const visibleMarks: readonly Mark[] = ['joined', 'released', 'expired', 'handed-back', 'closed', 'resumed'];

/** What a customer may see: never a note, and of the seams only those with words meant for them. */
export function visible(entry: Entry): boolean {
  if (entry.role === 'note') return false;
  if (entry.role !== 'seam') return true;
  return entry.text !== '' && entry.mark !== undefined && visibleMarks.includes(entry.mark);
}

export const activityId = (conversation: string, seq: number): string =>
  `${conversation}|${String(seq).padStart(7, '0')}`;

/** An entry on the Direct Line wire; call only for what is visible. */
export function toWire(conversation: string, customerId: string, entry: Entry): WireActivity {
  const { seq, role, choices, form, mark, by, faq, activity } = entry;
  const own = role === 'customer';
  const data: WarmlineData = {
    seq,
    role: role === 'note' ? 'seam' : role,
    ...(choices === undefined ? {} : { choices }),
    ...(form === undefined ? {} : { form }),
    ...(mark === undefined ? {} : { mark }),
    ...(by === undefined ? {} : { by }),
    ...(faq === undefined ? {} : { faq }),
    ...(activity === undefined ? {} : { clientActivityID: activity }),
  };
  const name = by ?? 'Assistant';
  return {
    type: 'message',
    id: activityId(conversation, seq),
    timestamp: new Date(entry.at).toISOString(),
    from: own ? { id: customerId, role: 'user' } : { id: role === 'agent' ? 'agent' : 'assistant', name, role: 'bot' },
    text: entry.text,
    channelData: data,
    ...(choices === undefined
      ? {}
      : { suggestedActions: { actions: choices.map(({ title }) => ({ type: 'imBack', title, value: title })) } }),
  };
}

/** An entry as Teams shows it: choices are the buttons of a card, and a person is named in front of their words. */
export function toTeams(entry: Entry): Readonly<Record<string, unknown>> {
  const { role, by, choices, text } = entry;
  const words = role === 'agent' && by !== undefined ? `**${by}:** ${text}` : role === 'seam' ? `_${text}_` : text;
  if (choices === undefined) return { type: 'message', textFormat: 'markdown', text: words };
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [{ type: 'TextBlock', text: words, wrap: true }],
    actions: choices.map(({ title, value }) => ({ type: 'Action.Submit', title, data: { choice: value } })),
  };
  return {
    type: 'message',
    summary: words,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
