/** Limits at every door, of real servers: of one, and of two on one store. */
import { expect } from 'chai';
import { call, generate, type Granted } from '../support/direct-line-calls.js';
import { startConnector } from '../support/connector.js';
import { startServer, type ServerProcess } from '../support/server.js';
import { engines, onEveryEngine, type StoreHouse } from '../support/stores.js';

const secret = 'the-secret-of-the-shop-longer-than-it-needs-to-be';
const limits = {
  LIMIT_MESSAGES: '12/600',
  LIMIT_ADDRESS: '100/600',
  LIMIT_BEGIN: '40/600',
  LIMIT_READS: '16/600',
  LIMIT_GUESSES: '4/600',
  DIRECT_LINE_SECRET: secret,
  TRUST_PROXY: '127.0.0.1',
  LOG_LEVEL: 'silent',
};

interface Told {
  readonly status: number;
  readonly retry: number;
  readonly message: string;
}

let strangers = 0;
/**
 * Everyone comes from an address of their own, unless it is given: of this computer, because the local sign-in and
 * messages without a registration are for nobody else.
 */
const stranger = () => `127.51.${Math.floor((strangers += 1) / 250)}.${strangers % 250}`;

async function post(url: string, { from, token, body = {} }: { from: string; token?: string; body?: unknown }) {
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': from,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const told = (await answer.json()) as { error?: { message: string } };
  const retry = Number(answer.headers.get('retry-after') ?? 0);
  return { status: answer.status, retry, message: told.error?.message ?? '' };
}

/** What each door does when it is used again and again, and how often it lets that pass. */
function doors(urls: readonly string[], serviceUrl: string) {
  const at = (n: number) => urls[n % urls.length] ?? '';
  const say = (n: number, who: { token: string; conversationId: string; from: string }) =>
    post(`${at(n)}/v3/directline/conversations/${who.conversationId}/activities`, {
      ...who,
      body: { type: 'message', text: `message ${n}` },
    });
  const teams = (n: number, changes: object) =>
    post(`${at(n)}/api/messages`, {
      from: stranger(),
      body: {
        type: 'message',
        id: crypto.randomUUID(),
        text: 'hi',
        channelId: 'msteams',
        serviceUrl,
        conversation: { id: 'c' },
        from: { id: 'u' },
        recipient: { id: 'b' },
        ...changes,
      },
    });
  const guess = (n: number, from: string) => post(`${at(n)}/v3/directline/tokens/generate`, { from, token: 'wrong' });
  return {
    'messages of one conversation': {
      most: 12,
      async open() {
        const who = { ...(await generate(at(0))), from: stranger() };
        return (n: number) => say(n, { ...who, from: stranger() });
      },
    },
    'messages of a known customer in many conversations': {
      most: 12,
      async open() {
        const user = { id: `c-${stranger()}` };
        const talks: Granted[] = [];
        for (let n = 0; n < 5; n += 1) {
          talks.push((await call(at(n), 'POST /tokens/generate', { token: secret, body: { user } })).body);
        }
        return (n: number) => say(n, { ...talks[n % 5]!, from: stranger() });
      },
    },
    'messages from one address': {
      most: 100,
      async open() {
        const talks = await Promise.all(Array.from({ length: 20 }, () => generate(at(0))));
        const from = stranger();
        return (n: number) => say(n, { ...talks[n % 20]!, from });
      },
    },
    'conversations begun from one address': {
      most: 40,
      open() {
        const from = stranger();
        return Promise.resolve((n: number) => post(`${at(n)}/v3/directline/tokens/generate`, { from }));
      },
    },
    'conversations begun from one address that claims others': {
      most: 40,
      open() {
        const from = stranger();
        const claimed = (n: number) => `10.0.0.${n % 250}, ${from}`;
        return Promise.resolve((n: number) => post(`${at(n)}/v3/directline/tokens/generate`, { from: claimed(n) }));
      },
    },
    'reading of one conversation': {
      most: 16,
      async open() {
        const { token } = await generate(at(0));
        return (n: number) => post(`${at(n)}/v3/directline/tokens/refresh`, { from: stranger(), token });
      },
    },
    'guesses of the secret': {
      most: 4,
      open() {
        const from = stranger();
        return Promise.resolve((n: number) => guess(n, from));
      },
    },
    'guesses at sign-in': {
      most: 4,
      open() {
        const from = stranger();
        return Promise.resolve((n: number) => post(`${at(n)}/api/sign-in`, { from, body: { id: `guess ${n}` } }));
      },
    },
    'messages of one person in Teams': {
      most: 12,
      open() {
        const id = stranger();
        return Promise.resolve((n: number) => teams(n, { from: { id }, conversation: { id: `${id} ${n % 7}` } }));
      },
    },
    'messages of one conversation in Teams': {
      most: 12,
      open() {
        const id = stranger();
        return Promise.resolve((n: number) => teams(n, { from: { id: `${id} ${n % 7}` }, conversation: { id } }));
      },
    },
  } as const;
}

/** Asks twice as often as allowed; answers how often it passed, and checks what the others were told. */
async function through(ask: (n: number) => Promise<Told>, most: number): Promise<number> {
  const answers: Told[] = [];
  for (let n = 0; n < most * 2; n += 1) answers.push(await ask(n));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length, JSON.stringify(answers.at(-1))).to.be.above(0);
  expect(answers.at(-1)?.status).to.equal(429);
  for (const { retry, message } of refused) {
    expect(retry).to.be.within(1, 600 * 1440);
    expect(message).to.match(/Wait \d+ seconds?, then try again\.$/);
  }
  return answers.length - refused.length;
}

function suite(start: () => Promise<StoreHouse>, processes: number): void {
  let house: StoreHouse;
  let servers: readonly ServerProcess[];
  let connector: Awaited<ReturnType<typeof startConnector>>;

  before(async () => {
    house = await start();
    connector = await startConnector();
    const env = { ...house.env, ...limits };
    servers = await Promise.all(Array.from({ length: processes }, () => startServer(env)));
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await connector.close();
    await house.close();
  });

  for (const name of Object.keys(doors([], '')) as (keyof ReturnType<typeof doors>)[]) {
    it(`for ${name}`, async () => {
      const { most, open } = doors(
        servers.map(({ url }) => url),
        connector.serviceUrl,
      )[name];
      const passed = await through(await open(), most);
      expect(passed).to.equal(most); // in turns, so that every process asks the store before its quarter is used up
    });
  }

  it('are as good as none for the right secret, whoever guesses from there', async () => {
    const from = stranger();
    const [{ url }] = servers as [ServerProcess];
    const ask = (token: string) => post(`${url}/v3/directline/tokens/generate`, { from, token });
    for (let n = 0; n < 60; n += 1) expect((await ask(secret)).status).to.equal(200);
    for (let n = 0; n < 4; n += 1) expect((await ask(`wrong ${n}`)).status).to.equal(403);
    for (let n = 0; n < 20; n += 1) expect((await ask(`wrong ${n}`)).status).to.equal(429);
    expect((await ask(secret)).status).to.equal(200);
  });
}

onEveryEngine('the limits of one server', (start) => suite(start, 1), engines.slice(0, 2));
onEveryEngine('the limits of two servers on one store', (start) => suite(start, 2), engines.slice(1));
