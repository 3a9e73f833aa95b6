/** Posts what is for the customer to the one configured address, signed. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../base/index.js';
import { channels } from '../../conversation/index.js';
import { type Carrier, type Letter, type Pushed, unsent } from '../../post/index.js';
import { toText } from '../render/index.js';
import type { HookReply } from './contract.js';
import { sign } from './signature.js';

export interface CarrierOptions {
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
}

/** The same for every try. The time is in it, because numbers begin anew where a conversation was erased. */
const idOf = ({ conversation, entry: { seq, at } }: Letter): string =>
  `msg_${createHash('sha256').update(`${conversation} ${seq} ${at}`).digest('base64url').slice(0, 27)}`;

function replyOf({ reference, entry }: Letter): HookReply {
  const { seq, role } = entry;
  const from = role === 'agent' || role === 'system' ? role : 'assistant';
  return {
    type: 'message',
    conversation: reference,
    seq,
    timestamp: new Date(entry.at).toISOString(),
    from,
    text: toText(entry),
  };
}

export function createCarrier({ url, secret, clock }: CarrierOptions): Carrier {
  async function send(letter: Letter): Promise<Pushed> {
    const body = Buffer.from(JSON.stringify(replyOf(letter)));
    const signed = sign(secret, { id: idOf(letter), at: clock.now() }, body);
    const headers = { 'content-type': 'application/json', ...signed };
    // a redirect would lead to an address that nobody configured
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: letter.signal });
    await answer.body?.cancel();
    if (answer.ok) return { kind: 'sent' };
    const { status } = answer;
    return unsent({ status, why: `it answered ${status}`, retryAfter: answer.headers.get('retry-after') }, clock.now());
  }
  return {
    title: channels.hook.long,
    send: (letter) =>
      send(letter).catch((fault: unknown) =>
        unsent({ status: 0, why: fault instanceof Error ? fault.message : 'unknown' }, clock.now()),
      ),
  };
}
