/** The image, without an engine: the steps of the Containerfile's second stage are carried out in an empty folder. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { startServer } from '../support/server.js';
import { read } from './files.js';
import { imageSettings } from './settings.js';

/** Of what is put on Node's own image, bytes. */
const mostBytes = 30 * 1024 * 1024;

const stages = read('Containerfile').split(/^FROM /m);
const last = stages.at(-1) ?? '';
const copies = Array.from(last.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm), ([, from = '', to = '']) => ({
  from,
  to: to === './' ? from : to,
}));
const health = /^HEALTHCHECK [^]*?CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]';

/** What the image runs, by its own words. */
const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]';

const cacheFolder = join('dist', 'cache');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

describe('the image', function () {
  this.timeout(60_000);
  let folder: string;
  let app: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-image-'));
    app = join(folder, 'app');
    for (const { from, to } of copies) {
      if (from === cacheFolder) continue; // here are those of many builds; it is made anew by the first start
      mkdirSync(dirname(join(app, to)), { recursive: true });
      cpSync(inPackage(from), join(app, to), { recursive: true });
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has a user of its own, and installs nothing', () => {
    expect(copies).not.to.deep.equal([]);
    expect(last).to.match(/^USER node$/m);
    expect(last).not.to.match(/npm|apt/);
  });

  it('starts, is healthy by its own check, writes nothing into itself, and stops', async () => {
    const before = filesIn(app);
    const [node, ...program] = JSON.parse(command) as string[];
    expect(node).to.equal('node');
    const server = await startServer(
      { ...imageSettings(), DATA_DIR: join(folder, imageSettings()['DATA_DIR'] ?? ''), HOME: '/nonexistent' },
      { program, folder: app },
    );
    const [checker = '', ...args] = JSON.parse(health) as string[];
    const check = (port: number) =>
      spawnSync(checker, args, { env: { PATH: process.env['PATH'] ?? '', PORT: String(port) } }).status;
    expect(check(server.port)).to.equal(0);
    expect((await fetch(`${server.url}/widget.js`)).status).to.equal(200);
    await server.stop();
    expect(check(server.port)).to.equal(1);
    const cache = (name: string) => name.startsWith(cacheFolder);
    expect(filesIn(app).filter((name) => !cache(name))).to.deep.equal(before.filter((name) => !cache(name)));
  });

  it('is small, with what was compiled and learnt at its first start', () => {
    expect(filesIn(app).filter((name) => name.startsWith(cacheFolder))).not.to.deep.equal([]);
    const bytes = filesIn(app).reduce((sum, name) => sum + statSync(join(app, name)).size, 0);
    expect(bytes).to.be.below(mostBytes);
  });
});
