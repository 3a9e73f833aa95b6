/** A desk over a store with a policy that lets somebody see what is masked. */
import { createAudit } from '../../src/access/index.js';
import { createLog, createTimers, type PersonalKind, SupportError, systemClock } from '../../src/base/index.js';
import { createAssistant, createRelay, createSealing } from '../../src/bot/index.js';
import type { Privacy } from '../../src/conversation/index.js';
import { createDeskFeed, deskRoutes } from '../../src/desk/index.js';
import type { Call, Person } from '../../src/http/index.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { quiet } from '../support/stores.js';

let count = 0;
export const next = (what: string): string => `${what}-${(count += 1)}-of-reveal`;

export interface RevealDesk {
  readonly store: Store;
  readonly privacy: Privacy;
  readonly secrets: readonly [string, ...string[]];
  /** Where its log goes. */
  readonly logged: string[];
}

export function revealDesk({ store, privacy, secrets, logged }: RevealDesk) {
  const { queue, conversations, ledger, changes } = store;
  const sealing = createSealing({ privacy, secrets });
  const log = createLog('trace', { to: { write: (line) => void logged.push(line) } });
  const relay = createRelay({ queue, speech: knowledge.speech, privacy });
  const ports = {
    queue,
    conversations,
    ledger,
    relay,
    faq: knowledge.faq,
    hours: knowledge.hours,
    clock: systemClock,
  };
  const feed = createDeskFeed({ ...ports, changes, health: () => ({}), timers: createTimers(quiet), log: quiet });
  feed.close();
  const standing = { ticket: () => Promise.resolve(undefined), person: () => Promise.resolve(undefined) };
  const audit = createAudit({ store: store.audit, standing, log });
  const routes = audit.watch(deskRoutes({ ...ports, feed, privacy, sealing, log }));
  const assistant = createAssistant({
    ...{ conversations, sealing, log, clock: systemClock },
    knowledge: { ...knowledge, privacy },
  });
  const ask = async (person: Person, place: string, asked: { readonly id?: string; readonly body?: object }) => {
    const route = routes.find(({ method, path }) => `${method} ${path}` === place);
    const { id = '', body } = asked;
    const call = { params: { id }, query: {}, headers: {}, body, remote: '192.0.2.7' } as unknown;
    const answer = await route!.answer(call as Call<unknown, Record<string, string>>, person);
    return answer.kind === 'json' ? (answer.body as Record<string, unknown>) : {};
  };
  const says = async (text: string, conversation = next('web'), customer = next('customer')): Promise<string> => {
    const said = { conversation, channel: 'web', activity: next('message'), customer: { id: customer }, text };
    await assistant.receive(said);
    await assistant.idle();
    return conversation;
  };
  return {
    ask,
    says,
    /** In the line, and taken by somebody. */
    async holds(person: Person, id: string): Promise<number> {
      await says('I want to talk to a person', id);
      const token = next('token');
      const claimed = await relay.claim({ ...person, queues: ['main'] }, { token, conversation: id });
      if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
      return claimed.epoch;
    },
    /** What is shown, or the code of the refusal. */
    async looks(person: Person, id: string, asked: { epoch: number; kind: PersonalKind; entry?: number }) {
      try {
        const body = { entry: 1, ...asked };
        const { shown } = await ask(person, 'POST /api/desk/tickets/:id/reveal', { id, body });
        return (shown as readonly { text: string }[]).map(({ text }) => text).join(' ');
      } catch (fault) {
        if (fault instanceof SupportError) return fault.code;
        throw fault;
      }
    },
  };
}
