/**
 * What of the store is about a person: the one list for forgetting them and for handing out what is known of them. A key
 * that is not in it does not compile; test/store/person-file.test.ts holds the scripts to it.
 */
import type { keys } from './keys.js';

/**
 * `theirs`: in the file, and gone when they are erased. `place`: names their conversation or case among others', and says
 * no more of it than the file does; it goes, too. Else why it is neither.
 */
export type About = 'theirs' | 'place' | { readonly not: string };

const team = { not: 'about the team' };
const figures = { not: 'figures that name nobody' };
const data = { not: 'about the data itself' };
const passing = { not: 'names nobody, and passes within minutes' };

export const aboutPerson: Readonly<Record<keyof typeof keys, About>> = {
  conversation: 'theirs',
  episode: 'theirs',
  transcript: 'theirs',
  sealed: 'theirs',
  known: 'theirs',
  memory: 'theirs',
  customer: 'theirs',
  lives: 'theirs',
  place: 'theirs',
  speakers: 'theirs',
  named: 'theirs',
  line: 'place',
  lineSince: 'place',
  leases: 'place',
  held: 'place',
  claim: 'place',
  claimRequest: 'place',
  episodes: 'place',
  asked: 'place',
  ended: 'place',
  closed: 'place',
  closedBy: 'place',
  owed: 'place',
  idle: 'place',
  undelivered: 'place',
  tombstone: { not: 'the hash of the id of an erased conversation, so that it stays erased' },
  log: { not: 'changes by a name made by chance, which leads to nobody once they are erased' },
  audit: { not: 'what the team did, by a name made by chance, which leads to nobody once they are erased' },
  deed: team,
  agents: team,
  agentsOf: team,
  names: team,
  people: team,
  person: team,
  seats: team,
  tries: team,
  session: team,
  sessions: team,
  pace: figures,
  hour: figures,
  lessons: { not: 'words that several people have used, gathered anew without those of anybody who was erased' },
  refused: { not: 'hashes of such words' },
  queues: data,
  news: { not: 'rung, never kept' },
  count: passing,
  still: data,
  trials: data,
  probe: data,
  mark: data,
  secret: data,
  unwritten: data,
  shards: data,
};
