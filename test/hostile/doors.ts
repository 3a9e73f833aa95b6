/** A running server and its doors: each takes an input as a stranger would send it. */
import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';
import { askAndHear, askForPerson } from '../support/customer.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { call } from '../support/direct-line-calls.js';
import { startServer } from '../support/server.js';
import type { StoreHouse } from '../support/stores.js';
import { startWebCustomer } from '../support/web-customer.js';
import type { Door } from './inputs.js';

/** Made ready first, so that only what is sent is weighed. */
type Ready = (input: string) => Promise<unknown>;
type Ticket = Awaited<ReturnType<DeskMember['take']>>;

export interface World {
  readonly ready: (door: Door) => Promise<Ready>;
  /** Milliseconds that the thread of the server has worked so far. */
  worked(): number;
  /** Another customer, who has asked nothing yet. */
  bystander(): Promise<{ askAndHear(): Promise<void>; leave(): void }>;
  close(): Promise<void>;
}

const plant = new URL('./planted.js', import.meta.url).href;
const secret = 'a-secret-of-the-tests-that-is-long-enough';

/** The clock of the scheduler for one thread: what others do on this machine is not in it. */
const workedBy = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

async function customerIn(url: string, where: 'answered' | 'waiting' | 'comment') {
  const customer = await startWebCustomer(url, secret);
  if (where === 'waiting') await askForPerson(customer);
  else await askAndHear(customer);
  if (where === 'comment') {
    await customer.say('That answers it', { value: 'solved' });
    await customer.until(/7 = /);
    const from = customer.seen.length;
    await customer.say('5', { value: '5' });
    await customer.until(/./, from);
  }
  return customer;
}

function doorsOf(url: string, desk: { readonly ana: DeskMember; readonly ticket: Ticket }) {
  const json = { 'content-type': 'application/json' };
  const post = async (path: string, body: string, headers = {}) =>
    (await fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body })).text();
  const speaking = async (where: Parameters<typeof customerIn>[1], of: (input: string) => unknown) => {
    const { conversation, token } = await customerIn(url, where);
    return async (input: string) => {
      const body = of(input);
      await call(url, `POST /conversations/${conversation}/activities`, { token, body });
    };
  };
  const message = (input: string) => ({ type: 'message', text: input });
  const known = (of: (input: string) => object) =>
    Promise.resolve((input: string) =>
      post('/v3/directline/tokens/generate', JSON.stringify({ user: of(input) }), {
        authorization: `Bearer ${secret}`,
      }),
    );
  const wire = (of: (input: string) => object) => {
    const id = crypto.randomUUID();
    const from = { id, name: 'T' };
    const base = { type: 'message', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/', from };
    const to = { id: `activity-${id}`, recipient: { id: 'bot' }, conversation: { id: `thread-${id}` } };
    return Promise.resolve((input: string) => post('/api/messages', JSON.stringify({ ...base, ...to, ...of(input) })));
  };
  const mention = { type: 'mention', text: `${'a'.repeat(60)}b`, mentioned: { id: 'bot' } };
  return {
    text: () => speaking('answered', message),
    waiting: () => speaking('waiting', message),
    comment: () => speaking('comment', message),
    choice: () => speaking('answered', (choice) => ({ type: 'message', text: choice, channelData: { choice } })),
    raw: () => speaking('answered', (input) => input),
    name: () => known((name) => ({ id: 'c-1', name })),
    id: () => known((id) => ({ id })),
    wire: () => wire((text) => ({ text })),
    mentions: () =>
      wire((count) => ({ text: 'a'.repeat(20_000), entities: Array<object>(Number(count)).fill(mention) })),
    note: () => Promise.resolve((input: string) => desk.ana.say(desk.ticket, input, { note: true })),
    search: () => Promise.resolve((input: string) => desk.ana.call(`GET /desk/answers?q=${encodeURIComponent(input)}`)),
  } satisfies Readonly<Record<Door, () => Promise<Ready>>>;
}

/** `planted`: with the slow pattern of planted.ts in it. */
export async function openWorld(house: StoreHouse, planted = false): Promise<World> {
  const env = { ...house.env, DIRECT_LINE_SECRET: secret, LOG_LEVEL: 'silent' };
  const server = await startServer(
    env,
    planted ? { program: ['--import', plant, inPackage('dist', 'launch.cjs'), 'start'] } : {},
  );
  const ana = await signIn(server.url, 'ana');
  await ana.here();
  const first = await customerIn(server.url, 'waiting');
  const ticket = await ana.take(first.conversation);
  const doors = doorsOf(server.url, { ana, ticket });
  return {
    ready: (door) => doors[door](),
    worked: () => workedBy(server.pid),
    async bystander() {
      const customer = await startWebCustomer(server.url, secret);
      return { askAndHear: () => askAndHear(customer), leave: () => customer.leave() };
    },
    async close() {
      await server.stop();
    },
  };
}
