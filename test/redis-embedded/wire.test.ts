/** The bytes: requests in any pieces, of any content, up to a size; and what is said to nonsense. */
import { expect } from 'chai';
import fc from 'fast-check';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Engine, startEngine } from '../../src/redis-embedded/engine.js';
import { encode } from '../../src/redis-embedded/wire/encode.js';
import { createParser } from '../../src/redis-embedded/wire/parse.js';

const bytes = fc.uint8Array({ maxLength: 40 }).map((some) => Buffer.from(some).toString('latin1'));
const request = fc.array(bytes, { minLength: 1, maxLength: 6 });

describe('the reader of requests', () => {
  it('reads any requests back, however their bytes are cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 60 }), (requests, sizes) => {
        const stream = Buffer.from(requests.map((one) => encode(one)).join(''), 'latin1');
        const parser = createParser();
        const read: (readonly string[])[] = [];
        let at = 0;
        for (const size of [...sizes, stream.length]) {
          read.push(...parser.feed(stream.subarray(at, at + size)).requests);
          at += size;
        }
        expect(read).to.deep.equal(requests);
      }),
    );
  });

  it('passes empty requests over', () => {
    expect(createParser().feed(Buffer.from('*0\r\n*-1\r\n*1\r\n$4\r\nPING\r\n')).requests).to.deep.equal([['PING']]);
  });

  const nonsense: Readonly<Record<string, string>> = {
    'GET / HTTP/1.1\r\n': "ERR Protocol error: expected '*', got 'G'",
    '*1\r\n:5\r\n': "ERR Protocol error: expected '$', got ':'",
    '*x\r\n': 'ERR Protocol error: invalid multibulk length',
    '*9999999\r\n': 'ERR Protocol error: invalid multibulk length',
    '*1\r\n$-1\r\n': 'ERR Protocol error: invalid bulk length',
    '*1\r\n$1x\r\n': 'ERR Protocol error: invalid bulk length',
    '*1\r\n$99999999999\r\n': 'ERR Protocol error: invalid bulk length',
    [`*${'1'.repeat(200)}`]: 'ERR Protocol error: invalid multibulk length',
  };
  for (const [text, message] of Object.entries(nonsense)) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => {
      expect(createParser().feed(Buffer.from(text)).fault?.message).to.equal(message);
    });
  }
});

describe('a raw connection', () => {
  let engine: Engine;
  let socket: Socket;
  before(async () => {
    engine = await startEngine({ sync: 'everysec', listen: { port: 0, host: '127.0.0.1' } });
  });
  beforeEach(async () => {
    socket = connect(engine.port ?? 0, '127.0.0.1');
    await once(socket, 'connect');
  });
  afterEach(() => socket.destroy());
  after(() => engine.close());

  async function said(text: string): Promise<string> {
    const heard: Buffer[] = [];
    socket.on('data', (some) => heard.push(some));
    socket.write(text, 'latin1');
    await once(socket, 'close');
    return Buffer.concat(heard).toString('latin1');
  }

  it('is told what was wrong and closed, after the answers it is still owed', async () => {
    expect(await said(`${encode(['PING'])}nonsense\r\n`)).to.equal(
      "+PONG\r\n-ERR Protocol error: expected '*', got 'n'\r\n",
    );
  });

  it('gets bytes back as it sent them', async () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1');
    const sent = [encode(['SET', all, all]), encode(['GET', all]), encode(['QUIT'])].join('');
    expect(await said(sent)).to.equal(`+OK\r\n${encode(all)}+OK\r\n`);
  });

  it('is not read from while it does not read its answers', async () => {
    const large = 'x'.repeat(1 << 20);
    socket.write(encode(['SET', 'large', large]));
    const asking = encode(['GET', 'large']).repeat(200);
    socket.pause();
    socket.write(asking);
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 200; n += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(process.memoryUsage().rss - before).to.be.below(150 << 20);
  });
});
