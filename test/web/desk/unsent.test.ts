/** The agent's words are safe: whatever happens between the press and the server, they arrive once, in order, or are shown. */
import { expect } from 'chai';
import type { DeskPort } from '../../../src/web/desk/port.js';
import { unsentOf } from '../../../src/web/desk/state.js';
import { first, lineOf, ready } from './ready.js';
import { fakeShelf, mine, view } from './rows.js';

/** A server that takes a message once by its id, as ours does, while it is up. */
function createServer() {
  const taken: string[] = [];
  const ids = new Set<string>();
  const server = { down: false, fault: new Error('502'), taken, waiting: [] as (() => void)[] };
  const say: DeskPort['say'] = (_, { id, text }) => {
    if (server.down) return Promise.reject(server.fault);
    if (!ids.has(id)) taken.push(text);
    ids.add(id);
    return Promise.resolve({ kind: 'said', seq: 3 });
  };
  const after = (_: number, act: () => void) => {
    server.waiting.push(act);
    return () => void server.waiting.splice(server.waiting.indexOf(act), 1);
  };
  const ticket = (id: string) => Promise.resolve(view(mine(id), first));
  return { server, answers: { say, ticket }, after };
}

/** Lets the waiting tries happen, until nothing more does. */
async function settle(waiting: (() => void)[]): Promise<void> {
  for (const act of waiting.splice(0)) act();
  await new Promise((done) => setImmediate(done));
}

