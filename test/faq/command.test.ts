import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { randomIds, readConfig, tellFault } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { quiet } from '../support/stores.js';
import { smallBase } from './base.js';

const figures = [
  'top1',
  'recall3',
  'mcc',
  'oosRecall',
  'auroc',
  'calibrationGap',
  'p50ms',
  'p99ms',
  'buildMs',
  'rssMb',
];

describe('warmline faq', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-faq-'));
    const base = smallBase.flatMap(({ id, ask }) => ask.map((text) => `${id}\t${text}`)).join('\n');
    writeFileSync(join(folder, 'base.tsv'), base);
    writeFileSync(
      join(folder, 'questions.tsv'),
      'hours\twhen do you open\nparking\tcan I park there\nversand\twann kommt das Paket\noos\twho won the cup\noos\thello\n',
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = async (...args: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const context = () => ({ config: readConfig({}), log: quiet, ids: randomIds });
    const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    const code = await runCommand(['faq', ...args], io, context).catch((fault: unknown) => {
      err.push(...tellFault(fault));
      return 1;
    });
    return { code, out, err: err.join('\n') };
  };
  const file = (name: string, text?: string): string => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    return path;
  };

  it('scores a base on labelled questions; the last line is JSON with all figures', async () => {
    const { code, out } = await run('test', file('questions.tsv'), '--kb', file('base.tsv'));
    const last = JSON.parse(out.at(-1) ?? '') as Record<string, number>;
    expect(code).to.equal(0);
    expect(Object.keys(last)).to.deep.equal(figures);
    expect(last).to.include({ top1: 1, recall3: 1, mcc: 1, oosRecall: 1, auroc: 1 });
  });

  it('writes one row for each question, in order', async () => {
    const path = file('rows.jsonl');
    await run('test', file('questions.tsv'), '--kb', file('base.tsv'), '--rows', path);
    const rows = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { label: string; answer: string | null; ranked: { id: string }[] });
    expect(rows.map(({ label, answer }) => [label, answer])).to.deep.equal([
      ['hours', 'hours'],
      ['parking', 'parking'],
      ['versand', 'versand'],
      ['oos', null],
      ['oos', null],
    ]);
    expect(rows.map(({ ranked }) => ranked.length)).to.deep.equal([5, 5, 5, 5, 5]);
    expect(Object.keys(rows[0] ?? {})).to.deep.equal(['label', 'text', 'ranked', 'known', 'confidence', 'answer']);
  });

  it('tells a person what was confused and which entries are weak', async () => {
    const questions = file('hard.tsv', 'hours\twarranty claim\nhours\tguarantee on lamps\n');
    const { out } = await run('test', questions, '--kb', file('base.tsv'));
    expect(out.join('\n')).to.include('2 × hours → warranty').and.to.include('hours 0/2');
  });

  it("asks the shop's own base when no other is named", async () => {
    const { code, out } = await run('test', file('one.tsv', 'order-cancel\tplease cancel my order\n'));
    expect(code).to.equal(0);
    expect(JSON.parse(out.at(-1) ?? '')).to.include({ top1: 1, oosRecall: null, auroc: null });
  });

  it('warns of labels that the base does not have', async () => {
    const { code, err } = await run('test', file('alien.tsv', 'mars\tgo\n'), '--kb', file('base.tsv'));
    expect(code).to.equal(0);
    expect(err).to.match(/alien\.tsv:1: "mars" is not in the knowledge base/);
  });

  it('names every wrong line of the questions and of the base, and measures nothing', async () => {
    const bad = file('bad.tsv', 'a\tfine\nno tab\n\tno label\n');
    const questions = await run('test', bad, '--kb', file('base.tsv'));
    expect([questions.code, questions.out]).to.deep.equal([1, []]);
    expect(questions.err).to.match(/bad\.tsv:2: .*\n.*bad\.tsv:3: /);
    const base = await run('test', file('questions.tsv'), '--kb', bad);
    expect([base.code, base.out]).to.deep.equal([1, []]);
  });

  for (const [what, args] of [
    ['a question file that is not there', ['test', 'nowhere.tsv']],
    ['a base that is not there', ['check', '--kb', 'nowhere']],
  ] as const) {
    it(`says that ${what} cannot be read`, async () => {
      const { code, err } = await run(...args);
      expect(code).to.equal(1);
      expect(err).to.include('nowhere').and.to.include('cannot be read');
    });
  }

  it('says that the rows cannot be written', async () => {
    const rows = join(folder, 'no', 'such', 'rows.jsonl');
    const { code, err } = await run('test', file('questions.tsv'), '--kb', file('base.tsv'), '--rows', rows);
    expect(code).to.equal(1);
    expect(err).to.include('cannot be written');
  });

  it('refuses a folder without a knowledge base', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, err } = await run('check', '--kb', empty);
    expect(code).to.equal(1);
    expect(err).to.include('no files');
  });

  it("finds the shop's own base in order", async () => {
    const { code, out } = await run('check');
    expect(code).to.equal(0);
    expect(out.at(-1)).to.match(/^\d+ entries, all in order$/);
  });

  it('finds what an editor should look at', async () => {
    const twins = file('twins.tsv', 'a\topen on Sunday\na\topen late\nb\ton Sunday open\nb\tclosed early\n');
    const { code, out } = await run('check', '--kb', twins);
    expect(code).to.equal(1);
    expect(out.join('\n')).to.match(/"on Sunday open" is asked in "b" and in "a"/);
  });

  for (const args of [[], ['test'], ['nonsense'], ['test', 'a', 'b'], ['check', 'x'], ['test', 'a', '--kbs', 'b']]) {
    it(`does nothing after "faq ${args.join(' ')}", and says where to read on`, async () => {
      const { code, out, err } = await run(...args);
      expect([code, out]).to.deep.equal([2, []]);
      expect(err).to.match(/See warmline faq( test| check)? --help\.$/);
    });
  }
});
