/** What a policy would have done on past conversations, and how the file that they come from is read. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import type { Feeling } from '../../src/conversation/index.js';
import {
  checkPolicy,
  failedAnswer,
  outcomeOf,
  type PastConversation,
  readLog,
  replay,
  type Replayed,
  tally,
} from '../../src/escalation/index.js';

const checked = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
const policy = checked.value;
const hour = 3_600_000;

/** Reads a message as angry as it says, in tenths. */
function createReader() {
  const asked: { readonly text: string; readonly before: object }[] = [];
  const read = (text: string, before: object): Feeling => {
    asked.push({ text, before });
    return { valence: 0, frustration: Number(/\d+/.exec(text)?.[0] ?? 0) / 10, level: 0, evidence: [] };
  };
  return { asked, read };
}
type Role = PastConversation['turns'][number]['role'];
const talk = (...turns: readonly (readonly [Role, string])[]): PastConversation => ({
  id: 'one',
  turns: turns.map(([role, text]) => ({ role, text })),
});
const played = (...turns: readonly (readonly [Role, string])[]) => replay(policy, createReader().read, talk(...turns));

describe('a replay', () => {
  it('decides after each message of the customer, by its turn, with what was said before it', () => {
    const { asked, read } = createReader();
    const past = talk(
      ['customer', 'warm 2'],
      ['assistant', 'Well.'],
      ['agent', 'Hello.'],
      ['customer', 'warm 4'],
      ['customer', 'hot 9'],
    );
    const { id, decisions } = replay(policy, read, past);
    expect(id).to.equal('one');
    expect(asked).to.deep.equal([
      { text: 'warm 2', before: { customer: [] } },
      { text: 'warm 4', before: { assistant: 'Hello.', customer: ['warm 2'] } },
      { text: 'hot 9', before: { assistant: 'Hello.', customer: ['warm 2', 'warm 4'] } },
    ]);
    expect(decisions.map(({ turn, frustration }) => [turn, frustration])).to.deep.equal([
      [0, 0.2],
      [3, 0.4],
      [4, 0.9],
    ]);
    expect(decisions[0]).to.deep.include({ action: 'stay', points: 0, reasons: [] });
    // more than this message comes to, because of those before it
    expect(decisions[2]?.points).to.be.above(60);
    expect(decisions[2]?.reasons[0]).to.equal('very frustrated');
  });

  it('counts failed answers of the assistant in a row, and no others', () => {
    const fails: readonly [Role, string] = ['assistant', 'Sorry, I do not understand.'];
    const asks: readonly [Role, string] = ['customer', 'and now?'];
    const last = (...turns: readonly (readonly [Role, string])[]) => played(...turns, asks).decisions.at(-1)?.action;
    expect(last(asks, fails)).to.equal('stay');
    expect(last(asks, fails, fails)).to.equal('offer');
    expect(last(asks, fails, fails, fails)).to.equal('hand-off');
    expect(last(asks, fails, fails, ['assistant', 'On Monday.'])).to.equal('stay');
    expect(last(asks, ['agent', fails[1]], ['agent', fails[1]])).to.equal('stay');
    expect(last(asks, fails, ['agent', 'Hello.'], fails)).to.equal('stay');
    const same = 'Your parcel comes on Monday';
    expect(last(['assistant', same], ['assistant', same], ['assistant', `${same}!`])).to.equal('offer');
  });

  it('counts a question that is asked again', () => {
    const again = played(['customer', 'where is my lamp'], ['customer', 'where is my lamp']).decisions[1];
    expect(again?.reasons).to.deep.equal(['asked the same question again']);
  });

  it('knows nothing of a conversation before', () => {
    const { read } = createReader();
    const past = talk(['customer', 'hot 9'], ['assistant', 'I do not understand.'], ['customer', 'hot 9']);
    expect(replay(policy, read, past)).to.deep.equal(replay(policy, read, past));
  });
});

