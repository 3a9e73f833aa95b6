/** To whom the open ticket can be passed, and why not to the others. */
import type { Target } from './hands.js';
import type { PassTargets } from './types.js';
import { plural } from './words.js';

export interface Choice {
  readonly target: Target;
  /** Here or away, open or closed. */
  readonly standing: string;
  /** It can be chosen. */
  readonly possible: boolean;
}

type Colleague = PassTargets['colleagues'][number];

/** Those who can receive first, then the full, then the away; by name among each. */
const rank = ({ here, free }: Colleague): number => (here ? (free > 0 ? 0 : 1) : 2);

function standingOf({ here, free, languages }: Colleague): string {
  if (!here) return 'Away: cannot receive now';
  const writes = languages.length === 0 ? '' : ` · ${languages.join(', ')}`;
  return free === 0 ? 'Here, but full: no seat left' : `Here, ${plural(free, 'seat')} left${writes}`;
}

export const colleagueChoices = ({ colleagues }: PassTargets): readonly Choice[] =>
  [...colleagues]
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .map((one) => ({
      target: { kind: 'colleague', id: one.id, name: one.name },
      standing: standingOf(one),
      possible: rank(one) === 0,
    }));

/** `from` is the queue the ticket came from. */
export const queueChoices = ({ queues }: PassTargets, from: string): readonly Choice[] =>
  queues.map(({ id, title, open, opens }) => ({
    target: { kind: 'queue', id, name: title },
    standing:
      id === from ? 'It came from here' : open ? 'Open' : `Closed${opens === undefined ? '' : `, opens ${opens}`}`,
    possible: id !== from,
  }));
