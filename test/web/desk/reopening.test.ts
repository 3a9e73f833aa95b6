/** A case that was closed lately goes on, against a server driven by hand. */
import { expect } from 'chai';
import type { ReopenAnswer } from '../../../src/desk/closed/contract.js';
import { closedId, endText, lastText, surveyText, wasClosed } from '../../../src/web/desk/closed.js';
import type { ClosedRow } from '../../../src/web/desk/types.js';
import { entry, mine } from './rows.js';
import { ready } from './ready.js';

const day = 24 * 3_600_000;

const row: ClosedRow = {
  ...{
    id: 'a',
    episode: 2,
    epoch: 4,
    seq: 7,
    customer: 'Zoë',
    reason: 'asked',
    outcome: 'helped',
    last: { text: '6', chose: true },
  },
  channel: { short: 'Web', long: 'Web chat' },
  ...{ bornAt: 1000, endedAt: 9000 },
};

describe('reopening', () => {
  async function asking(answer: ReopenAnswer | Error) {
    const asked: unknown[] = [];
    const desk = await ready({
      reopen: (id, { token: _, ...body }) => {
        asked.push({ id, ...body });
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    });
    return { desk, asked };
  }

  it('brings the ticket back, and what was counted for it, as it was known and read', async () => {
    const { desk, asked } = await asking({ kind: 'reopened', ticket: mine('a', { epoch: 5 }), doneToday: 3 });
    expect(await desk.reopen(row)).to.deep.equal({ kind: 'reopened' });
    expect(asked).to.deep.equal([{ id: 'a', episode: 2, epoch: 4, seen: 7 }]);
    expect(desk.line.value.mine.map(({ id }) => id)).to.deep.equal(['a']);
    expect(desk.line.value.doneToday).to.equal(3);
    expect(desk.talk.value).to.include({ id: 'a', holder: 'mine' });
  });

  for (const [answer, words] of [
    [{ kind: 'begun' }, 'Zoë has gone on with something else since, so this case stays closed.'],
    [{ kind: 'elsewhere' }, 'Zoë has another open case in another conversation, so this one stays closed.'],
    [{ kind: 'over' }, 'It ended more than 24 hours ago, so it stays closed.'],
    [{ kind: 'gone' }, 'This conversation is not kept any more, so it stays closed.'],
    [{ kind: 'open', by: 'Sam' }, 'Sam has this conversation already.'],
    [{ kind: 'full', capacity: 4 }, 'You hold 4, which is as many as one person takes. Close one first.'],
  ] as const) {
    it(`(${answer.kind}) is refused in words`, async () => {
      const { desk } = await asking(answer);
      expect(await desk.reopen(row)).to.deep.equal({ kind: 'stays', words });
    });
  }

  for (const answer of [{ kind: 'wrote', entries: [entry(8)] }, { kind: 'fenced' }] as const) {
    it(`(${answer.kind}) is not done over what was not read`, async () => {
      const { desk } = await asking(answer);
      expect(await desk.reopen(row)).to.include({ kind: 'stays', again: true });
    });
  }

  it('that fails changes nothing, and says so', async () => {
    const { desk } = await asking(new Error('The server did not answer.'));
    const words = 'The server did not answer. Nothing was changed; try again.';
    expect(await desk.reopen(row)).to.deep.equal({ kind: 'stays', words });
  });

  it('says what becomes of the survey', () => {
    expect(surveyText(row)).to.equal(undefined);
    expect(surveyText({ ...row, asked: true })).to.match(/was asked.*has not answered.*takes the question back/);
    expect(surveyText({ ...row, asked: true, ces: 6 })).to.match(/6 of 7\. That is kept.*not asked again/);
    expect(endText({ ...row, agent: 'Ana' }, row.endedAt)).to.match(/^Closed today, .*, by Ana · Web$/);
    expect(closedId(row)).to.equal('2:a');
    expect(lastText(row)).to.equal('Chose “6”');
  });

  it('is offered where it was closed, once that cannot be undone and for a day', async () => {
    const timers: (() => void)[] = [];
    const after = (_: number, act: () => void) => {
      timers.push(act);
      return () => undefined;
    };
    const desk = await ready({ move: () => Promise.resolve({ kind: 'moved', helped: true, undoMs: 5000 }) }, { after });
    expect(wasClosed(desk, 9000), 'while it is open').to.equal(false);
    await desk.move('close');
    expect(wasClosed(desk, 9000), 'while it can be undone').to.equal(false);
    timers.forEach((act) => act());
    expect(wasClosed(desk, 9000)).to.equal(true);
    expect(wasClosed(desk, 9000 + 2 * day), 'too late').to.equal(false);
  });

  it('is not offered for what was handed back', async () => {
    const desk = await ready({ move: () => Promise.resolve({ kind: 'moved' }) });
    await desk.move('hand-back');
    expect(wasClosed(desk, 9000)).to.equal(false);
  });
});
