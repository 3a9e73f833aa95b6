/** A person on the conversation: what the customer reads when someone joins, steps away, passes on, hands back or closes. */
import { askSurvey } from '../../dialogs/index.js';
import { maskPersonal } from '../base/index.js';
import {
  type Effect,
  freshMood,
  type Mark,
  maskOfTeam,
  type Memory,
  placeOf,
  type Privacy,
  type Tongues,
  type WordName,
  type Words,
} from '../conversation/index.js';
import type {
  Agent,
  Claimed,
  Holder,
  Passed,
  Queue,
  Released,
  Reopen,
  Reopened,
  Speech,
  Taker,
  Ticket,
  Why,
} from '../queue/index.js';

export interface Relay {
  claim(agent: Agent, request: ClaimRequest): Promise<Claimed>;
  say(agent: Agent, message: Omit<Speech, 'agent'>): ReturnType<Queue['speak']>;
  /** Lets go of a ticket. */
  letGo(agent: Holder, move: Move): Promise<Released>;
  /** Passes a ticket on to a colleague. */
  passTo(agent: Holder, to: Taker, ticket: Fence): Promise<Passed>;
  /** Passes a ticket on to the line of another queue, where it keeps its place in time. */
  passOn(agent: Holder, queue: { id: string; title: string }, ticket: Fence & Undoable): Promise<Released>;
  /** A closed case goes on with them; `force`: whoever had it. */
  reopen(agent: Taker, closed: Omit<Reopen, 'agent' | 'notice' | 'told'> & Pick<Memory, 'language'>): Promise<Reopened>;
  /** Takes back what the customer was not told yet. */
  undo: Queue['undo'];
  sweep(): Promise<readonly string[]>;
}

export interface ClaimRequest {
  readonly token: string;
  /** That ticket; without it, the next of the agent's lines. */
  readonly conversation?: string;
  /** A supervisor takes it over from the agent who holds it. */
  readonly from?: string;
}

/** A ticket as the acting agent knows it: the epoch they hold it by, and the number they have read it up to. */
export interface Fence {
  readonly conversation: string;
  readonly epoch: number;
  readonly seen: number;
}

interface Undoable {
  /** Nobody is told for a moment, in which it can be undone. */
  readonly undo?: boolean;
}

export interface Move extends Fence, Undoable {
  readonly action: 'release' | 'hand-back' | 'close';
  /** By a supervisor, also when somebody else holds it. */
  readonly force?: boolean;
  /** The reason of a close while an answer is owed. */
  readonly why?: Why;
}

/** How many messages the policy stays quiet after a person has handed back. */
const quietAfterPerson = 2;

/** As memory keeps it: what is forgotten with a case is not the language of its customer. */
const languageOf = (ticket: Ticket | undefined): Pick<Memory, 'language'> =>
  ticket?.language === undefined ? {} : { language: ticket.language };

/**
 * The effects of closing a ticket: the survey, once in a case, and not for a customer who was in danger, robbed or in
 * distress.
 */
function closing(words: Words, name: string, ticket: Ticket | undefined): readonly Effect[] {
  const notice = { text: words('agent-closed', { name }), by: name };
  const spoken = languageOf(ticket);
  if (ticket?.grave === true || ticket?.asked === true)
    return [
      { kind: 'end', notice },
      { kind: 'remember', memory: { ...spoken, mood: freshMood, failures: 0 } },
    ];
  const asked = askSurvey({ words }, [{ kind: 'end', notice }]);
  if (asked.kind !== 'ask') return [];
  const memory = { ...spoken, mood: freshMood, failures: 0, place: placeOf(asked) };
  return [...asked.effects, { kind: 'remember', memory }];
}

/** And of handing it back. */
const handingBack = (ticket: Ticket | undefined): readonly Effect[] => [
  { kind: 'count', what: 'handed-back' },
  {
    kind: 'remember',
    memory: { ...languageOf(ticket), mood: { ...freshMood, quiet: quietAfterPerson }, failures: 0 },
  },
];

