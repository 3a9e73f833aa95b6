/** Starting and stopping: taken ports, open feeds, open sockets, calls that are still running. */
import { expect } from 'chai';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { SupportError } from '../../src/base/index.js';
import { type Http, json, route } from '../../src/http/index.js';
import { closeHouses, gate, receive, openHouse, speak } from './house.js';

/** Well below the second after which the server cuts what has not ended, which is what these tests must not need. */
const prompt = 800;

async function closing(http: Http): Promise<number> {
  const before = performance.now();
  await http.close();
  return performance.now() - before;
}

const asking = 'host: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

describe('starting and stopping', () => {
  afterEach(closeHouses);

  it('says what to do when the port is taken', async () => {
    const { port } = await openHouse();
    const again = openHouse({ port });
    const fault: unknown = await again.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(fault)
      .to.be.instanceOf(SupportError)
      .and.to.include({
        code: 'unavailable',
        message: `Port ${port} on 127.0.0.1 is already in use. Set PORT to another number, or stop the other program.`,
      });
  });

  it('says what to do when the address is not of this computer', async () => {
    const fault: unknown = await openHouse({ host: '203.0.113.9' }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(fault).to.be.instanceOf(SupportError).and.to.have.property('message').that.contains('Set HOST and PORT');
  });

  it('may be closed before it listens, and while it closes', async () => {
    const early: Promise<void>[] = [];
    const { http, url } = await openHouse({ furnish: (house) => void early.push(house.close()) });
    await Promise.all(early);
    expect((await fetch(`${url}/api/sign-in`)).status).to.equal(200);
    await Promise.all([http.close(), http.close()]);
    const call = fetch(url).then(
      () => 'answered',
      () => 'refused',
    );
    expect(await call).to.equal('refused');
  });

  it('takes the port back at once', async () => {
    const { http, port } = await openHouse();
    await http.close();
    expect((await openHouse({ port })).port).to.equal(port);
  });

  it('closes promptly with idle connections open', async () => {
    const { http, url } = await openHouse();
    await (await fetch(`${url}/api/sign-in`)).text();
    expect(await closing(http)).to.be.below(prompt);
  });

  it('closes promptly with a connection open that never asked anything', async () => {
    const { http, port } = await openHouse();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const heard = receive(socket);
    expect(await closing(http)).to.be.below(prompt);
    expect(await heard).to.equal('');
  });

  it('ends a connection as soon as its last answer is out', async () => {
    const begun = gate();
    const finish = gate();
    const slow = route({
      method: 'GET',
      path: '/slow',
      handle: async () => {
        begun.open();
        await finish.passed;
        return json({ text: 'x'.repeat(100_000) });
      },
    });
    const { http, url } = await openHouse({ routes: [slow] });
    const answer = fetch(`${url}/slow`).then((response) => response.text());
    await begun.passed;
    const closed = closing(http);
    setImmediate(() => finish.open());
    expect(await closed).to.be.below(prompt);
    expect(await answer).to.have.length(100_011);
  });

  it('lets a running call finish, and tells it that the server stops', async () => {
    const running = gate();
    const slow = route({
      method: 'GET',
      path: '/slow',
      handle: async ({ signal }) => {
        running.open();
        await once(signal, 'abort');
        return json({ finished: true });
      },
    });
    const { http, url } = await openHouse({ routes: [slow] });
    const answer = fetch(`${url}/slow`).then((response) => response.json());
    await running.passed;
    expect(await closing(http)).to.be.below(prompt);
    expect(await answer).to.deep.equal({ finished: true });
  });

  it('cuts a call that does not finish', async () => {
    const running = gate();
    const handle = () => {
      running.open();
      return new Promise<never>(() => undefined);
    };
    const { http, url } = await openHouse({ routes: [route({ method: 'GET', path: '/stuck', handle })] });
    const answer = fetch(`${url}/stuck`).then(
      () => 'answered',
      () => 'cut',
    );
    await running.passed;
    await http.close();
    expect(await answer).to.equal('cut');
  });

  it('before it ends, says that it is not ready, and every answer is the last on its connection', async () => {
    const { http, url } = await openHouse({
      furnish(own) {
        const handle = () => {
          own.refuseDraining();
          return Promise.resolve(json({ status: 'ready' }));
        };
        own.add(route({ method: 'GET', path: '/ready', handle }));
      },
    });
    const asked = async (path: string) => {
      const { status, headers } = await fetch(`${url}${path}`);
      return [status, headers.get('connection')];
    };
    expect(await asked('/ready')).to.deep.equal([200, 'keep-alive']);
    http.drain();
    expect(await asked('/ready')).to.deep.equal([503, 'close']);
    expect(await asked('/api/sign-in')).to.deep.equal([200, 'close']);
    expect(await asked('/nowhere')).to.deep.equal([404, 'close']);
  });

  it('says goodbye to sockets that were upgraded', async () => {
    const server = new WebSocketServer({ noServer: true });
    const { http, port } = await openHouse({
      furnish: (house) =>
        house.upgrade('/live', ({ request, socket, head }) => {
          server.handleUpgrade(request, socket, head, (ws) => ws.send('hello'));
          return Promise.resolve();
        }),
    });
    const client = new WebSocket(`ws://127.0.0.1:${port}/live/1`);
    const [message] = (await once(client, 'message')) as [Buffer];
    expect(message.toString()).to.equal('hello');
    const gone = once(client, 'close');
    expect(await closing(http)).to.be.below(prompt);
    await gone;
  });
});

describe('upgrades', () => {
  afterEach(closeHouses);

  const refused: readonly (readonly [string, number])[] = [
    ['/elsewhere', 404],
    ['/', 404],
    ['//live', 404],
    ['http://[::1', 404],
    ['/live', 403],
    ['/live/later', 403],
    ['/live/broken', 500],
  ];
  for (const [address, status] of refused) {
    it(`at ${address} are answered with ${status} and ended`, async () => {
      const { port } = await openHouse({
        furnish: (http) =>
          http.upgrade('/live', async (_handshake, url) => {
            if (url.pathname === '/live/broken') throw new Error('swordfish');
            if (url.pathname === '/live/later') await Promise.resolve();
            throw new SupportError('forbidden', 'This chat token is for another conversation.');
          }),
      });
      const answer = await speak(port, `GET ${address} HTTP/1.1\r\n${asking}`);
      expect(answer)
        .to.match(new RegExp(`^HTTP/1\\.1 ${status} `))
        .and.not.to.contain('swordfish');
      expect(JSON.parse(answer.slice(answer.indexOf('{')))).to.have.keys('error');
    });
  }

  it('hand over the whole address', async () => {
    let seen: URL | undefined;
    const { port } = await openHouse({
      furnish: (http) =>
        http.upgrade('/live', (_handshake, url) => {
          seen = url;
          throw new SupportError('forbidden', 'Not now.');
        }),
    });
    await speak(port, `GET /live/a%2Fb?t=x%20y HTTP/1.1\r\n${asking}`);
    expect([seen?.pathname, seen?.searchParams.get('t')]).to.deep.equal(['/live/a%2Fb', 'x y']);
  });

  it('outlive a caller who vanishes in the middle', async () => {
    const taken = gate();
    const vanished = gate();
    const { port, url } = await openHouse({
      furnish: (http) =>
        http.upgrade('/live', async () => {
          taken.open();
          await vanished.passed;
          throw new SupportError('forbidden', 'Too late.');
        }),
    });
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /live HTTP/1.1\r\n${asking}`);
    await taken.passed;
    socket.resetAndDestroy();
    await receive(socket);
    vanished.open();
    expect((await fetch(`${url}/api/sign-in`)).status).to.equal(200);
  });
});
