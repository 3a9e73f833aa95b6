/** The app package of Teams: made by the command, opened again, and looked at. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { inPackage } from '../../src/base/index.js';

interface Manifest {
  readonly id: string;
  readonly bots: readonly { readonly botId: string }[];
  readonly validDomains: readonly string[];
  readonly icons: { readonly color: string; readonly outline: string };
}

/** The files of an archive, by the list at its end. */
function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, named] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
    ];
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26);
    const content = inflateRawSync(archive.subarray(begin, begin + packed));
    if (content.length !== size) throw new Error('The archive has another size than it says.');
    files.set(archive.toString('utf8', at + 46, at + 46 + named), content);
    at += 46 + named;
  }
  return files;
}

describe('the app package of Teams', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'warmline-teams-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const id = '11111111-2222-4333-8444-555555555555';
  const given = { MicrosoftAppId: id, PUBLIC_URL: 'https://chat.example.com', BRAND: 'Harbour "&" Pine' };
  const make = (env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [inPackage('deploy', 'teams', 'package.js')], {
      env: { OUT: folder, ...env },
      encoding: 'utf8',
    });

  it('holds a manifest that fits Microsoft’s schema, and two icons of the right size', () => {
    const { status, stderr } = make(given);
    expect([status, stderr]).to.deep.equal([0, '']);
    const files = unzip(readFileSync(join(folder, 'warmline.zip')));
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as Manifest;
    expect([manifest.id, manifest.bots[0]?.botId]).to.deep.equal([id, id]);
    expect(manifest.validDomains).to.deep.equal(['chat.example.com']);
    const sizes = [manifest.icons.color, manifest.icons.outline].map((name) => {
      const icon = files.get(name);
      return [icon?.toString('latin1', 1, 4), icon?.readUInt32BE(16), icon?.readUInt32BE(20)];
    });
    expect(sizes).to.deep.equal([
      ['PNG', 192, 192],
      ['PNG', 32, 32],
    ]);
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['there is no id', { MicrosoftAppId: '' }, /^MicrosoftAppId: /],
    ['the address is not https', { PUBLIC_URL: 'http://chat.example.com' }, /^PUBLIC_URL: /],
    ['the schema refuses it', { BRAND: 'x'.repeat(120) }, /^manifest\.json \/name\/full: must NOT have more than 100/m],
  ];
  for (const [what, change, words] of wrong) {
    it(`is not made when ${what}`, () => {
      const { status, stderr } = make({ ...given, ...change });
      expect(status).to.equal(1);
      expect(stderr).to.match(words);
    });
  }
});
