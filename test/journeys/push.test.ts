/** Push delivery by whole servers to a real connector: two processes on one Redis, ended the hard way, counted outside. */
import { expect } from 'chai';
import type { ClaimAnswer, Line, TicketRow, TicketView } from '../../src/desk/contract.js';
import { type Connector, sayInTeams, startConnector } from '../support/connector.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { engines, onEveryEngine, type StoreHouse } from '../support/stores.js';

const json = { 'content-type': 'application/json' };
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Ana at her desk, on any of the servers. */
async function createDesk(url: () => string) {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(url() + path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) });
  const cookie = (await post('/api/sign-in', { id: 'ana' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = async <T>(path: string) => (await (await fetch(url() + path, { headers: { cookie } })).json()) as T;
  return {
    line: () => get<Line>('/api/desk/line'),
    view: (id: string) => get<TicketView>(`/api/desk/tickets/${encodeURIComponent(id)}`),
    async waiting(id: string): Promise<TicketRow> {
      for (;;) {
        const found = (await get<Line>('/api/desk/line')).waiting.find((row) => row.id === id);
        if (found !== undefined) return found;
        await pause();
      }
    },
    async claim(ticket: string): Promise<number> {
      const body = { token: crypto.randomUUID(), ticket };
      const answer = (await (await post('/api/desk/claim', body, cookie)).json()) as ClaimAnswer;
      if (answer.kind !== 'claimed') throw new Error(answer.kind);
      return answer.ticket.epoch;
    },
    async say(ticket: string, epoch: number, text: string): Promise<void> {
      const body = { id: crypto.randomUUID(), epoch, text, note: false };
      const answer = await post(`/api/desk/tickets/${encodeURIComponent(ticket)}/say`, body, cookie);
      if (answer.status !== 200) throw new Error(await answer.text());
    },
  };
}

const byAna = (text: string) => `**Ana Silva:** ${text}`;
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

function twoServers(this: Mocha.Suite): void {
  this.timeout(90_000);
  const onRedis = engines.find(({ name }) => name === 'Redis');
  let house: StoreHouse;
  let channel: Connector;
  let servers: [ServerProcess, ServerProcess];
  let turn = 0;
  const url = () => servers[(turn += 1) % 2]?.url ?? '';

  before(async () => {
    house = await onRedis!.start();
    channel = await startConnector();
    servers = await Promise.all([startServer(house.env), startServer(house.env)]);
  });
  after(async () => {
    for (const server of servers) await server.crash();
    await channel.close();
    await house.close();
  });

  const texts = (to: string) => channel.got.filter((one) => one.to === to).map(({ text }) => text);
  const spoken = (to: string) => texts(to).filter((text) => text.startsWith('**Ana'));

  async function assigned(desk: Awaited<ReturnType<typeof createDesk>>, conversation: string): Promise<number> {
    const message = { serviceUrl: channel.serviceUrl, conversation, text: 'I want to talk to a person' };
    expect(await sayInTeams(url(), message)).to.equal(200);
    await desk.waiting(`teams-${conversation}`);
    return desk.claim(`teams-${conversation}`);
  }

  it('every message arrives once and in order, whichever server heard of it', async () => {
    const desk = await createDesk(url);
    const people = ['a', 'b'];
    const epochs = await Promise.all(people.map((conversation) => assigned(desk, conversation)));
    for (const text of numbers(0, 30)) {
      await Promise.all(people.map((one, index) => desk.say(`teams-${one}`, epochs[index] ?? 0, text)));
    }
    for (const one of people) {
      await channel.until(({ to, text }) => to === one && text === byAna('line 29'));
      expect(spoken(one)).to.deep.equal(numbers(0, 30).map(byAna));
    }
  });

  it('an orderly stop in the middle repeats nothing', async () => {
    const desk = await createDesk(url);
    const epoch = await assigned(desk, 'stopped');
    const slow = () =>
      new Promise<{ status: number }>((resolve) => {
        setImmediate(() => resolve({ status: 200 }));
      });
    channel.answer = slow;
    for (const text of numbers(0, 20)) await desk.say('teams-stopped', epoch, text);
    await servers[0].stop();
    servers[0] = await startServer(house.env);
    await servers[1].stop();
    servers[1] = await startServer(house.env);
    for (const text of numbers(20, 25)) await desk.say('teams-stopped', epoch, text);
    await channel.until(({ to, text }) => to === 'stopped' && text === byAna('line 24'));
    expect(spoken('stopped')).to.deep.equal(numbers(0, 25).map(byAna));
  });

  it('a server that is killed while it sends is followed by the other: nothing is lost, only what was under way repeats', async () => {
    const desk = await createDesk(url);
    const epoch = await assigned(desk, 'killed');
    let kill: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (kill = resolve));
    channel.answer = ({ text }) => {
      if (text !== byAna('line 5')) return { status: 200 };
      kill(); // it has arrived; whoever sent it will never hear so
      return new Promise(() => undefined);
    };
    const all = numbers(0, 10);
    for (const text of all) await desk.say('teams-killed', epoch, text);
    await held;
    channel.answer = () => ({ status: 200 });
    // whichever of the two sent it: the other one delivers the rest once the lease is over
    await servers[0].crash();
    servers[0] = await startServer(house.env);
    await servers[1].crash();
    await channel.until(({ to, text }) => to === 'killed' && text === byAna('line 9'));
    const twice = [...all.slice(0, 6), ...all.slice(5)].map(byAna);
    expect(spoken('killed')).to.deep.equal(twice);
  });
}

describe('two servers that deliver to Teams', function () {
  if (engines.some(({ name, skip }) => name === 'Redis' && skip === undefined)) twoServers.call(this);
  else it('skipped: redis-server is not on PATH');
});

onEveryEngine('a message that Teams does not take', (start) => {
  let house: StoreHouse;
  let channel: Connector;
  let server: ServerProcess;
  let desk: Awaited<ReturnType<typeof createDesk>>;

  before(async () => {
    house = await start();
    channel = await startConnector();
    server = await startServer({ ...house.env, LOG_LEVEL: 'silent' });
    desk = await createDesk(() => server.url);
  });
  after(async () => {
    await server.stop();
    await channel.close();
    await house.close();
  });
  const say = (conversation: string, text: string) =>
    sayInTeams(server.url, { serviceUrl: channel.serviceUrl, conversation, text });
  const notes = ({ entries }: TicketView) => entries.filter(({ role }) => role === 'note');

  it('brings a customer who was owed an answer into the line, with the reason', async () => {
    channel.answer = () => ({ status: 403 });
    await say('blocked', 'how long does delivery take?');
    const row = await desk.waiting('teams-blocked');
    expect(row.reason).to.equal('undelivered');
    const view = await desk.view('teams-blocked');
    expect(notes(view)).to.have.length(1);
    const [note] = notes(view);
    expect(note?.text).to.contain('blocked').and.contain('403');
    const about = view.entries.find(({ seq }) => seq === note?.about);
    expect(about?.role).to.equal('assistant');
  });

  it('is told in the ticket when there is one', async () => {
    channel.answer = () => ({ status: 200 });
    await say('held', 'I want to talk to a person');
    await desk.waiting('teams-held');
    const epoch = await desk.claim('teams-held');
    channel.answer = ({ text }) => ({ status: text.includes('too much') ? 413 : 200 });
    await desk.say('teams-held', epoch, 'too much');
    await desk.say('teams-held', epoch, 'better');
    await channel.until(({ text }) => text === byAna('better'));
    const view = await desk.view('teams-held');
    expect(notes(view).map(({ text }) => text)).to.satisfy(([only]: string[]) => only?.includes('“too much”'));
    expect(view.ticket).to.include({ state: 'assigned', epoch });
  });

  it('is sent again when the channel asks for time', async () => {
    let asked = false;
    channel.answer = ({ to }) => {
      if (to !== 'busy' || asked) return { status: 200 };
      asked = true;
      return { status: 429, headers: { 'retry-after': '1' } };
    };
    const begin = performance.now();
    await say('busy', 'how long does delivery take?');
    const times = () => channel.got.filter(({ to }) => to === 'busy');
    while (times().length < 2) await pause();
    expect(times()[0]?.text).to.equal(times()[1]?.text);
    expect(performance.now() - begin).to.be.above(1000);
  });

  it('does not call anybody to a customer who was owed nothing', async () => {
    channel.answer = () => ({ status: 403 });
    const members = { type: 'conversationUpdate', membersAdded: [{ id: 'user-quiet' }], id: 'u1' };
    const from = { channelId: 'msteams', serviceUrl: channel.serviceUrl, conversation: { id: 'quiet' } };
    const who = { from: { id: 'user-quiet' }, recipient: { id: 'bot' } };
    const body = JSON.stringify({ ...members, ...from, ...who });
    await (await fetch(`${server.url}/api/messages`, { method: 'POST', headers: json, body })).arrayBuffer();
    await channel.until(({ to }) => to === 'quiet');
    await say('after', 'how long does delivery take?');
    await desk.waiting('teams-after');
    expect((await desk.line()).waiting.map(({ id }) => id)).to.not.include('teams-quiet');
  });
});
