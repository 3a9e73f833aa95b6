/** A page finds its conversation again after its token has run out, and says so when it is not there any more. */
import { expect } from 'chai';
import { createClient } from '../../../src/web/chat/client.js';
import type { Thread } from '../../../src/web/chat/door.js';
import type { Answer, Ask } from '../../../src/web/chat/world.js';
import { createWorld } from './world.js';

const hours = 4 * 3600;
const denied: Answer = { status: 403, body: { error: { code: 'forbidden', message: 'No.' } } };

/** A server that knows one conversation, one chat token and one renewal at a time; each renewal is good for one use. */
function createServer() {
  const { world, time } = createWorld();
  const known = { token: 't1', renewal: 'r1', count: 1, reused: false, gone: false };
  const asked: string[] = [];
  const grant = (more = {}) => ({ conversationId: 'c1', token: known.token, expires_in: hours, ...more });
  function renew(): Answer {
    known.count += 1;
    [known.token, known.renewal] = [`t${known.count}`, `r${known.count}`];
    return { status: 200, body: grant({ renewal: known.renewal }) };
  }
  function answer({ method, path, token = '' }: Ask): Answer {
    asked.push(`${method} ${path.replace('/v3/directline', '')} ${token}`);
    if (path.endsWith('/tokens/generate')) return { status: 200, body: { conversationId: 'c2', token: 'u1' } };
    if (path.endsWith('/conversations')) {
      return {
        status: 201,
        body: { conversationId: 'c2', token: 'u1', renewal: 's1', streamUrl: 'ws://server/c2?watermark=' },
      };
    }
    if (known.gone) return { status: 404, body: { error: { code: 'gone', message: 'Gone.' } } };
    if (path.endsWith('/tokens/refresh')) {
      if (token === known.renewal) return renew();
      known.reused ||= token.startsWith('r');
      return token === known.token ? { status: 200, body: grant() } : denied;
    }
    if (token !== known.token) return denied;
    return { status: 200, body: grant({ streamUrl: 'ws://server/c1?watermark=' }) };
  }
  const call = (ask: Ask) => new Promise<Answer>((resolve) => resolve(answer(ask)));
  return { world: { ...world, call }, time, known, asked };
}

function page(server: ReturnType<typeof createServer>, shelf: { thread: Thread | undefined }) {
  const state = { renewals: 0, last: '' };
  const client = createClient({
    world: server.world,
    thread: { read: () => shelf.thread, keep: (next) => (shelf.thread = next) },
    renewed: () => (state.renewals += 1),
    connection: (next) => (state.last = next),
    activities: () => undefined,
  });
  return { client, state };
}

const monday: Thread = { conversationId: 'c1', token: 'of friday', renewal: 'r1' };

describe('a page that comes back', () => {
  it('after its token ran out finds its conversation by its renewal, and keeps the next one', async () => {
    const [server, shelf] = [createServer(), { thread: monday as Thread | undefined }];
    const { client, state } = page(server, shelf);
    client.start();
    await server.time.pass(10);
    expect(state).to.deep.equal({ renewals: 0, last: 'live' });
    expect(shelf.thread).to.deep.equal({ conversationId: 'c1', token: 't2', renewal: 'r2' });
  });

  it('beside another page uses no renewal twice, whichever asks first', async () => {
    const [server, shelf] = [createServer(), { thread: monday as Thread | undefined }];
    const pages = [page(server, shelf), page(server, shelf), page(server, shelf)];
    let last: Promise<unknown> = Promise.resolve();
    const alone: typeof server.world.alone = (act) => {
      const turn = last.then(act, act);
      last = turn;
      return turn;
    };
    Object.assign(server.world, { alone });
    for (const { client } of pages) client.start();
    await server.time.pass(50);
    expect(pages.map(({ state }) => state)).to.deep.equal(Array(3).fill({ renewals: 0, last: 'live' }));
    expect(server.known).to.deep.include({ count: 2, reused: false });
  });

  it('that another page left behind by more than one renewal goes on with the newest', async () => {
    const [server, shelf] = [createServer(), { thread: monday as Thread | undefined }];
    const { client, state } = page(server, shelf);
    shelf.thread = { conversationId: 'c1', token: 'of saturday', renewal: 'r1' };
    client.start();
    await server.time.pass(10);
    expect(state).to.deep.equal({ renewals: 0, last: 'live' });
    expect(server.known.reused).to.equal(false);
  });

  it('to what was erased begins anew, and says so', async () => {
    const [server, shelf] = [createServer(), { thread: { ...monday, token: 't1' } as Thread | undefined }];
    server.known.gone = true;
    const { client, state } = page(server, shelf);
    client.start();
    await server.time.pass(10);
    expect(state).to.deep.equal({ renewals: 1, last: 'live' });
    expect(shelf.thread).to.deep.equal({ conversationId: 'c2', token: 'u1', renewal: 's1' });
  });

  it('without a renewal, from an older release, asks for one', async () => {
    const [server, shelf] = [createServer(), { thread: { conversationId: 'c1', token: 't1' } as Thread | undefined }];
    page(server, shelf).client.start();
    await server.time.pass(10);
    expect(server.asked[0]).to.equal('GET /conversations/c1?watermark=&renewable=yes t1');
  });
});
