/**
 * Sessions in memory, on a clock that a test moves: an honest small implementation of what the store does, without what
 * it keeps of people. `knows`: what is said of them.
 */
import type { Clock } from '../../src/base/index.js';
import type { PersonRecord, Session, SessionStore } from '../../src/store/index.js';

export function createMemorySessions(
  { now }: Clock,
  knows: (person: string) => PersonRecord | undefined = () => undefined,
): SessionStore {
  const sessions = new Map<string, Session>();
  const lives = ({ till, seen }: Session, idle: number) => till > now() && seen + idle > now();
  const mine = (person: string) => [...sessions].filter(([, one]) => one.person === person);
  return {
    begin({ session, person, about, replaces, age }) {
      if (replaces !== undefined) sessions.delete(replaces);
      sessions.set(session, { person, about, begun: now(), seen: now(), till: now() + age });
      return Promise.resolve(true);
    },
    find(session, idle) {
      const found = sessions.get(session);
      if (found === undefined || !lives(found, idle)) return Promise.resolve(undefined);
      if (now() - found.seen >= idle / 20) sessions.set(session, { ...found, seen: now() });
      const known = knows(found.person);
      return Promise.resolve(known === undefined ? found : { ...found, known });
    },
    of(person, idle) {
      const open = mine(person).filter(([, one]) => lives(one, idle));
      return Promise.resolve(open.map(([session, { person: _, ...one }]) => ({ session, ...one })));
    },
    end(person, only) {
      const ended = mine(person).filter(([session]) => only?.includes(session) ?? true);
      for (const [session] of ended) sessions.delete(session);
      return Promise.resolve(ended.length);
    },
  };
}
