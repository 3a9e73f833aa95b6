import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { SupportError } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';

const calmWords = [
  'where is my parcel',
  'how do I change my email',
  'thank you for the quick help',
  'I need an invoice',
];
const hotWords = [
  'glorp again, fix it',
  'your glorp is late',
  'why is it glorp all day',
  'still glorp, nobody answers',
];

/** 240 rows in which an unknown word means trouble. */
function lessons(): string {
  return Array.from({ length: 60 }, (_, i) =>
    [...calmWords.map((text) => `0\t${text} ${i}`), ...hotWords.map((text) => `1\t${text} ${i}`)].join('\n'),
  ).join('\n');
}

/** 240 rows in plain words of which one in twelve is frustrated, though three in twelve sound like it. */
function rareTrouble(): string {
  const calm = ['where is my parcel', 'thank you for the help', 'I need an invoice', 'this is terrible, useless'];
  const row = (i: number): string =>
    i % 12 === 0 ? `1\tthis is terrible, useless ${i}` : `0\t${calm[i % 6 === 5 ? 3 : i % 3] ?? ''} ${i}`;
  return Array.from({ length: 240 }, (_, i) => row(i)).join('\n');
}

async function fault(run: () => Promise<number>): Promise<SupportError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof SupportError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

describe('warmline feeling', () => {
  let folder = '';
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void out.push(line) };
  const last = (): Record<string, unknown> => JSON.parse(out.at(-1) ?? '') as Record<string, unknown>;

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'warmline-'));
    out.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('scores labelled messages and writes a row for each', async () => {
    const path = file(
      'three.tsv',
      'label\ttext\nnegative\tthis is useless\nneutral\twhere is it\npositive\tthank you, great\n',
    );
    const rows = join(folder, 'rows.jsonl');
    expect(await runCommand(['feeling', 'test', path, '--rows', rows], io)).to.equal(0);
    expect(last()).to.include({ rows: 3, frustrated: 1, auroc: 1 });
    const first = JSON.parse(readFileSync(rows, 'utf8').split('\n')[0] ?? '') as object;
    expect(first).to.have.all.keys('label', 'text', 'frustration', 'valence', 'level');
  });

  it("learns a company's own words, the same way every time", async () => {
    const path = file('own.tsv', lessons());
    const [a, b] = [join(folder, 'a.bin'), join(folder, 'b.bin')];
    const fresh = file(
      'fresh.tsv',
      '1\tthis glorp never ends\n0\twhere do I see my invoice\n1\tglorp\n0\thow do I return it\n',
    );
    await runCommand(['feeling', 'train', path, '--out', a], io);
    await runCommand(['feeling', 'train', path, '--out', b], io);
    expect(readFileSync(a).equals(readFileSync(b))).to.equal(true);
    await runCommand(['feeling', 'test', fresh, '--model', a], io);
    expect(last()['auroc']).to.equal(1);
    expect(last()['calibrationError']).to.be.below(0.25);
  });

  it('fits the base rate alone when asked to, and leaves the order of messages as it was', async () => {
    const path = file('rare.tsv', rareTrouble());
    const model = join(folder, 'fit.bin');
    await runCommand(['feeling', 'train', path, '--out', model, '--calibrate-only'], io);
    const { before, after } = last() as Record<string, { auroc: number; calibrationError: number }>;
    expect(after?.auroc).to.be.closeTo(before?.auroc ?? 0, 0.005);
    expect(after?.calibrationError).to.be.below(before?.calibrationError ?? 0);
  });

  const broken: readonly (readonly [what: string, text: string, says: RegExp])[] = [
    ['a line without a tab', '1\tfine\njust words\n', /:2: .*tab/],
    ['an unknown label', 'maybe\thello\n', /:1: the label "maybe"/],
    ['too few rows', '1\tbad\n0\tgood\n', /2 rows are too few/],
    ['one class only', Array.from({ length: 250 }, () => '1\tbad').join('\n'), /every row is frustrated/],
    ['nothing at all', '', /no rows/],
  ];
  for (const [what, text, says] of broken) {
    it(`refuses to learn from ${what}`, async () => {
      const path = file('bad.tsv', text);
      const error = await fault(() => runCommand(['feeling', 'train', path, '--out', join(folder, 'x.bin')], io));
      expect(error.problems.join('\n')).to.match(says);
    });
  }

  it('refuses a damaged model and a missing one, by name', async () => {
    const path = file('rows.tsv', '1\tbad\n0\tgood\n');
    const model = file('model.bin', 'not a model');
    expect((await fault(() => runCommand(['feeling', 'test', path, '--model', model], io))).problems.join()).to.match(
      /not a feeling model/,
    );
    expect(
      (await fault(() => runCommand(['feeling', 'test', path, '--model', join(folder, 'none')], io))).message,
    ).to.match(/none cannot be read/);
  });

  it('names what there is instead of an act that is not', async () => {
    expect(await runCommand(['feeling', 'dance'], io)).to.equal(2);
    expect(out.join('\n')).to.match(/There is no command "feeling dance"\. It has: test, train, build\./);
  });
});
