/** Sessions in memory, on a clock that a test moves: an honest small implementation of what the store does. */
import type { Clock } from '../../src/base/index.js';
import type { Session, SessionStore } from '../../src/store/index.js';

export function createMemorySessions({ now }: Clock): SessionStore {
  const sessions = new Map<string, Session>();
  const lives = ({ till, seen }: Session, idle: number) => till > now() && seen + idle > now();
  const mine = (person: string) => [...sessions].filter(([, one]) => one.person === person);
  return {
    begin({ session, person, about, replaces, age }) {
      if (replaces !== undefined) sessions.delete(replaces);
      sessions.set(session, { person, about, begun: now(), seen: now(), till: now() + age });
      return Promise.resolve();
    },
    find(session, idle) {
      const found = sessions.get(session);
      if (found === undefined || !lives(found, idle)) return Promise.resolve(undefined);
      if (now() - found.seen >= idle / 20) sessions.set(session, { ...found, seen: now() });
      return Promise.resolve(found);
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
