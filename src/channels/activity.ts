/** Activity → Said, and Entry → activity. Pure; nothing internal ever passes through here. */
import {
  type Channel,
  type Customer,
  type Entry,
  longestMessage,
  type Said,
  type SentFile,
  visible,
  type VisibleEntry,
} from '../conversation/index.js';
import { capabilities, renderWhole } from './render/index.js';
import type { WarmlineData, WireActivity } from './direct-line/contract.js';
import { type Read, readHtml } from './html.js';
import { type Inbound, tappedIn } from './inbound.js';

/** Characters that are kept of the words that a message replies to. */
const longestQuote = 1000;

/** Cutting through a pair of surrogates would leave half a character. */
const kept = (text: string): string =>
  text
    .trim()
    .slice(0, longestMessage)
    .replace(/[\ud800-\udbff]$/, '');

const isHtml = ({ contentType }: NonNullable<Inbound['attachments']>[number]): boolean =>
  contentType.toLowerCase().startsWith('text/html');

/** Teams sends a reply to somebody's words as a quote, which only the HTML beside the text tells apart. */
function quoting({ attachments = [] }: Inbound): string | undefined {
  const twin = attachments.find(isHtml)?.content;
  return typeof twin === 'string' && /<blockquote/i.test(twin) ? twin : undefined;
}

const looksLikeHtml = ({ channelId, text = '', textFormat }: Inbound): boolean =>
  textFormat === 'xml' || (channelId === 'email' && /^\s{0,100}<(?:!doctype|html|body|div|p)\b/i.test(text));

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
/** Teams escapes the signs of HTML in plain text, too. */
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => signs[name] ?? '');

/** Teams writes mentions into the text: the bot's own is dropped, another person's keeps the name. */
function wordsOf(activity: Inbound): Read {
  const { text = '', entities = [], recipient } = activity;
  const html = quoting(activity) ?? (looksLikeHtml(activity) ? text : undefined);
  if (html !== undefined) return readHtml(html.slice(0, 4 * longestMessage), recipient?.name);
  const own = entities.filter(({ mentioned }) => mentioned.id === recipient?.id);
  const words = own.reduce((left, { text: tag }) => left.replace(tag, ' '), text.slice(0, 2 * longestMessage));
  const plain = words.replace(/<at>([^<]{0,200})<\/at>/g, '$1').replace(/&nbsp;|\u00a0/g, ' ');
  return { text: activity.channelId === 'msteams' ? unescaped(plain) : plain };
}

/** Cards and the HTML twin are no files; a file of Teams has its own type around the real one. */
function filesOf({ attachments = [] }: Inbound): readonly SentFile[] {
  return attachments.flatMap((one) => {
    const { contentType, name, content } = one;
    if (isHtml(one) || /^application\/vnd\.microsoft\.(?:card|keyboard)|messageReference$/.test(contentType)) return [];
    const type = typeof content === 'object' ? content.fileType : contentType;
    return [{ name: name?.trim() || `a file (${type})`, type }];
  });
}

/** The fields of a card that is not ours, as lines. */
const formOf = ({ value = {} }: Inbound): string =>
  Object.entries(value)
    .map(([name, given]) => `${name}: ${String(given)}`)
    .join('\n');

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
  const own = tappedIn(activity.value);
  const { choice, title, offer } = { ...own, ...activity.channelData };
  const { text: words, quote } = wordsOf(activity);
  const text = kept(words) || (title ?? own.title ?? choice ?? kept(formOf(activity)));
  const locale = languageOf(activity.locale);
  const files = filesOf(activity);
  const said = {
    ...arrival,
    text,
    ...(locale === undefined ? {} : { locale }),
    ...(quote === undefined ? {} : { quote: quote.slice(0, longestQuote).toWellFormed() }),
    ...(files.length === 0 ? {} : { files }),
  };
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