export interface RelayOptions {
  readonly queue: Queue;
  readonly speech: Tongues;
  readonly privacy: Privacy;
}

/** A sentence in every language: which one is said, the ticket tells when it is reached. */
const inEach = (speech: Tongues, name: WordName, values?: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(speech.languages.map((language) => [language, speech(language)(name, values)]));

const notice = (text: string, mark: Mark, by: Holder) => ({ text, mark, by: by.name });

/** What the customer reads when their case goes on, by what became of the survey. */
function reopening(words: Words, by: Holder): Pick<Reopen, 'notice' | 'told'> {
  const { name } = by;
  const told = { asked: words('agent-reopened-asked', { name }), scored: words('agent-reopened-scored', { name }) };
  return { told, notice: notice(words('agent-reopened', { name }), 'reopened', by) };
}

/** In the language of the customer. */
const createSpoken =
  ({ queue, speech }: Pick<RelayOptions, 'queue' | 'speech'>) =>
  async (conversation: string): Promise<{ readonly words: Words; readonly ticket: Ticket | undefined }> => {
    const ticket = await queue.ticket(conversation);
    return { words: speech(ticket?.language), ticket };
  };

const createMasked =
  (privacy: Privacy) =>
  (text: string): string =>
    maskPersonal(text, maskOfTeam(privacy)).text;

function createLetGo({ queue, speech, privacy }: RelayOptions): Relay['letGo'] {
  const spoken = createSpoken({ queue, speech });
  const masked = createMasked(privacy);
  const maskedWhy = ({ reason, words: own }: Why): Why =>
    own === undefined ? { reason } : { reason, words: masked(own) };
  return async (agent, { conversation, epoch, seen, action, force = false, why, undo = false }) => {
    const { name } = agent;
    const base = { conversation, agent, epoch, seen, force, undo };
    const reason = why === undefined ? {} : { why: maskedWhy(why) };
    const { words, ticket } = await spoken(conversation);
    switch (action) {
      case 'release': {
        const gone = notice(words('agent-released', { name }), 'released', agent);
        return queue.release({ ...base, action, notice: gone });
      }
      case 'hand-back': {
        const back = notice(words('agent-handed-back', { name }), 'handed-back', agent);
        return queue.release({ ...base, action, notice: back, effects: handingBack(ticket) });
      }
      case 'close': {
        const effects = closing(words, name, ticket);
        return queue.release({ ...base, action, notice: { text: '' }, effects, ...reason });
      }
    }
  };
}

export function createRelay({ queue, speech, privacy }: RelayOptions): Relay {
  const masked = createMasked(privacy);
  const spoken = createSpoken({ queue, speech });

  return {
    claim(agent, { token, conversation, from }) {
      const { name } = agent;
      const told = inEach(speech, from === undefined ? 'agent-joined' : 'agent-took-over', { name, other: from ?? '' });
      const what = conversation === undefined ? {} : { conversation };
      const said = notice(told[speech.usual] ?? '', 'joined', agent);
      return queue.claim({ agent, token, notice: said, told, force: from !== undefined, ...what });
    },
    say: (agent, message) => queue.speak({ ...message, text: masked(message.text), agent }),
    letGo: createLetGo({ queue, speech, privacy }),
    async passTo(agent, to, ticket) {
      const { words } = await spoken(ticket.conversation);
      const text = words('agent-passed-to', { name: agent.name, to: to.name });
      return queue.pass({ ...ticket, agent, to, notice: notice(text, 'passed', agent) });
    },
    async passOn(agent, { id, title }, ticket) {
      const { words } = await spoken(ticket.conversation);
      const text = words('agent-passed-on', { name: agent.name, queue: title });
      return queue.release({ ...ticket, agent, action: 'release', queue: id, notice: notice(text, 'passed', agent) });
    },
    reopen: (agent, { language, ...closed }) =>
      queue.reopen({ ...closed, ...reopening(speech(language), agent), agent }),
    undo: (held) => queue.undo(held),
    sweep() {
      const told = inEach(speech, 'agent-lost');
      return queue.sweep(told[speech.usual] ?? '', told);
    },
  };
}
