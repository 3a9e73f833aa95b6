/** A person on the conversation: what the customer reads when someone joins, steps away, hands back or closes. */
import { askSurvey } from '../../dialogs/index.js';
import { type Effect, freshMood, placeOf, type Words } from '../conversation/index.js';
import { effort, type EpisodeRecord } from '../effort/index.js';
import type { Claimed, Fenced, Holder, Queue } from '../queue/index.js';

export interface Relay {
  claim(agent: Holder, token: string, conversation?: string): Promise<Claimed>;
  say(
    agent: Holder,
    message: { conversation: string; id: string; epoch: number; text: string; note: boolean },
  ): ReturnType<Queue['speak']>;
  /** Lets go of a ticket. `record` is the episode as it stands, for its effort. */
  letGo(agent: Holder, move: Move, record: EpisodeRecord): Promise<{ kind: 'moved' } | Fenced>;
  sweep(): Promise<readonly string[]>;
}

export interface Move {
  readonly conversation: string;
  readonly epoch: number;
  readonly action: 'release' | 'hand-back' | 'close';
}

/** How many messages the policy stays quiet after a person has handed back. */
const quietAfterPerson = 2;

export function createRelay({ queue, words }: { readonly queue: Queue; readonly words: Words }): Relay {
  function close(name: string, record: EpisodeRecord): readonly Effect[] {
    const cost = effort({ ...record, outcome: 'helped' });
    const seam = { text: words('agent-closed', { name }), by: name };
    const asked = askSurvey({ words }, [{ kind: 'end', outcome: 'helped', effort: cost, seam }]);
    if (asked.kind !== 'ask') return [];
    return [...asked.effects, { kind: 'remember', memory: { mood: freshMood, failures: 0, place: placeOf(asked) } }];
  }

  return {
    claim(agent, token, conversation) {
      const seam = { text: words('agent-joined', { name: agent.name }), mark: 'joined', by: agent.name } as const;
      return queue.claim({ agent, token, seam, ...(conversation === undefined ? {} : { conversation }) });
    },
    say: (agent, message) => queue.speak({ ...message, agent }),
    letGo(agent, { conversation, epoch, action }, record) {
      const { name } = agent;
      const base = { conversation, agent, epoch };
      switch (action) {
        case 'release':
          return queue.release({
            ...base,
            action,
            seam: { text: words('agent-released', { name }), mark: 'released', by: name },
          });
        case 'hand-back': {
          const memory = { mood: { ...freshMood, quiet: quietAfterPerson }, failures: 0 };
          const seam = { text: words('agent-handed-back', { name }), mark: 'handed-back', by: name } as const;
          return queue.release({
            ...base,
            action,
            seam,
            effects: [
              { kind: 'count', what: 'handed-back' },
              { kind: 'remember', memory },
            ],
          });
        }
        case 'close':
          return queue.release({ ...base, action, seam: { text: '' }, effects: close(name, record) });
      }
    },
    sweep: () => queue.sweep(words('agent-lost')),
  };
}
