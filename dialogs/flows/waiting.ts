/** In the line: what is written is kept for the person, and the customer may leave a message or the line. */
import {
  type Choice,
  chosen,
  type Effect,
  type Flow,
  type Known,
  type StepOutcome,
} from '../../src/conversation/index.js';

const lineChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('leave-message'), value: 'leave-message' },
  { title: words('leave-line'), value: 'leave-line' },
];

const say = (text: string, choices?: readonly Choice[]): Effect => ({
  kind: 'say',
  reply: choices === undefined ? { text } : { text, choices },
});
const cancel = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('message-cancel'), value: 'cancel' },
];

/** What is asked of somebody who leaves a message. */
export const askMessage = (known: Pick<Known, 'words'>) => ({
  effects: [say(known.words('message-ask'), cancel(known))],
  next: 'waiting/message',
});

/** What a ticket that waits does with a message; `place` says where in the line it is. */
export function wait(
  said: Parameters<Flow['steps'][string]>[0],
  known: Omit<Known, 'memo'>,
  place: string,
): StepOutcome {
  switch (chosen(said, [...lineChoices(known), ...cancel(known)])) {
    case 'cancel':
      return { kind: 'done', effects: [say(known.words('keep-waiting'))] };
    case 'leave-line':
      return { kind: 'done', effects: [{ kind: 'leave-line' }, say(known.words('left-line'))] };
    case 'leave-message':
      return { kind: 'ask', ...askMessage(known) };
    default:
      return { kind: 'done', effects: [say(place)] };
  }
}

const stay = ({ words }: Pick<Known, 'words'>): Choice => ({ title: words('stay'), value: 'stay' });

/** Asks a customer of whom nothing was heard for long whether they still wait. */
export function stillThere(known: Pick<Known, 'words'>): StepOutcome {
  const choices = [stay(known), ...lineChoices(known)];
  return { kind: 'ask', effects: [say(known.words('still-there'), choices)], next: 'waiting/silent' };
}

const longest = 200;
/** Something with an @ in it, or six digits: enough to reach somebody by. */
const reachable = /\S@\S|(?:\d[\s()./-]{0,3}){6}/;

export const waitingFlow: Flow = {
  name: 'waiting',
  steps: {
    /** Whatever they write, they are there. */
    silent: () => ({ kind: 'pass' }),
    message(said, known) {
      if (chosen(said, cancel(known)) === 'cancel' || chosen(said, lineChoices(known)) !== undefined)
        return { kind: 'pass' };
      return { kind: 'ask', effects: [say(known.words('message-contact'), cancel(known))], next: 'waiting/contact' };
    },
    contact(said, known) {
      if (chosen(said, cancel(known)) === 'cancel' || chosen(said, lineChoices(known)) !== undefined)
        return { kind: 'pass' };
      if (!reachable.test(said.text.slice(0, longest))) {
        return { kind: 'ask', effects: [say(known.words('message-contact'), cancel(known))], next: 'waiting/contact' };
      }
      const contact = said.text.trim().slice(0, longest);
      return {
        kind: 'done',
        effects: [{ kind: 'contact', text: contact }, say(known.words('message-kept', { contact }))],
      };
    },
  },
};
