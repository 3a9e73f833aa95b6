/** A start that cannot succeed says what is wrong and what to do: on real servers, each set up wrongly in one way. */
import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Redis } from 'ioredis';
import { reasonAgainst } from '../../src/store/reasons.js';
import { type Certificate, hasOpenssl, makeCertificate } from '../support/certificates.js';
import { endsWithUs } from '../support/child.js';
import { freePorts } from '../support/ports.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { refused } from '../support/refused.js';

interface Case {
  readonly name: string;
  /** Flags of the server. */
  readonly args?: (certificate: Certificate, tlsPort: number) => readonly string[];
  /** What happens to it before the start. */
  readonly before?: (server: RedisServer) => Promise<unknown>;
  readonly url: (port: number, tlsPort: number) => string;
  readonly says: RegExp;
}

const tls = ({ key, cert, ca }: Certificate, port: number): readonly string[] => [
  ...['--tls-port', String(port), '--tls-key-file', key, '--tls-cert-file', cert],
  ...['--tls-ca-cert-file', ca, '--tls-auth-clients', 'no'],
];
const user = (...may: readonly string[]) => ['--user', 'warm', 'on', '>word', ...may];
const plain = (port: number) => `redis://127.0.0.1:${port}`;
const warm = (port: number) => `redis://warm:word@127.0.0.1:${port}`;

const cases: readonly Case[] = [
  {
    name: 'no password',
    args: () => ['--requirepass', 'secret'],
    url: plain,
    says: /Redis at 127.0.0.1:\d+ asks for a password\. Put it into REDIS_URL: redis:\/\/:PASSWORD@/,
  },
  {
    name: 'a wrong password',
    args: () => ['--requirepass', 'secret'],
    url: (port) => `redis://:wrong@127.0.0.1:${port}`,
    says: /does not know this user with this password\. Correct them in REDIS_URL/,
  },
  {
    name: 'a certificate that nobody trusts',
    args: tls,
    url: (_, port) => `rediss://127.0.0.1:${port}`,
    says: /shows a certificate that is not trusted here \(.+\)\. .*NODE_EXTRA_CA_CERTS/,
  },
  {
    name: 'redis:// where TLS is spoken',
    args: tls,
    url: (_, port) => plain(port),
    says: /speaks TLS\. Write rediss:\/\/ instead of redis:\/\/ in REDIS_URL/,
  },
  {
    name: 'rediss:// where it is not',
    url: (port) => `rediss://127.0.0.1:${port}`,
    says: /does not speak TLS\. Write redis:\/\/ instead of rediss:\/\/ in REDIS_URL/,
  },
  {
    name: 'a user without a command',
    args: () => user('~*', '&*', '+@all', '-xadd'),
    url: warm,
    says: /refuses XADD \(.*\)\. Allow them for this user/,
  },
  {
    name: 'a user without channels',
    args: () => user('~*', '+@all', 'resetchannels'),
    url: warm,
    says: /refuses .*SPUBLISH.* Allow .* for this user/,
  },
  {
    name: 'a user without keys',
    args: () => user('~other:*', '&*', '+@all'),
    url: warm,
    says: /refuses what the store needs: .*access.*\bkeys?\b.*\. Allow it for this user/,
  },
  {
    name: 'a database that there is not',
    url: (port) => `${plain(port)}/99`,
    says: /has no database 99\. Correct the number at the end of REDIS_URL/,
  },
  {
    name: 'a server that is full',
    args: () => ['--maxmemory', '1'],
    url: plain,
    says: /Redis at 127.0.0.1:\d+ is full\. Raise its maxmemory/,
  },
  {
    name: 'a server whose disk is full',
    before: async ({ port }) => {
      const client = new Redis({ port, protocol: 2 });
      await client.config('SET', 'save', '3600 1');
      const [, dir = ''] = (await client.config('GET', 'dir')) as readonly string[];
      rmSync(dir, { recursive: true });
      await client.bgsave();
      while (!(await client.info('persistence')).includes('rdb_last_bgsave_status:err'));
      client.disconnect();
    },
    url: plain,
    says: /Redis at 127.0.0.1:\d+ cannot write to its disk\. /,
  },
  {
    name: 'a replica',
    args: () => ['--replicaof', '127.0.0.1', '1'],
    url: plain,
    says: /is a replica.*Name its master in REDIS_URL/,
  },
  {
    name: 'a server that is frozen',
    before: (server) => server.kill('SIGSTOP'),
    url: plain,
    says: /takes connections but does not answer\. See whether it hangs/,
  },
];

