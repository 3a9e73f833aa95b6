/** What is masked in a message is shown to who may see it: by the policy, to who holds the ticket or to a supervisor. */
import { z } from 'zod';
import { type Hidden, personalKinds, SupportError } from '../../base/index.js';
import { type Entry, personalWords, revealedTo } from '../../conversation/index.js';
import { json, type Route } from '../../http/index.js';
import type { MakeRoute } from '../access.js';
import type { RevealAnswer, RevealBody } from './contract.js';
import type { DeskOptions } from '../ports.js';
import type { Member } from '../staff.js';

const body: z.ZodType<RevealBody> = z.strictObject({
  epoch: z.number().int().min(0),
  entry: z.number().int().min(1).max(1e9),
  kind: z.enum(personalKinds),
});

const refusal = ({ privacy }: DeskOptions, kind: RevealBody['kind']): string =>
  revealedTo(privacy, 'supervisor').includes(kind)
    ? `Only a supervisor may see the ${personalWords[kind]} that was masked.`
    : `Nobody may see the ${personalWords[kind]} that was masked.`;

const goneWords = 'What was masked here is not kept any more.';

function createReveal(options: DeskOptions) {
  const { conversations, privacy, sealing, log } = options;

  function opened(conversation: string, entry: Entry, box: string): readonly Hidden[] {
    if (box === '') throw new SupportError('gone', goneWords);
    const hidden = sealing.open(conversation, entry, box);
    if (hidden !== undefined) return hidden;
    log.warn(
      { conversation, seq: entry.seq },
      'a seal does not open: its SEAL_SECRET was taken away, or it was changed',
    );
    throw new SupportError('gone', 'What was masked here cannot be opened any more.');
  }

  return async (
    member: Member,
    conversation: string,
    { epoch, entry: seq, kind }: RevealBody,
  ): Promise<RevealAnswer> => {
    const role = member.supervises ? 'supervisor' : 'agent';
    if (!revealedTo(privacy, role).includes(kind)) throw new SupportError('forbidden', refusal(options, kind));
    const agent = member.id;
    const found = await conversations.reveal({ conversation, seq, epoch, agent, over: member.supervises });
    if (found.kind === 'fenced') {
      throw new SupportError('forbidden', 'Only who has this conversation now, or a supervisor, sees what was masked.');
    }
    if (found.kind === 'none' || found.entry.sealed?.kinds.includes(kind) !== true) {
      throw new SupportError('not-found', `In this message no ${personalWords[kind]} was masked.`);
    }
    const shown = opened(conversation, found.entry, found.box).filter((one) => one.kind === kind);
    return { kind: 'revealed', shown: shown.map(({ was: text, at, length }) => ({ text, at, length })) };
  };
}

export function revealRoutes(options: DeskOptions, deskRoute: MakeRoute): readonly Route[] {
  const reveal = createReveal(options);
  return [
    deskRoute({
      method: 'POST',
      path: '/api/desk/tickets/:id/reveal',
      body,
      needs: ({ params }) => ({ kind: 'see', ticket: params['id'] ?? '' }),
      handle: async ({ member, ticket, body: wanted }) => {
        if (ticket === undefined) throw new SupportError('not-found', 'This conversation no longer needs a person.');
        return json(await reveal(member, ticket.conversation, wanted));
      },
    }),
  ];
}
