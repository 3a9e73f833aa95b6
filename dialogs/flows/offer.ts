/** "Shall I get a person?" — yes hands off, no goes on. */
import type { Answer, Choice, Effect, Flow, Known, StepOutcome, Ways } from '../../src/conversation/index.js';
import { askMessage } from './waiting.js';

type Asker = Pick<Known, 'words' | 'desk'>;
type Ask = Extract<StepOutcome, { kind: 'ask' }>;
const becauses = ['frustrated', 'unanswered', 'distress'] as const;
type Because = (typeof becauses)[number];

/** A person when one is there to come, a message when not: nobody is promised who is not there. */
export const personChoice = ({ words, desk }: Asker): Choice =>
  desk.somebody
    ? { title: words('person'), value: 'person' }
    : { title: words('leave-message'), value: 'leave-message' };

const offerChoices = (known: Asker): readonly Choice[] => [
  personChoice(known),
  { title: known.words('not-now'), value: 'not-now' },
];

/** What was asked is whether to get a person: yes means that, whoever is there. */
export const offerWays: Ways = {
  yes: 'person',
  no: 'not-now',
  also: {
    person: [
      ...['sure', 'sure thing', 'ok', 'okay', 'k', 'kk', 'okey', 'fine', 'alright', 'all right', 'do it', 'do that'],
      ...['please do it', 'go ahead', 'go on', 'why not', 'sounds good', 'that would be great', 'that would be good'],
      ...['that would be nice', "i'd like that", 'i would like that', 'get a person', 'get me a person', 'a person'],
      ...['einverstanden', 'gern', 'gerne', 'sehr gern', 'sehr gerne', 'mach das', 'machen sie das', 'in ordnung'],
    ],
    'not-now': [
      ...['not now', 'not yet', 'not today', 'later', 'maybe later', 'rather not', 'no need', 'not necessary'],
      ...["don't", 'do not', "don't bother", "i'm good", 'i am good', "i'm fine", 'no person', 'nicht nötig'],
      ...['nicht jetzt', 'jetzt nicht', 'später', 'lieber nicht', 'nicht notwendig'],
    ],
  },
};

function whoIsThere({ words, desk }: Asker): string {
  if (desk.somebody) return '';
  if (desk.opens === undefined) return words('nobody-now');
  const opens = desk.opens === '' ? '' : words('opens-again', { when: desk.opens });
  return words('closed-now', { opens });
}

/** Says `text` and waits for yes or no. `because` is kept for the ticket. */
export function ask(text: string, known: Asker, because: Because): Ask {
  const whole = `${text} ${whoIsThere(known)}`.trim();
  const said: Effect = { kind: 'say', reply: { text: whole, choices: offerChoices(known) } };
  return { kind: 'ask', effects: [said], next: 'offer/answer', memo: { because } };
}

/** The same inside an episode, which counts it. */
export function offer(text: string, known: Asker, because: Because): Ask {
  const asked = ask(text, known, because);
  return { ...asked, effects: [...asked.effects, { kind: 'count', what: 'offers' }] };
}

const becauseOf = ({ memo }: Known): Because => becauses.find((because) => because === memo['because']) ?? 'frustrated';

/** Into the line at once, so that it cannot be lost, and on to the message. Who is in distress stays that. */
function leaveMessage(known: Known): StepOutcome {
  const reason = becauseOf(known) === 'distress' ? 'distress' : 'message';
  return { kind: 'hand-off', reason, ...askMessage(known) };
}

/** What becomes of the answer to an offer. */
export function takeOffer({ picked }: Answer, known: Known): StepOutcome {
  switch (picked) {
    case 'leave-message':
      return leaveMessage(known);
    case 'person':
      return { kind: 'hand-off', effects: [], reason: becauseOf(known) };
    case 'not-now':
      return { kind: 'done', effects: [{ kind: 'say', reply: { text: known.words('declined') } }] };
    default:
      return { kind: 'pass' };
  }
}

export const offerFlow: Flow = {
  name: 'offer',
  steps: { answer: { offers: (known) => ({ choices: offerChoices(known), ways: offerWays }), take: takeOffer } },
};
