/** The package as a company gets it: packed, installed without a network, started. */
import { expect } from 'chai';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { endsWithUs } from '../support/child.js';

const megabyte = 1e6;
/** What is promised is 200; without a package beside it, it is a tenth of that. */
const mostMegabytes = 30;

const sizeOf = (place: string): number =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

describe('the package', function () {
  this.timeout(120_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-pack-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const npm = (cwd: string, ...args: readonly string[]) =>
    spawnSync('npm', [...args, '--no-audit', '--no-fund', '--cache', join(folder, 'cache')], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    });
  const site = () => join(folder, 'site');
  const warmline = () => join(site(), 'node_modules', '.bin', 'warmline');

  it('installs without a network, for nothing has to be fetched, and is small', () => {
    const packed = npm(inPackage(), 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [{ filename = '' } = {}] = JSON.parse(packed.stdout) as readonly { readonly filename?: string }[];
    mkdirSync(site());
    writeFileSync(join(site(), 'package.json'), '{ "private": true }');
    const installed = npm(site(), 'install', '--omit=dev', '--offline', join(folder, filename));
    expect(installed.status, installed.stderr).to.equal(0);
    expect(sizeOf(join(site(), 'node_modules')) / megabyte).to.be.below(mostMegabytes);
  });

  it('has the licence of everything it was made of', () => {
    const text = readFileSync(join(site(), 'node_modules/warmline/dist/node_modules/warmline/LICENSES.txt'), 'utf8');
    for (const name of ['botbuilder', 'restify', 'natural', 'sentiment', 'ioredis', 'zod', 'preact']) {
      expect(text).to.match(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, `, 'm'));
    }
    expect(text).to.include('Permission is hereby granted');
  });

  it('has commands, and serves', async () => {
    const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
    const told = spawnSync(warmline(), ['--version'], { cwd: site(), encoding: 'utf8', env });
    expect(told.stdout, told.stderr).to.match(/^\d+\.\d+\.\d+\n$/);
    const begun = spawnSync(warmline(), ['init', 'shop'], { cwd: site(), encoding: 'utf8', env });
    expect(begun.status, begun.stderr).to.equal(0);
    const server = endsWithUs(spawn(warmline(), ['start'], { cwd: site(), env: { ...env, CONTENT_DIR: 'shop' } }));
    let text = '';
    server.stderr.on('data', (data: Buffer) => (text += data.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (data: Buffer) => {
        text += data.toString();
        const found = /Customers {2}(http:\S+)\//.exec(text)?.[1];
        if (found !== undefined) resolve(found);
      });
      server.once('exit', () => reject(new Error(`It did not start:\n${text}`)));
    });
    for (const place of ['/health/ready', '/', '/widget.js', '/desk']) {
      expect((await fetch(`${url}${place}`)).status, place).to.equal(200);
    }
    server.kill('SIGTERM');
    expect((await once(server, 'exit'))[0], text).to.equal(0);
  });

  it('says in one line what to do where its sources are not built and nothing can build them', () => {
    const bare = join(folder, 'bare');
    for (const name of ['package.json', 'src']) cpSync(inPackage(name), join(bare, name), { recursive: true });
    const { status, stderr } = npm(bare, 'start', '--silent');
    expect(status).to.equal(1);
    expect(stderr).to.equal(
      'Warmline has to be built, and what builds it is not installed. Run `npm ci && npm run build`, then `npm start`.\n',
    );
  });
});
