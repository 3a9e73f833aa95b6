/** What was let go of comes back to the desk while nobody was told, against a server driven by hand. */
import { expect } from 'chai';
import type { DeskPort } from '../../../src/web/desk/port.js';
import { lineOf, ready } from './ready.js';
import { mine } from './rows.js';

describe('undoing', () => {
  const moved = { kind: 'moved', helped: true, undoMs: 5000 } as const;
  const after = (timers: (() => void)[]) => (_: number, act: () => void) => {
    timers.push(act);
    return () => undefined;
  };

  for (const action of ['close', 'hand-back', 'release'] as const) {
    it(`(${action}) brings the ticket back to the desk, and today's count`, async () => {
      const asked: unknown[] = [];
      const move: DeskPort['move'] = (_, body) => {
        asked.push(body.undo);
        return Promise.resolve(moved);
      };
      const undo: DeskPort['undo'] = (id, body) => {
        asked.push({ id, ...body });
        return Promise.resolve({ kind: 'back', epoch: 2 });
      };
      const desk = await ready({ move, undo });
      await desk.move(action);
      expect(desk.line.value.mine).to.be.empty;
      expect(desk.leaving.value).to.include({ action });
      await desk.undo();
      expect(asked).to.deep.equal([true, { id: 'a', epoch: 1 }]);
      expect(desk.line.value.mine.map(({ id }) => id)).to.deep.equal(['a']);
      expect(desk.line.value.doneToday).to.equal(0);
      expect(desk.talk.value).to.include({ id: 'a', holder: 'mine' });
      expect(desk.leaving.value).to.equal(undefined);
    });
  }

  it('is offered for as long as the server says, and says so when it is too late', async () => {
    const timers: (() => void)[] = [];
    const move = () => Promise.resolve(moved);
    const undo = () => Promise.resolve({ kind: 'fenced' } as const);
    const desk = await ready({ move, undo }, { after: after(timers) });
    await desk.move('close');
    await desk.undo();
    expect(desk.notice.value).to.equal('It is too late to undo that: Customer a was told a moment before.');
    expect(desk.line.value).to.include({ doneToday: 1 });
    await desk.receive(lineOf(mine('a')));
    await desk.open('a');
    await desk.move('close');
    expect(desk.leaving.value).to.include({ action: 'close' });
    timers.forEach((act) => act());
    expect(desk.leaving.value).to.equal(undefined);
  });

  it('is needless when the customer writes: the ticket comes back by itself, and it is said why, once', async () => {
    const desk = await ready({ move: () => Promise.resolve(moved) });
    await desk.move('close');
    await desk.receive({ kind: 'gone', id: 'a', waitingTotal: 0 });
    await desk.receive({ kind: 'ticket', ticket: mine('a', { seq: 4 }), waitingTotal: 0 });
    expect(desk.notice.value).to.equal('Customer a wrote before anything was done, and is still with you.');
    expect(desk.news.value).to.be.empty;
    expect(desk.leaving.value).to.equal(undefined);
    expect(desk.line.value.doneToday).to.equal(0);
  });
});
