/** A real proxy before two servers: nginx or Caddy, with the settings of deploy/ and a certificate of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { endsWithUs } from './child.js';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { type Certificate, makeCertificate } from './certificates.js';

export type Proxy = 'nginx' | 'caddy';

export interface Front {
  readonly url: string;
  readonly port: number;
  /** Of the authority that a client must trust. */
  readonly ca: string;
  close(): Promise<void>;
}

export const hasProxy = (name: Proxy): boolean =>
  spawnSync(name, [name === 'nginx' ? '-v' : 'version'], { timeout: 5000 }).status === 0;

const settings = (name: string): string => readTextFile(inPackage('deploy', 'proxy', name)).text;

interface Place {
  /** For its files. */
  readonly folder: string;
  readonly port: number;
  /** The ports of the servers behind it. */
  readonly servers: readonly number[];
}

/** The settings for nginx, within what a process of its own needs, at other places. */
function nginx({ folder, port, servers }: Place, { key, cert }: Certificate): readonly string[] {
  const [one = 0, two = 0] = servers;
  const own = settings('nginx.conf')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace(/127\.0\.0\.1:3978\b/, `127.0.0.1:${one}`)
    .replace(/127\.0\.0\.1:3979\b/, `127.0.0.1:${two}`)
    .replace('/etc/ssl/chat.example.com.pem', cert)
    .replace('/etc/ssl/chat.example.com.key', key);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const whole = `worker_processes 1; pid ${folder}/pid; error_log stderr; daemon off;
    events {} http { access_log off; ${places.join(' ')}\n${own}\n}`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, whole);
  return ['nginx', '-c', file, '-p', folder, '-e', 'stderr'];
}

function caddy(folder: string): readonly string[] {
  const file = join(folder, 'Caddyfile');
  writeFileSync(
    file,
    `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n${settings('Caddyfile')}`,
  );
  return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const found = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return found;
}

export async function startFront(name: Proxy, place: Place): Promise<Front> {
  const { folder, port, servers } = place;
  const certificate = makeCertificate(folder, 'IP:127.0.0.1,DNS:localhost');
  const [command = '', ...args] = name === 'nginx' ? nginx(place, certificate) : caddy(folder);
  const child = endsWithUs(
    spawn(command, args, {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        SITE: `https://127.0.0.1:${port}`,
        TLS: `tls ${certificate.cert} ${certificate.key}`,
        UPSTREAMS: servers.map((one) => `127.0.0.1:${one}`).join(' '),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    ca: readFileSync(certificate.ca, 'utf8'),
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
