/** Somebody who does not work here any more, or not now: all that they hold goes back to its place in the line. */
import type { Tongues } from '../conversation/index.js';
import type { Holder, Queue, Release, Ticket } from '../queue/index.js';

/** A customer who writes all the time is left to the lease, which nobody renews. */
const mostTries = 5;

/** Whatever its customer writes meanwhile: the next person reads it. False when it is not theirs any more. */
async function putBack(queue: Queue, { conversation, epoch, seq }: Ticket, how: Pick<Release, 'agent' | 'notice'>) {
  let seen = seq;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const moved = await queue.release({ ...how, conversation, epoch, seen, action: 'release' });
    if (moved.kind !== 'wrote') return moved.kind === 'moved';
    seen = moved.entries.at(-1)?.seq ?? seen;
  }
  return false;
}

/** Answers how much that was. */
export const createRelieve =
  ({ queue, speech }: { readonly queue: Queue; readonly speech: Tongues }) =>
  async (agent: Holder): Promise<number> => {
    const { name } = agent;
    const noticeIn = (language: string | undefined): Release['notice'] => ({
      text: speech(language)('agent-released', { name }),
      mark: 'released',
      by: name,
    });
    const held = (await queue.held(agent.id)).filter(({ leaving }) => leaving === undefined);
    const moved = await Promise.all(
      held.map((ticket) => putBack(queue, ticket, { agent, notice: noticeIn(ticket.language) })),
    );
    return moved.filter((one) => one).length;
  };
