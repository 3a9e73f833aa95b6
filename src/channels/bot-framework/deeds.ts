/** What a customer does beside writing, as Teams and the other channels tell it. */
import type { Deed, Said } from '../../conversation/index.js';
import type { Inbound } from '../inbound.js';

/** The six reactions of Teams that have always been there; a newer one is told by its name. */
const signs: Readonly<Record<string, string>> = {
  like: '👍',
  heart: '❤️',
  laugh: '😆',
  surprised: '😮',
  sad: '😢',
  angry: '😠',
};
const signOf = ({ type }: { readonly type: string }): string => signs[type] ?? type.replace(/^[0-9a-f]{4,6}_/, '');

/** Empty where there is none. */
function reactions({ reactionsAdded = [], reactionsRemoved = [] }: Inbound): string {
  const given = reactionsAdded.map((one) => `Reacted with ${signOf(one)}`);
  const taken = reactionsRemoved.map((one) => `Took back ${signOf(one)}`);
  return [...given, ...taken].join(', ');
}

/** The customer, or the bot, has left: what is sent there reaches nobody. Of several, one who leaves leaves the others. */
function leaves({ type, action, membersRemoved = [], recipient, from }: Inbound, group: boolean): boolean {
  if (type === 'endOfConversation') return true;
  if (type === 'installationUpdate') return action?.startsWith('remove') === true;
  if (type !== 'conversationUpdate') return false;
  return membersRemoved.some(({ id }) => id === recipient?.id || (!group && id === from?.id));
}

/** Undefined for an activity that does nothing of this kind. */
export function deedOf(activity: Inbound, said: Said): Deed | undefined {
  if (leaves(activity, said.group === true)) return { said, what: 'gone' };
  switch (activity.type) {
    case 'messageUpdate':
      return { said, what: activity.channelData?.eventType === 'undeleteMessage' ? 'restored' : 'edited' };
    case 'messageDelete':
      return { said, what: 'deleted' };
    case 'messageReaction': {
      const text = reactions(activity);
      return text === '' ? undefined : { said: { ...said, text }, what: 'reacted' };
    }
    default:
      return undefined;
  }
}
