import { expect } from 'chai';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomIds, readConfig, tellFault } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { quiet } from '../support/stores.js';

interface Report {
  readonly problems: readonly { readonly file?: string; readonly line?: number; readonly message: string }[];
  readonly notes: readonly unknown[];
  readonly borrowed: readonly string[];
}

describe("a company's own content", () => {
  let place = '';
  let folder = '';
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'warmline-content-'));
    folder = join(place, 'shop');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  async function call(...args: readonly string[]) {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    const context = () => ({ config: readConfig({ CONTENT_DIR: folder }), log: quiet, ids: randomIds });
    const code = await runCommand(args, io, context).catch((fault: unknown) => {
      err.push(...tellFault(fault));
      return 1;
    });
    return { code, out, err: err.join('\n') };
  }
  const report = async (): Promise<Report> => {
    const { out } = await call('check', folder, '--json');
    expect(out).to.have.length(1);
    return JSON.parse(out[0] ?? '') as Report;
  };
  const edit = (name: string, change: (text: string) => string) => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  it('is begun without a mistake, and without a word that is not explained', async () => {
    const { code, out } = await call('init', folder);
    expect(code).to.equal(0);
    expect(out).to.deep.equal(
      ['brand.yaml', 'faq/first.yaml', 'hours.yaml', 'policy.yaml', 'privacy.yaml', 'wording.yaml'].map((name) =>
        join(folder, name),
      ),
    );
    for (const path of out) expect(readFileSync(path, 'utf8')).to.match(/^# /);
    expect(await report()).to.deep.include({ problems: [], notes: [], borrowed: [] });
    expect((await call('check', folder)).out).to.deep.equal(['0 mistakes, 0 to look at']);
  });

  it('is begun in an empty folder, and in no other: nothing of yours is written over', async () => {
    mkdirSync(folder);
    expect((await call('init', folder)).code).to.equal(0);
    edit('brand.yaml', () => 'name: Mine\n');
    const again = await call('init', folder);
    expect([again.code, again.out]).to.deep.equal([1, []]);
    expect(again.err).to.match(/is not an empty folder\. Nothing was written\.$/);
    expect(readFileSync(join(folder, 'brand.yaml'), 'utf8')).to.equal('name: Mine\n');
    writeFileSync(join(place, 'file'), '');
    expect((await call('init', join(place, 'file'))).code).to.equal(1);
  });

  it('that is not there is told with what begins it', async () => {
    const { code, err } = await call('check', folder);
    expect(code).to.equal(1);
    expect(err).to.equal(`${folder} is not a folder. Begin one: npx warmline init ${folder}`);
    expect(existsSync(folder)).to.equal(false);
  });

  const mistakes: readonly (readonly [file: string, text: string, line: number, says: RegExp])[] = [
    ['brand.yaml', '# brand\nname: ""\n', 2, /^name: /],
    ['brand.yaml', 'name: A\nprivacy: javascript:alert(1)\n', 2, /^privacy: must be like https:/],
    ['brand.yaml', 'name: A\nlogo: x\n', 2, /^logo: is not known here/],
    ['brand.yaml', 'name: [A\n', 2, /./],
    [
      'privacy.yaml',
      '# what\nmask: [card,\n  passwords]\n',
      3,
      /^mask\.1: must be one of card, iban, email, password, phone/,
    ],
    ['privacy.yaml', 'mask: card\n', 1, /^mask: /],
    ['privacy.yaml', 'mask: []\nmasks: [card]\n', 2, /^masks: is not known here/],
    ['privacy.yaml', 'mask:\n', 1, /^mask: /],
    ['privacy.yaml', 'mask: [card]\nreveal:\n  phone: agent\n', 3, /^reveal\.phone: is not masked: name it in mask/],
    [
      'privacy.yaml',
      'mask: [card]\nreveal: { card: everybody }\n',
      2,
      /^reveal\.card: must be agent, supervisor or nobody/,
    ],
    ['privacy.yaml', 'mask: [card]\nreveal: { cards: agent }\n', 2, /^reveal/],
    ['privacy.yaml', 'mask: [card]\nrevealDays: 0\n', 2, /^revealDays: /],
    ['hours.yaml', 'zone: Mars/Base\n', 1, /^zone: must be a time zone/],
    ['policy.yaml', "version: '1'\nbars:\n  offer: much\n", 3, /^bars\.offer: /],
    ['wording.yaml', '# ours\nthanks: Welcome.\nthansk: Welcome.\n', 3, /^thansk: is not known here/],
    [
      'wording.yaml',
      'thanks: Welcome.\nbye: See you, {nmae}.\n',
      2,
      /^bye: nothing stands for \{nmae\} here; there is \{brand\}$/,
    ],
    ['wording.yaml', 'offer:\n  calm: A\n', 2, /^offer/],
    [
      'faq/first.yaml',
      'entries:\n  - id: a\n    title: A\n    ask: [one]\n    answer: Fine\n',
      4,
      /^entries\.0\.ask: needs at least two/,
    ],
    [
      'faq/first.yaml',
      'entries:\n  - id: a\n    title: A\n    ask: [a way, other way]\n    answer: Dear {nam}\n',
      5,
      /\{nam\} is not known/,
    ],
  ];
  for (const [file, text, line, says] of mistakes) {
    it(`is checked: ${file} with ${JSON.stringify(text)}`, async () => {
      await call('init', folder);
      edit(file, () => text);
      const { problems } = await report();
      expect(
        problems.some((one) => one.file === join(folder, file) && one.line === line && says.test(one.message)),
        JSON.stringify(problems),
      ).to.equal(true);
      const { code, out } = await call('check', folder);
      expect(code).to.equal(1);
      expect(out.some((told) => told.startsWith(`${join(folder, file)}:${line}: `))).to.equal(true);
    });
  }

  it('has all its mistakes told at once, and files whose names are not known', async () => {
    await call('init', folder);
    edit('brand.yaml', () => 'nam: A\n');
    edit('hours.yaml', (text) => text.replace('zone: Europe/London', 'zone: Nowhere'));
    edit('policy.yaml', (text) => text.replace('profanity:', 'profnity:'));
    writeFileSync(join(folder, 'wordings.yaml'), 'thanks: Hi\n');
    const { problems } = await report();
    const files = new Set(problems.map(({ file = '' }) => file.slice(folder.length + 1)));
    expect([...files].sort()).to.deep.equal(['brand.yaml', 'hours.yaml', 'policy.yaml', 'wordings.yaml']);
    expect(problems.find(({ file = '' }) => file.endsWith('wordings.yaml'))?.message).to.equal(
      'is not read; did you mean wording.yaml?',
    );
  });

  it('may leave out what is to be as it ships', async () => {
    await call('init', folder);
    for (const name of readdirSync(folder)) if (name !== 'brand.yaml') rmSync(join(folder, name), { recursive: true });
    expect(await report()).to.deep.include({
      problems: [],
      borrowed: ['wording.yaml', 'policy.yaml', 'hours.yaml', 'privacy.yaml', 'faq'],
    });
  });

  it('is what commands are about, where no other is named', async () => {
    await call('init', folder);
    expect((await call('faq', 'check')).out.at(-1)).to.equal('10 entries, all in order');
    edit('hours.yaml', () => 'zone: Nowhere\n');
    expect((await call('log', 'export')).err).to.include(`${join(folder, 'hours.yaml')}:1: zone: `);
    writeFileSync(join(place, 'log.jsonl'), '');
    edit('policy.yaml', () => 'bars: 1\n');
    expect((await call('policy', 'replay', join(place, 'log.jsonl'))).err).to.include(
      `${join(folder, 'policy.yaml')}:1: bars`,
    );
  });
});
