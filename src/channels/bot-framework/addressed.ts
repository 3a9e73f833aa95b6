/** Whether an activity is for us: another bot is never answered, and where several write, only who speaks to the bot. */
import type { Inbound } from '../inbound.js';
import { tappedIn } from '../inbound.js';

type Thread = NonNullable<Inbound['conversation']>;

/** Several people write there. */
export const isShared = ({ isGroup = false, conversationType = 'personal' }: Thread): boolean =>
  isGroup || conversationType !== 'personal';

/** Bots of Teams have ids that begin so. Two that answer each other never end. */
const isBot = ({ from }: Inbound): boolean =>
  from?.role === 'bot' || from?.role === 'skill' || from?.id.startsWith('28:') === true;

/** By a mention, a button of ours, a quote of our words, or in a thread of a channel that it was called into. */
function speaksToUs(activity: Inbound): boolean {
  const { entities = [], attachments = [], recipient, conversation, replyToId, value, text = '' } = activity;
  const id = recipient?.id ?? '';
  if (entities.some(({ mentioned }) => mentioned.id === id) || tappedIn(value).choice !== undefined) return true;
  const quotesUs = attachments.some(({ content }) => typeof content === 'string' && content.includes(`itemid="${id}"`));
  if (id !== '' && quotesUs) return true;
  if (activity.channelId === 'msteams') return conversation?.conversationType === 'channel' && replyToId !== undefined;
  // other channels tell a mention by the text, or deliver nothing else
  return replyToId !== undefined || text.toLowerCase().includes(`@${(recipient?.name ?? id).toLowerCase()}`);
}

/** The bot was added, or a person to a chat with it; a person who comes to a group is not greeted into it. */
function isWelcome({ membersAdded = [], recipient }: Inbound): boolean {
  return membersAdded.length === 0 || membersAdded.some(({ id }) => id === recipient?.id);
}

export function isForUs(activity: Inbound): boolean {
  const shared = activity.conversation !== undefined && isShared(activity.conversation);
  if (activity.type === 'conversationUpdate') return !shared || isWelcome(activity);
  if (activity.type === 'installationUpdate' || activity.type === 'endOfConversation') return true;
  return !isBot(activity) && (activity.type !== 'message' || !shared || speaksToUs(activity));
}
