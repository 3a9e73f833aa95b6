/** In the line: what is written is kept for the person, and the customer may leave a message or the line. */
import type { Answer, Choice, Effect, Flow, Known, Offered, StepOutcome } from '../../src/conversation/index.js';

const lineChoices = ({ words }: Pick<Known, 'words'>): readonly Choice[] => [
  { title: words('leave-message'), value: 'leave-message' },
  { title: words('leave-line'), value: 'leave-line' },
];

/** What can be chosen as long as one waits, whatever was asked last. */
export const inLine = (known: Pick<Known, 'words'>): Offered => ({
  choices: lineChoices(known),
  ways: {
    also: {
      'leave-message': ['leave a message instead', 'leave another message', 'i want to leave a message'],
      'leave-line': [
        'leave the queue',
        'i want to leave the line',
        'i want to leave the queue',
        'take me out of the line',
      ],
    },
  },
});

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

/** Out of the line, and back to the assistant. */
export const leaveLine = ({ words }: Pick<Known, 'words'>): StepOutcome => ({
  kind: 'done',
  effects: [{ kind: 'leave-line' }, say(words('left-line'))],
});

/** What a ticket that waits does with a choice; nothing when the message is none of these. */
export function wait({ picked }: Answer, known: Omit<Known, 'memo'>): StepOutcome | undefined {
  switch (picked) {
    case 'leave-line':
      return leaveLine(known);
    case 'leave-message':
      return { kind: 'ask', ...askMessage(known) };
    default:
      return undefined;
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

const kept = (known: Known): StepOutcome => ({ kind: 'done', effects: [say(known.words('keep-waiting'))] });
const askContact = (known: Known, sentence: 'message-contact' | 'message-contact-again'): StepOutcome => ({
  kind: 'ask',
  effects: [say(known.words(sentence), cancel(known))],
  next: 'waiting/contact',
});

export const waitingFlow: Flow = {
  name: 'waiting',
  steps: {
    silent: {
      offers: (known) => ({ choices: [stay(known)], ways: { yes: 'stay', no: 'leave-line' } }),
      /** Whatever they write, they are there. */
      take: () => ({ kind: 'pass' }),
    },
    message: {
      offers: (known) => ({ choices: cancel(known) }),
      take({ picked }, known) {
        if (picked === 'cancel') return kept(known);
        return picked === undefined ? askContact(known, 'message-contact') : { kind: 'pass' };
      },
    },
    contact: {
      offers: (known) => ({ choices: cancel(known) }),
      take({ picked, text, contact: given = text }, known) {
        if (picked === 'cancel') return kept(known);
        if (picked !== undefined) return { kind: 'pass' };
        if (!reachable.test(given.slice(0, longest))) return askContact(known, 'message-contact-again');
        const shown = text.trim().slice(0, longest);
        return {
          kind: 'done',
          effects: [
            { kind: 'contact', text: given.trim().slice(0, longest) },
            say(known.words('message-kept', { contact: shown })),
          ],
        };
      },
    },
  },
};