describe('what an agent wrote and the server did not take', () => {
  const write = async (desk: Awaited<ReturnType<typeof ready>>, text: string) => {
    desk.write({ text, note: false });
    await desk.send();
  };

  it('is marked and kept when another conversation is opened before it fails', async () => {
    const { server, answers, after } = createServer();
    let fail: (fault: Error) => void = () => undefined;
    let held = true;
    const say: DeskPort['say'] = (id, body) =>
      held ? new Promise((_, reject) => (fail = reject)) : answers.say(id, body);
    const desk = await ready({ ...answers, say }, { after });
    desk.write({ text: 'On it', note: false });
    const sent = desk.send();
    await desk.open('b');
    expect(unsentOf(desk, 'a')).to.equal(1);
    held = false;
    fail(new Error('502'));
    await sent;
    expect([unsentOf(desk, 'a'), unsentOf(desk, 'b'), unsentOf(desk)]).to.deep.equal([1, 0, 1]);
    await desk.open('a');
    expect(desk.talk.value?.outbox.map(({ text, state }) => [text, state])).to.deep.equal([['On it', 'failed']]);
    await settle(server.waiting);
    expect(server.taken).to.deep.equal(['On it']);
    expect(unsentOf(desk)).to.equal(0);
  });

  it('is still there after going away and back', async () => {
    const { server, answers, after } = createServer();
    const desk = await ready(answers, { after });
    server.down = true;
    await write(desk, 'On it');
    await desk.open('b');
    await desk.open('a');
    expect(desk.talk.value?.outbox.map(({ text }) => text)).to.deep.equal(['On it']);
  });

  for (const [name, fault] of [
    ['a reload', new Error('502')],
    ['signing in again', Object.assign(new Error('Sign in first.'), { status: 401 })],
  ] as const) {
    it(`goes out by itself after ${name}`, async () => {
      const { server, answers, after } = createServer();
      const disk = fakeShelf();
      const desk = await ready(answers, { after, disk });
      server.down = true;
      server.fault = fault;
      await write(desk, 'On it');
      server.waiting.length = 0;
      server.down = false;
      const later = await ready(answers, { after, disk });
      expect(server.taken).to.deep.equal(['On it']);
      expect([unsentOf(later), disk.held.size]).to.deep.equal([0, 0]);
    });
  }

  it('goes out by itself after one failure, while the feed says nothing', async () => {
    const { server, answers, after } = createServer();
    const desk = await ready(answers, { after });
    server.down = true;
    await write(desk, 'On it');
    server.down = false;
    await settle(server.waiting);
    expect(server.taken).to.deep.equal(['On it']);
  });

  it('is never overtaken by what was written after it', async () => {
    const { server, answers, after } = createServer();
    const desk = await ready(answers, { after });
    server.down = true;
    await write(desk, 'one');
    await write(desk, 'two');
    server.down = false;
    await write(desk, 'three');
    expect(server.taken).to.deep.equal(['one', 'two', 'three']);
  });

  it('arrives once from two pages of the same agent', async () => {
    const { server, answers, after } = createServer();
    const disk = fakeShelf();
    const desk = await ready(answers, { after, disk });
    server.down = true;
    await write(desk, 'On it');
    const other = await ready(answers, { after, disk });
    expect(unsentOf(other)).to.equal(1);
    server.down = false;
    await Promise.all([desk.retry(), other.retry()]);
    await settle(server.waiting);
    expect(server.taken).to.deep.equal(['On it']);
    expect([unsentOf(desk), unsentOf(other), disk.held.size]).to.deep.equal([0, 0, 0]);
  });

  it('goes back into the composer of its own conversation when that changed hands', async () => {
    const { answers, after, server } = createServer();
    let fenced = false;
    const say: DeskPort['say'] = (id, body) =>
      fenced ? Promise.resolve({ kind: 'fenced', by: 'Ben' }) : answers.say(id, body);
    const desk = await ready({ ...answers, say }, { after });
    server.down = true;
    await write(desk, 'On it');
    await desk.open('b');
    fenced = true;
    await settle(server.waiting);
    expect(desk.talk.value?.holder).to.equal('mine');
    expect(desk.notice.value).to.match(/Customer a was not sent. Ben has it now/);
    await desk.open('a');
    expect(desk.draft.value.text).to.equal('On it');
  });

  it('is not shown to another agent at the same browser', async () => {
    const { server, answers, after } = createServer();
    const disk = fakeShelf();
    const desk = await ready(answers, { after, disk });
    server.down = true;
    await write(desk, 'On it');
    const me = () => Promise.resolve({ id: 'ben', name: 'Ben', role: 'agent' as const });
    const ben = await ready({ ...answers, me }, { after, disk });
    expect(unsentOf(ben)).to.equal(0);
  });

  it('waits without a disk too', async () => {
    const { server, answers, after } = createServer();
    const no = () => {
      throw new Error('refused');
    };
    const desk = await ready(answers, {
      after,
      disk: { length: 0, key: no, getItem: no, setItem: no, removeItem: no },
    });
    server.down = true;
    await write(desk, 'On it');
    server.down = false;
    await desk.receive(lineOf(mine('a')));
    expect(server.taken).to.deep.equal(['On it']);
  });
});

describe('leaving the desk', () => {
  it('as away holds for a second page and after a reload, and claims nothing', async () => {
    const disk = fakeShelf();
    const told: string[] = [];
    const claims: string[] = [];
    const answers: Partial<DeskPort> = {
      presence: ({ state }) => (told.push(state), Promise.resolve({ held: [], queues: [] })),
      claim: ({ token }) => (claims.push(token), Promise.resolve({ kind: 'empty' })),
    };
    const desk = await ready(answers, { disk });
    await desk.setHere(false);
    told.length = 0;
    const second = await ready(answers, { disk });
    await second.beat();
    expect(new Set(told)).to.deep.equal(new Set(['away']));
    await second.claim();
    expect([second.here.value, claims]).to.deep.equal([false, []]);
    await second.setHere(true);
    await desk.beat();
    expect(desk.here.value).to.equal(true);
  });

  it('by signing out gives each conversation back to its old place, then says that nobody is here', async () => {
    const acts: string[] = [];
    const desk = await ready({
      move: (id, { action }) => (acts.push(`${action} ${id}`), Promise.resolve({ kind: 'moved' })),
      presence: ({ state }) => (acts.push(state), Promise.resolve({ held: ['a'], queues: [] })),
    });
    acts.length = 0;
    expect(await desk.leave()).to.equal(true);
    expect(acts).to.deep.equal(['release a', 'away']);
  });
});
