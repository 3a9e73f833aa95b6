/** The chat's own fixed words. What the assistant says comes from the server. */
import type { Status } from '../../channels/direct-line/contract.js';
import { ordinal, rangeText } from '../kit/time.js';
import type { Connection } from './client.js';
import type { ChatState } from './store.js';

export const person = { title: 'Talk to a person', value: 'person' };
export const leaveMessage = { title: 'Leave a message instead', value: 'leave-message' };
export const leaveAnother = { title: 'Leave another message', value: 'leave-message' };
export const leaveLine = { title: 'Leave the line', value: 'leave-line' };

/** To a file that was dropped or pasted. */
export const noFiles = 'Files and pictures cannot be sent in this chat. Please describe in words what they show.';

/** Over a conversation that stands where another one was. */
export const anew = 'Your earlier conversation is not kept here any more. This is a new one.';

/** To what the company says of its customers' data. */
export const privacyLink = 'Privacy';

/** Under the brand: who answers. */
export const whoAnswers = (status: Status): string =>
  status.state === 'agent' ? `You are with ${status.name.split(' ')[0] ?? ''}` : 'Assistant · automated';

type Waiting = Extract<Status, { state: 'waiting' }>;

export const placeText = ({ place }: Waiting): string =>
  place === 1 ? 'You are next in line' : `You are ${ordinal(place)} in line`;

/** Out of hours: people are not meant to be at the desk. */
export const isOutOfHours = ({ opens }: Waiting): boolean => opens !== undefined;

export function waitText({ wait, opens }: Waiting): string {
  if (opens !== undefined) return `The desk is closed now.${opens && ` It opens ${opens}.`}`;
  return wait === undefined ? 'Nobody is at the desk right now.' : `The wait is ${rangeText(wait)}.`;
}

/** What a customer may rely on while they wait. */
export function keptText({ wait, opens, reachable }: Waiting): string {
  if (reachable === true) return 'Your message is kept, and we will reach you. You can close this window.';
  if (opens !== undefined) return 'A message keeps your place: leave one with a way to reach you.';
  return wait === undefined
    ? 'Your place is kept. Leave a message, and we will reach you.'
    : 'You can close this window; we keep your place.';
}

/** Where the button for a person was, while one is on the way. */
export const lineText = (status: Waiting): string =>
  isOutOfHours(status) ? 'Your place in line is kept until we open' : 'You are in line for a person';

/** For those who listen: said again only when its words change. */
export function statusSaid(status: Status): string {
  if (status.state === 'waiting') return `${placeText(status)}. ${waitText(status)}`;
  return status.state === 'agent' ? `You are with ${status.name}.` : '';
}

/** Above the thread, when the server is out of reach; nothing while all is well. `before`: it was in reach once. */
export function connectionText(connection: Connection | 'idle', online: boolean, before = true): string {
  if (connection !== 'offline') return '';
  if (!online) return 'You are offline. What you write is sent when you are back.';
  if (!before) return 'We cannot be reached at the moment. What you write is sent as soon as we can.';
  return 'Connecting again. What you write is sent as soon as it works.';
}

const speakers = { customer: 'You', assistant: 'Assistant', agent: 'Support', system: '' } as const;

export const speakerName = ({ speaker, name }: { speaker: keyof typeof speakers; name?: string }): string =>
  speaker === 'agent' ? (name ?? speakers.agent) : speakers[speaker];

/** The thread as plain text, to keep. `time` writes a moment. */
export function transcript({ lines }: ChatState, brand: string, time: (at: number) => string): string {
  const spoken = lines.map((line) => {
    if (line.speaker === 'system') return `— ${line.text} (${time(line.at)})`;
    return `${speakerName(line)} (${time(line.at)}):\n${line.text}`;
  });
  return [`Conversation with ${brand}`, ...spoken, ''].join('\n\n');
}
