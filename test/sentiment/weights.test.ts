/** The same rows must give the same weights, byte for byte, and it must be told when they do not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { SupportError } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { shippedBytes } from './shipped.js';

const emotional = [
  'frustrated\tlabels\ttext',
  '1\tanger\twhat a rotten day',
  '0\tjoy,love\ta lovely walk',
  '0\tsadness\tthe cat is gone',
  '0\tneutral\tthe door is green',
];
const sets: Readonly<Record<string, readonly string[]>> = {
  tweets: ['valence\ttext', '3\tso glad', '-2.5\tsuch rain'],
  amazon: ['valence\ttext', '2\ta fine kettle'],
  movie: ['valence\ttext', '-2\ta bore'],
  nyt: ['valence\ttext', '0.25\tthe mayor spoke'],
};

describe('warmline feeling build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-'));
  const model = join(folder, 'weights.bin');
  after(() => rmSync(folder, { recursive: true }));
  before(async () => {
    mkdirSync(join(folder, 'goemotions'));
    mkdirSync(join(folder, 'vader-gt'));
    write('goemotions/train.tsv', emotional);
    for (const [name, lines] of Object.entries(sets)) write(`vader-gt/${name}-dev.tsv`, lines);
    expect(await run('--out', model)).to.include({ code: 0 });
  });

  function write(name: string, lines: readonly string[]): void {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  }
  async function run(...args: readonly string[]) {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const code = await runCommand(['feeling', 'build', folder, ...args], io);
    return { code, told: JSON.parse(out.at(-1) ?? '{}') as Record<string, unknown>, err: err.join('\n') };
  }
  async function refusal(...args: readonly string[]): Promise<string> {
    try {
      return `was not refused: ${JSON.stringify(await run(...args))}`;
    } catch (error) {
      if (error instanceof SupportError) return [error.message, ...error.problems].join('\n');
      throw error;
    }
  }

  it('gives the same bytes for the same sets', async () => {
    const { code, told } = await run('--check', '--model', model);
    expect([code, told['same']]).to.deep.equal([0, true]);
    const saw = told['saw'] as readonly { name: string; rows: number }[];
    expect(saw.map(({ rows }) => rows).slice(1)).to.deep.equal([4, 5]);
  });

  it('tells that other sets do not give the shipped weights, and leaves these as they are', async () => {
    const before = shippedBytes();
    const { code, told, err } = await run('--check');
    expect([code, told['same']]).to.deep.equal([1, false]);
    expect(err).to.match(/weights\.bin \(\d+ bytes\) is not what these sets give \(\d+\): byte \d+/);
    expect(Buffer.compare(shippedBytes(), before)).to.equal(0);
  });

  it('refuses sets with lines it cannot read, by line, and missing files by name', async () => {
    write('goemotions/train.tsv', [...emotional, 'maybe\tjoy\thm']);
    expect(await refusal('--check')).to.match(/train\.tsv:6: is not a row of this set/);
    write('goemotions/train.tsv', emotional);
    write('vader-gt/nyt-dev.tsv', ['valence\ttext', 'much\tthe mayor spoke']);
    expect(await refusal('--check')).to.match(/nyt-dev\.tsv:2: is not a row of this set/);
    rmSync(join(folder, 'vader-gt', 'nyt-dev.tsv'));
    expect(await refusal('--check')).to.match(/nyt-dev\.tsv cannot be read/);
  });

  it('does not compare and write at once', async () => {
    expect(await refusal('--check', '--out', model)).to.match(/leave out --out/);
  });
});