describe('what a replay comes to', () => {
  const decision = (turn: number, action: 'stay' | 'offer' | 'hand-off') =>
    ({ turn, action, points: 0, reasons: [], frustration: 0 }) as const;
  const done = (...actions: readonly ('stay' | 'offer' | 'hand-off')[]): Replayed => ({
    id: 'one',
    decisions: actions.map((action, turn) => decision(turn, action)),
  });

  it('is the decision that went furthest, the first of equals', () => {
    expect(outcomeOf(done('stay', 'offer', 'stay', 'offer'))?.turn).to.equal(1);
    expect(outcomeOf(done('offer', 'hand-off', 'hand-off', 'stay'))?.turn).to.equal(1);
    expect(outcomeOf(done('stay', 'stay'))?.turn).to.equal(0);
    expect(outcomeOf(done())).to.equal(undefined);
  });

  const past = (at?: number, label?: boolean): PastConversation => ({
    id: 'one',
    turns: [{ role: 'customer', text: '', ...(at === undefined ? {} : { at }) }],
    ...(label === undefined ? {} : { label }),
  });

  it('is counted, with what was called for nothing and who was missed, where there are labels', () => {
    const of = (...rows: readonly (readonly [boolean | undefined, Replayed])[]) =>
      tally(
        rows.map(([label]) => past(undefined, label)),
        rows.map(([, one]) => one),
      );
    expect(of([undefined, done('offer')], [undefined, done('hand-off')], [undefined, done()])).to.deep.equal({
      conversations: 3,
      offers: 1,
      handOffs: 1,
    });
    const labelled = of(
      [true, done('stay')],
      [true, done()],
      [true, done('stay')],
      [true, done('offer')],
      [false, done('offer')],
      [false, done('hand-off')],
      [false, done('hand-off')],
      [false, done('stay')],
      [undefined, done('stay')],
    );
    expect(labelled).to.deep.equal({
      conversations: 9,
      offers: 2,
      handOffs: 2,
      labelled: 8,
      falseAlarms: 3,
      missed: 3,
    });
  });

  it('has a busiest hour, from offers and hand-offs with a time', () => {
    const at = (...times: readonly (number | undefined)[]) =>
      tally(
        times.map((time) => past(time)),
        times.map(() => done('offer')),
      ).busiestHour;
    expect(at(0, hour - 1, hour)).to.equal(2);
    expect(at(hour, 2 * hour - 1, 2 * hour, 3 * hour - 1, 3 * hour - 1)).to.equal(3);
    expect(at(undefined)).to.equal(undefined);
    expect(tally([past(hour)], [done('stay')]).busiestHour).to.equal(undefined);
  });
});

describe('the file of past conversations', () => {
  const read = (...lines: readonly unknown[]) =>
    readLog({
      name: 'log.jsonl',
      text: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    });
  const turns = [{ role: 'customer', text: 'hi' }];

  it('has labels in several ways', () => {
    const label = (value: unknown) => read({ id: 1, turns, label: value }).conversations[0]?.label;
    expect([true, 1, 'escalate', 'yes'].map(label)).to.deep.equal([true, true, true, true]);
    expect([false, 0, 'no', 'stay'].map(label)).to.deep.equal([false, false, false, false]);
    expect(read({ id: 1, turns, label: null }, { id: 2, turns }).conversations).to.deep.equal([
      { id: '1', turns },
      { id: '2', turns },
    ]);
    expect(read({ id: 1, turns, label: 'perhaps' }).problems).to.have.length(1);
  });

  it('has times as numbers or as dates with an offset', () => {
    const at = (value: unknown) =>
      read({ id: 'a', turns: [{ ...turns[0], at: value }] }).conversations[0]?.turns[0]?.at;
    expect(at(5)).to.equal(5);
    expect(at('2026-11-25T09:00:00Z')).to.equal(Date.parse('2026-11-25T09:00:00Z'));
    expect(at('2026-11-25T09:00:00+02:00')).to.equal(Date.parse('2026-11-25T07:00:00Z'));
    expect(at('yesterday')).to.equal(undefined);
  });

  it('is told line by line of what cannot be read, empty lines counted', () => {
    const { conversations, problems } = read({ id: 'a', turns }, '', '  ', 'x', 7, { id: 'b', turns: [] });
    expect(conversations.map(({ id }) => id)).to.deep.equal(['a']);
    expect(problems.map((problem) => problem.slice(0, 13))).to.deep.equal([
      'log.jsonl:4: ',
      'log.jsonl:5: ',
      'log.jsonl:6: ',
    ]);
    expect(problems[0]).to.include('is not JSON');
    expect(problems[1]).to.include('line: ');
    expect(problems[2]).to.include('turns: ');
    expect(readLog({ name: 'x', text: `${JSON.stringify({ id: 'a', turns })}\r\n` }).conversations).to.have.length(1);
  });
});

describe('an answer that failed', () => {
  for (const answer of [
    "I didn't understand that.",
    'I did not understand',
    "Sorry, I don't quite understand you",
    'I do not fully understand.',
    "I couldn't get that.",
    'I could not catch that',
    "I did n't understand",
    'Not sure what you mean.',
    'I am not quite sure I understand.',
    'Please rephrase that.',
    'Could you rephrase?',
    'I am unable to help with it.',
    'I am not able to help',
    "I can't help you",
    'I cannot help',
    'I don’t know.',
    'I do not have an answer to that',
  ]) {
    it(`says so: "${answer}"`, () => expect(failedAnswer(answer, [])).to.equal(true));
  }
  for (const answer of ['I understand.', 'I know.', 'Surely.', 'We are able to help.', 'You do know best.']) {
    it(`is none: "${answer}"`, () => expect(failedAnswer(answer, [])).to.equal(false));
  }

  it('says word for word what was said before, in four words or more, whatever the signs and capitals', () => {
    expect(failedAnswer('It comes on Monday!', ['other', 'it comes, on monday'])).to.equal(true);
    expect(failedAnswer('  It comes on Monday ', ['It comes on Monday'])).to.equal(true);
    expect(failedAnswer('Comes on Monday', ['Comes on Monday'])).to.equal(false);
    expect(failedAnswer('It comes on Monday', [])).to.equal(false);
  });
});
