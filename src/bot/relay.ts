/** A person on the conversation: what the customer reads when someone joins, steps away, passes on, hands back or closes. */
import { askSurvey } from '../../dialogs/index.js';
import { type Effect, freshMood, type Mark, placeOf, type Words } from '../conversation/index.js';
import { effort, type EpisodeRecord } from '../effort/index.js';
import type { Agent, Claimed, Fenced, Holder, Passed, Queue, Speech } from '../queue/index.js';

export interface Relay {
  claim(agent: Agent, wish: Wish): Promise<Claimed>;
  say(
    agent: Holder,
    message: Omit<Speech, 'agent'>,
  ): ReturnType<Queue['speak']>;
  /** Lets go of a ticket. `record` is the episode as it stands, for its effort. */
  letGo(agent: Holder, move: Move, record: EpisodeRecord): Promise<{ kind: 'moved' } | Fenced>;
  /** Passes a ticket on to a colleague. */
  passTo(agent: Holder, to: Holder, ticket: { conversation: string; epoch: number }): Promise<Passed>;
  /** Passes a ticket on to the line of another queue, where it keeps its place in time. */
  passOn(
    agent: Holder,
    queue: { id: string; title: string },
    ticket: { conversation: string; epoch: number },
  ): Promise<{ kind: 'moved' } | Fenced>;
  sweep(): Promise<readonly string[]>;
}

export interface Wish {
  readonly token: string;
  /** That ticket; without it, the next of the agent's lines. */
  readonly conversation?: string;
  /** A supervisor takes it over from whoever holds it. */
  readonly from?: string;
}

export interface Move {
  readonly conversation: string;
  readonly epoch: number;
  readonly action: 'release' | 'hand-back' | 'close';
  /** A supervisor does it, whoever holds it. */
  readonly force?: boolean;
}

/** How many messages the policy stays quiet after a person has handed back. */
const quietAfterPerson = 2;

/** What a closed ticket leads to: helped by whoever held it, or never reached by anyone. */
function closing(words: Words, name: string, record: EpisodeRecord): readonly Effect[] {
  const outcome = record.state === 'waiting' ? 'unanswered' : 'helped';
  const cost = effort({ ...record, outcome });
  const seam = { text: words('agent-closed', { name }), by: name };
  const asked = askSurvey({ words }, [{ kind: 'end', outcome, effort: cost, seam }]);
  if (asked.kind !== 'ask') return [];
  return [...asked.effects, { kind: 'remember', memory: { mood: freshMood, failures: 0, place: placeOf(asked) } }];
}

export function createRelay({ queue, words }: { readonly queue: Queue; readonly words: Words }): Relay {
  const seam = (text: string, mark: Mark, by: Holder) => ({ text, mark, by: by.name });

  return {
    claim(agent, { token, conversation, from }) {
      const { name } = agent;
      const text =
        from === undefined ? words('agent-joined', { name }) : words('agent-took-over', { name, other: from });
      const what = conversation === undefined ? {} : { conversation };
      return queue.claim({ agent, token, seam: seam(text, 'joined', agent), force: from !== undefined, ...what });
    },
    say: (agent, message) => queue.speak({ ...message, agent }),
    letGo(agent, { conversation, epoch, action, force = false }, record) {
      const { name } = agent;
      const base = { conversation, agent, epoch, force };
      switch (action) {
        case 'release':
          return queue.release({ ...base, action, seam: seam(words('agent-released', { name }), 'released', agent) });
        case 'hand-back': {
          const memory = { mood: { ...freshMood, quiet: quietAfterPerson }, failures: 0 };
          const effects: readonly Effect[] = [
            { kind: 'count', what: 'handed-back' },
            { kind: 'remember', memory },
          ];
          const back = seam(words('agent-handed-back', { name }), 'handed-back', agent);
          return queue.release({ ...base, action, seam: back, effects });
        }
        case 'close':
          return queue.release({ ...base, action, seam: { text: '' }, effects: closing(words, name, record) });
      }
    },
    passTo(agent, to, ticket) {
      const text = words('agent-passed-to', { name: agent.name, to: to.name });
      return queue.pass({ ...ticket, agent, to, seam: seam(text, 'passed', agent) });
    },
    passOn(agent, { id, title }, ticket) {
      const text = words('agent-passed-on', { name: agent.name, queue: title });
      return queue.release({ ...ticket, agent, action: 'release', queue: id, seam: seam(text, 'passed', agent) });
    },
    sweep: () => queue.sweep(words('agent-lost')),
  };
}
