/** The signed web hook: another system posts what its customers write, and is posted what they are answered. */
import { SupportError } from '../../base/index.js';
import { keyOf, type KnownChannel, longestMessage } from '../../conversation/index.js';
import { type Call, json, route } from '../../http/index.js';
import type { Door, DoorOptions } from '../door.js';
import { gone } from '../gone.js';
import { createCarrier } from './carrier.js';
import { type HookMessage, hookMessage } from './contract.js';
import { signedId } from './signature.js';

const channel: KnownChannel = 'hook';

function createReceiver(options: DoorOptions, secret: string) {
  const { clock, limits, listener } = options;
  return async ({ headers, bytes, body }: Pick<Call<HookMessage, unknown>, 'headers' | 'bytes' | 'body'>) => {
    const id = signedId(secret, { headers, body: bytes }, clock.now());
    if (id === undefined) throw new SupportError('unauthorized', 'The signature of this request was not accepted.');
    const conversation = keyOf(channel, body.conversation);
    await limits.take(['message', conversation], ['message', `customer ${channel} ${body.customer.id}`]);
    const kept = await listener.receive({
      conversation,
      channel,
      customer: { ...body.customer, id: keyOf(channel, body.customer.id) },
      activity: id,
      reference: body.conversation,
      text: body.text.slice(0, longestMessage),
    });
    if (kept.kind === 'gone') throw gone();
    return json({ seq: kept.seq }, kept.kind === 'duplicate' ? 200 : 201);
  };
}

export function openHook(options: DoorOptions): Door {
  const { HOOK_SECRET: secret, HOOK_URL: url } = options.settings;
  if (secret === undefined || url === undefined) return {};
  const handle = createReceiver(options, secret);
  options.http.add(route({ method: 'POST', path: '/api/hook/messages', body: hookMessage, noPages: true, handle }));
  return { carrier: createCarrier({ url, secret, clock: options.clock }) };
}