function onServers(this: Mocha.Suite): void {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'warmline-certificate-'));
  let certificate: Certificate;
  let other: Certificate;
  before(() => {
    const elsewhere = mkdtempSync(join(folder, 'other-'));
    certificate = makeCertificate(folder, 'IP:127.0.0.1');
    other = makeCertificate(elsewhere, 'DNS:elsewhere.example');
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const { name, args, before, url, says } of cases) {
    it(name, async () => {
      const [port = 0, tlsPort = 0] = await freePorts(2);
      const server = await startRedis({ port, args: args?.(certificate, tlsPort) ?? [] });
      try {
        await before?.(server);
        await refused({ REDIS_URL: url(port, tlsPort) }, says);
      } finally {
        await server.stop();
      }
    });
  }

  it('a certificate for another name', async () => {
    const [port = 0, tlsPort = 0] = await freePorts(2);
    const server = await startRedis({ port, args: tls(other, tlsPort) });
    const target = { host: '127.0.0.1', port: tlsPort };
    const socket = connect({ ...target, ca: readFileSync(other.ca) });
    const [fault] = await once(socket, 'error').catch((thrown: unknown) => [thrown]);
    expect(await reasonAgainst({ ...target, tls: {} }, [fault])).to.match(
      /shows a certificate for another name \(.*altnames.*\)\. Name it/,
    );
    await server.stop();
  });

  it('a server with no connection left', async () => {
    const [port = 0] = await freePorts(1);
    const server = await startRedis({ port, args: ['--maxclients', '1'] });
    const holder = new Redis({ path: server.path, protocol: 2 });
    await holder.ping();
    await refused({ REDIS_URL: plain(port) }, /has no connection left\. Raise its maxclients/);
    holder.disconnect();
    await server.stop();
  });

  it('a Sentinel', async () => {
    const [port = 0] = await freePorts(1);
    const file = join(folder, 'sentinel.conf');
    writeFileSync(file, `port ${port}\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 1 1\n`);
    const child = endsWithUs(spawn(findRedis() ?? '', [file, '--sentinel'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    for await (const text of child.stdout) if (String(text).includes('monitor')) break;
    try {
      await refused({ REDIS_URL: plain(port) }, /is a Sentinel.*Name the master itself in REDIS_URL/);
    } finally {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  });
}

describe('a start without a server', () => {
  async function listen(greeting?: string): Promise<Server> {
    const server = createServer((socket) => {
      if (greeting !== undefined) socket.once('data', () => socket.end(greeting));
      socket.on('error', () => undefined).resume();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return server;
  }
  const portOf = (server: Server) => (server.address() as { port: number }).port;

  it('where nobody listens', () =>
    refused(
      { REDIS_URL: 'redis://127.0.0.1:1' },
      /Redis at 127.0.0.1:1 cannot be reached.*Start it, or correct REDIS_URL/,
    ));

  it('where there is no such socket', () =>
    refused(
      { REDIS_URL: 'unix:///nowhere/redis.sock' },
      /Redis at \/nowhere\/redis.sock cannot be reached: there is no such socket\. Start it, or correct REDIS_URL/,
    ));

  it('where there is no such host', () =>
    refused(
      { REDIS_URL: 'redis://nobody.invalid:6379' },
      /nobody.invalid:6379 cannot be reached: there is no host of this name \(.*\)\. Correct REDIS_URL/,
    ));

  it('where something listens that never answers', async () => {
    const server = await listen();
    await refused({ REDIS_URL: plain(portOf(server)) }, /takes connections but does not answer/);
    server.close();
  });

  it('where something else answers', async () => {
    const server = await listen('HTTP/1.1 400 Bad Request\r\n\r\n');
    await refused({ REDIS_URL: plain(portOf(server)) }, /is not a Redis server\. Correct REDIS_URL/);
    server.close();
  });
}).timeout(30_000);

const title = 'a start on a Redis server';
if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else if (!hasOpenssl) describe(title, () => it('skipped: openssl is not on PATH'));
else describe(title, onServers);
