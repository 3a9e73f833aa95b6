/** A closed case as the agents' page shows it. */
import { guestName, wordsOfChannel } from '../../conversation/index.js';
import type { ClosedCase } from '../../queue/index.js';
import { preview } from '../rows.js';
import type { Member } from '../staff.js';
import type { ClosedRow } from './contract.js';

export function closedRow({ id }: Pick<Member, 'id'>, one: ClosedCase): ClosedRow {
  const { conversation, episode, epoch, seq, reason, bornAt, endedAt, agent, outcome, ces, stays } = one;
  return {
    ...{ id: conversation, episode, epoch, seq, reason, bornAt, endedAt, outcome },
    channel: wordsOfChannel(one.channel),
    customer: one.customer.name ?? guestName(conversation),
    last: { text: one.last.text.slice(0, preview), ...(one.last.value === undefined ? {} : { chose: true }) },
    ...(agent === undefined || agent.id === id ? {} : { agent: agent.name }),
    ...(one.asked ? { asked: true } : {}),
    ...(ces === undefined ? {} : { ces }),
    ...(stays === undefined ? {} : { stays }),
  };
}
