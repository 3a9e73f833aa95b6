/** What is asked about those who work here: their sessions, what is kept of them, and what they have done. */
import { act } from './act.js';
import { flag, int, kinds, list, micros, perhaps, record, text, type TypeOf } from './fields.js';

/** What is kept of somebody who works here; without a version, nothing is. Lists are JSON, or nothing. */
const staff = record('facts', {
  name: text,
  role: text,
  queues: text,
  capacity: perhaps,
  languages: text,
  off: flag,
  first: micros,
  seen: micros,
  version: int,
  by: text,
});
export type Staff = TypeOf<typeof staff>;

export const teamActs = {
  beginSession: act(
    {
      session: text,
      person: text,
      name: text,
      order: text,
      role: text,
      about: text,
      replaces: text,
      idle: micros,
      age: micros,
      most: int,
    },
    kinds({ begun: {}, off: {} }),
  ),
  session: act(
    { session: text, idle: micros },
    kinds({ open: { person: text, about: text, begun: micros, seen: micros, till: micros, facts: staff }, none: {} }),
  ),
  people: act({ persons: list(text) }, list(staff)),
  savePerson: act(
    {
      person: text,
      version: int,
      name: text,
      order: text,
      queues: text,
      capacity: perhaps,
      languages: text,
      off: flag,
      by: text,
    },
    kinds({ saved: { facts: staff }, changed: { facts: staff }, none: {} }),
  ),
  sessions: act(
    { person: text, idle: micros },
    list(record('listed', { session: text, about: text, begun: micros, seen: micros, till: micros })),
  ),
  endSessions: act({ person: text, sessions: list(text) }, int),
  noteDeed: act({ id: text, deed: text, about: text, keep: micros }, int),
  logName: act({ id: text, chance: text, keep: micros }, text),
} as const;
