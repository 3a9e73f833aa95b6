/** Where a customer stands right now: with the assistant, in the line, or with a person. */
import type { Clock } from '../base/index.js';
import type { Tongues } from '../conversation/index.js';
import type { Hours, Queue, WaitRange } from '../queue/index.js';
import { deskFacts, promise } from './desk-words.js';

export type Standing =
  | { readonly state: 'assistant' }
  /** `place` 1 is next; `wait` is missing when nobody is at the desk, because no estimate would be honest. */
  | {
      readonly state: 'waiting';
      readonly place: number;
      readonly since: number;
      readonly wait?: WaitRange;
      /** Out of hours: when the desk opens, in words; empty when that is not known. */
      readonly opens?: string;
      /** They left a message and a way to reach them. */
      readonly reachable?: true;
    }
  | { readonly state: 'agent'; readonly name: string };

interface Floor {
  readonly queue: Pick<Queue, 'ticket' | 'position'>;
  readonly hours: Hours;
  readonly speech: Tongues;
  readonly clock: Clock;
}

export async function standing({ queue, hours, speech, clock }: Floor, conversation: string): Promise<Standing> {
  const ticket = await queue.ticket(conversation);
  if (ticket?.state === 'assigned') return { state: 'agent', name: ticket.agent?.name ?? '' };
  if (ticket === undefined) return { state: 'assistant' };
  const { language = speech.usual } = ticket;
  const position = await queue.position(ticket);
  const desk = deskFacts({ line: position, now: clock.now() }, { hours, words: speech(language), language });
  const wait = promise(position, desk);
  return {
    state: 'waiting',
    place: position.ahead + 1,
    since: ticket.queuedAt,
    ...(wait === undefined ? {} : { wait }),
    ...(desk.opens === undefined ? {} : { opens: desk.opens }),
    ...(ticket.contact === undefined ? {} : { reachable: true }),
  };
}
