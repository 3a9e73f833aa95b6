/** A number at which a meaning changes is written once, in src/conversation/bounds.ts, and so are lists of names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import * as vocabulary from '../../src/conversation/index.js';
import { checkPolicy } from '../../src/escalation/index.js';

/** Nothing can be imported into a remark of a yaml file. */
const uncommented = (name: string, text: string): string => (name.endsWith('.yaml') ? text.replace(/#.*/g, '') : text);

const sources = ['src', 'dialogs'].flatMap((folder) =>
  readdirSync(inPackage(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js|lua|yaml)$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: uncommented(name, readFileSync(join(inPackage(folder), name), 'utf8')),
    })),
);
const { presenceMs, heartbeatMs } = vocabulary;
const home = 'src/conversation/bounds.ts';

interface Bound {
  readonly name: string;
  /** How somebody would write it again, without `_` between digits. */
  readonly written: RegExp;
}

const bounds: readonly Bound[] = [
  {
    name: 'contactHours',
    written: /\b72 ?(hours|h\b|\* ?(60|3600))|\b259200(000){0,2}\b|three days before|= 72;/,
  },
  {
    name: 'counterDays',
    written: /\b400 (days|\* ?24)|\b34560000(000)?\b|= 400;/,
  },
  {
    name: 'efforts.high',
    written: /effort.{0,30}>=? ?\d|effort of \d+|>= 50\b|high: 50\b/i,
  },
  { name: 'longestMessage', written: /\b(longest|text|message)\w*\b.{0,40}\b20000\b/i },
  { name: 'scores', written: /1, 2, 3, 4, 5, 6, 7|Answers of 5|\b5 to 7\b/ },
  { name: 'presenceMs', written: new RegExp(`\\b${presenceMs}\\b|\\b75 seconds`) },
  { name: 'heartbeatMs', written: new RegExp(`heartbeat.{0,20}(\\b${heartbeatMs}\\b|15 seconds)`, 'i') },
];

const plainNumbers = (text: string): string => text.replace(/(?<=\d)_(?=\d)/g, '');
const holding = (written: RegExp): readonly string[] =>
  sources.filter(({ text }) => written.test(plainNumbers(text))).map(({ name }) => name);

describe('what is decided once', () => {
  for (const { name, written } of bounds) {
    it(`${name} is written in ${home} alone`, () => expect(holding(written)).to.deep.equal([home]));
  }

  it('a new signal has a rule in the policy that is shipped', () => {
    const checked = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
    if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
    expect([...checked.value.signals.keys()]).to.have.members([...vocabulary.signalNames]);
  });

  const lists = {
    outcomes: vocabulary.outcomeNames,
    reasons: vocabulary.reasonNames,
    counts: vocabulary.countNames,
    signals: vocabulary.signalNames,
  };
  for (const [what, names] of Object.entries(lists)) {
    it(`no other file lists the ${what}`, () => {
      const listed = (text: string) => names.every((name) => text.includes(`'${name}'`));
      expect(listed(names.map((name) => `'${name}'`).join()), 'a list is noticed').to.equal(true);
      const found = sources.filter(({ name, text }) => /\.tsx?$/.test(name) && listed(text));
      expect(found.map(({ name }) => name).filter((name) => name !== 'src/conversation/names.ts')).to.deep.equal([]);
    });
  }
});
