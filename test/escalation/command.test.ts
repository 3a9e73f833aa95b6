import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { inPackage, SupportError } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { failedAnswer } from '../../src/escalation/index.js';

const said = (role: string, text: string, at?: number) => ({ role, text, ...(at === undefined ? {} : { at }) });
const hour = 3_600_000;
const log = [
  { id: 'asks', turns: [said('customer', 'a human please', hour)], label: 1 },
  {
    id: 'calm',
    turns: [said('customer', 'where is my invoice?', hour), said('assistant', 'Under Billing.')],
    label: 0,
  },
  { id: 'hot', turns: [said('customer', 'this is the worst service ever, useless', hour + 1)], label: 1 },
  { id: 'quiet', turns: [said('customer', 'oh well', hour)], label: 1 },
];
const lines = log.map((line) => JSON.stringify(line)).join('\n');

describe('warmline policy replay', () => {
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

  it('tells offers, hand-offs, false alarms, missed customers and the busiest hour', async () => {
    expect(await runCommand(['policy', 'replay', file('log.jsonl', lines)], io)).to.equal(0);
    expect(last()).to.deep.equal({
      policy: '4',
      conversations: 4,
      offers: 1,
      handOffs: 1,
      labelled: 4,
      falseAlarms: 0,
      missed: 1,
      busiestHour: 2,
    });
  });

  it('shows what other bars would cost: calm ones called against unhappy ones missed', async () => {
    expect(await runCommand(['policy', 'curve', file('log.jsonl', lines)], io)).to.equal(0);
    const { policy, offer, points } = last() as unknown as {
      policy: string;
      offer: number;
      points: readonly { offer: number; calmCalled: number; unhappyMissed: number }[];
    };
    expect([policy, offer]).to.deep.equal(['4', 45]);
    expect(points.find((point) => point.offer === 45)).to.deep.equal({
      offer: 45,
      calmCalled: 0,
      unhappyMissed: 1 / 3,
    });
    for (const [i, point] of points.entries()) {
      const next = points[i + 1] ?? point;
      expect(next.calmCalled).to.be.at.most(point.calmCalled);
      expect(next.unhappyMissed).to.be.at.least(point.unhappyMissed);
    }
    expect(out.filter((line) => line.includes('45*'))).to.have.length(1);
    expect(points.length).to.be.above(8);
  });

  it('draws no curve without labels', async () => {
    const unlabelled = '{"id":"x","turns":[{"role":"customer","text":"hello"}]}';
    try {
      await runCommand(['policy', 'curve', file('log.jsonl', unlabelled)], io);
      expect.fail('nothing went wrong');
    } catch (fault) {
      expect((fault as Error).message).to.match(/no labels/);
    }
  });

  it('writes the same rows every time, one decision for each customer message', async () => {
    const [path, a, b] = [file('log.jsonl', lines), join(folder, 'a'), join(folder, 'b')];
    await runCommand(['policy', 'replay', path, '--rows', a], io);
    await runCommand(['policy', 'replay', path, '--rows', b], io);
    expect(readFileSync(a, 'utf8')).to.equal(readFileSync(b, 'utf8'));
    const row = JSON.parse(readFileSync(a, 'utf8').split('\n')[0] ?? '') as { id: string; decisions: object[] };
    expect(row.id).to.equal('asks');
    expect(row.decisions[0]).to.have.all.keys('turn', 'action', 'points', 'reasons', 'frustration');
    expect(row.decisions[0]).to.include({ turn: 0, action: 'hand-off' });
  });

  it('names every conversation that another policy would end differently', async () => {
    const shipped = readFileSync(inPackage('dialogs', 'policy.yaml'), 'utf8');
    const strict = file(
      'strict.yaml',
      shipped.replace('offer: 45', 'offer: 99').replace("version: '4'", "version: 'strict'"),
    );
    await runCommand(['policy', 'replay', file('log.jsonl', lines), '--against', strict], io);
    expect(out.slice(0, 3).join('\n')).to.match(/^hot\n {2}now: {5}offer at turn 1 \(.+\)\n {2}instead: stay$/);
    expect(last()['against']).to.include({ policy: 'strict', offers: 0, differing: 1 });
  });

  it('stops at bad lines and names them, or goes on without them when lenient', async () => {
    const path = file('log.jsonl', `${lines}\nnot json\n{"id":"x","turns":[{"role":"cat","text":"meow"}]}`);
    try {
      await runCommand(['policy', 'replay', path], io);
      expect.fail('nothing went wrong');
    } catch (error) {
      if (!(error instanceof SupportError)) throw error;
      expect(error.problems[0]).to.match(/log\.jsonl:5: is not JSON/);
      expect(error.problems[1]).to.match(/log\.jsonl:6: turns\.0\.role/);
    }
    expect(await runCommand(['policy', 'replay', path, '--lenient'], io)).to.equal(0);
    expect(last()).to.include({ conversations: 4, unreadable: 2 });
  });

  it('refuses a broken policy by line', async () => {
    const broken = file(
      'broken.yaml',
      readFileSync(inPackage('dialogs', 'policy.yaml'), 'utf8').replace('vip:', 'vipp:'),
    );
    try {
      await runCommand(['policy', 'replay', file('log.jsonl', lines), '--policy', broken], io);
      expect.fail('nothing went wrong');
    } catch (error) {
      if (!(error instanceof SupportError)) throw error;
      expect(error.problems.join()).to.match(/broken\.yaml:\d+: "vipp" is not a signal/);
    }
  });
});

describe('a failed answer in a log', () => {
  const cases: readonly (readonly [string, readonly string[], boolean])[] = [
    ['Sorry, I did not understand you.', [], true],
    ['Could you rephrase your question?', [], true],
    ['You can reset it in the settings.', ['You can reset it in the settings'], true],
    ['You are welcome!', ['You are welcome!'], false],
    ['Your parcel comes on Monday.', ['Your parcel comes on Friday.'], false],
  ];
  for (const [answer, earlier, failed] of cases) {
    it(`is ${failed ? '' : 'not '}seen in "${answer}"${earlier.length > 0 ? ' said after another' : ''}`, () => {
      expect(failedAnswer(answer, earlier)).to.equal(failed);
    });
  }
});
