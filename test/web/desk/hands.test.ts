/** How tickets change hands on the desk, against a server driven by hand. */
import { expect } from 'chai';
import type { DeskPort } from '../../../src/web/desk/port.js';
import { first, ready } from './ready.js';
import { bens, entry, line, mine, row, view } from './rows.js';

describe('claiming', () => {
  const outcomes = [
    [{ kind: 'taken', by: 'Ben' }, 'Ben took this one a moment before you.'],
    [{ kind: 'gone' }, 'This one does not wait any more.'],
    [{ kind: 'away' }, 'You are away. Come back to the desk first.'],
    [{ kind: 'empty' }, 'Nobody is waiting right now.'],
    [{ kind: 'full', capacity: 4 }, 'You hold 4, which is as many as one person takes. Close one first.'],
  ] as const;
  for (const [answer, words] of outcomes) {
    it(`that is answered "${answer.kind}"${'by' in answer ? ` by ${answer.by}` : ''} says so`, async () => {
      const desk = await ready({ claim: () => Promise.resolve(answer) });
      await desk.claim();
      expect(desk.notice.value).to.equal(words);
    });
  }

  it('opens what was claimed and counts it as mine at once', async () => {
    const claim = () => Promise.resolve({ kind: 'claimed', ticket: mine('b', { epoch: 2, seq: 4 }) } as const);
    const desk = await ready({ claim });
    await desk.claim('b');
    expect(desk.talk.value?.id).to.equal('b');
    expect(desk.line.value.mine.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('that fails says so and changes nothing', async () => {
    const desk = await ready({});
    await desk.claim();
    expect(desk.notice.value).to.equal('The connection is gone. Nothing was changed; try again.');
    expect(desk.busy.value).to.equal(false);
  });
});

describe('letting go', () => {
  it('by closing takes the ticket off the desk and counts it', async () => {
    const desk = await ready({ move: () => Promise.resolve({ kind: 'moved', helped: true }) });
    await desk.move('close');
    expect(desk.line.value).to.include({ doneToday: 1 });
    expect(desk.line.value.mine).to.be.empty;
    expect(desk.talk.value).to.include({ holder: 'nobody', ending: 'close' });
  });

  it('of a customer to whom nobody wrote counts nobody as helped', async () => {
    const desk = await ready({ move: () => Promise.resolve({ kind: 'moved' }) });
    await desk.move('close', { reason: 'other' });
    expect(desk.line.value.doneToday).to.equal(0);
  });

  for (const action of ['close', 'hand-back', 'release'] as const) {
    it(`(${action}) over words that were not read does nothing, and shows them`, async () => {
      const asked: unknown[] = [];
      const wrote = { kind: 'wrote', entries: [entry(4, 'customer', 'no, it is NOT fixed')] } as const;
      const move: DeskPort['move'] = (_, body) => {
        asked.push(body.seen);
        return Promise.resolve(wrote);
      };
      const desk = await ready({ move });
      await desk.move(action);
      expect(asked).to.deep.equal([3]);
      expect(desk.talk.value?.entries.at(-1)?.text).to.equal('no, it is NOT fixed');
      expect(desk.talk.value?.holder).to.equal('mine');
      expect(desk.notice.value).to.equal('Customer a wrote a moment before you. Nothing was changed; read it first.');
      await desk.move(action);
      expect(asked).to.deep.equal([3, 4]);
    });
  }

  it('by closing what is owed an answer is asked why, and sends it', async () => {
    const asked: unknown[] = [];
    const move: DeskPort['move'] = (_, { why }) => {
      asked.push(why);
      return Promise.resolve(why === undefined ? { kind: 'owed' } : { kind: 'moved' });
    };
    const desk = await ready({ move });
    expect(await desk.move('close')).to.equal('owed');
    expect(desk.talk.value?.holder).to.equal('mine');
    const why = { reason: 'elsewhere', words: 'phoned her' } as const;
    expect(await desk.move('close', why)).to.equal(undefined);
    expect(asked).to.deep.equal([undefined, why]);
    expect(desk.talk.value?.holder).to.equal('nobody');
  });

  it('is still known as our own doing when the feed says that it is gone', async () => {
    const entries = () => Promise.resolve({ generation: 7, entries: [] });
    const desk = await ready({ move: () => Promise.resolve({ kind: 'moved' }), entries });
    await desk.move('hand-back');
    await desk.receive({ kind: 'gone', id: 'a', waitingTotal: 0 });
    expect(desk.talk.value).to.include({ holder: 'nobody', ending: 'hand-back' });
  });

  it('of what was lost meanwhile names the holder and counts nothing', async () => {
    const desk = await ready({ move: () => Promise.resolve({ kind: 'fenced', by: 'Ben' }) });
    await desk.move('close');
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Ben' });
    expect(desk.line.value.doneToday).to.equal(0);
  });
});

describe('passing on', () => {
  const ben = { kind: 'colleague', id: 'ben', name: 'Ben' } as const;
  const returns = { kind: 'queue', id: 'returns', name: 'Returns' } as const;

  for (const [target, body, words] of [
    [ben, { epoch: 1, seen: 3, to: 'ben' }, 'Ben has the conversation with Customer a now.'],
    [
      returns,
      { epoch: 1, seen: 3, queue: 'returns', undo: true },
      'Customer a waits in Returns now, at the old place.',
    ],
  ] as const) {
    it(`to a ${target.kind} asks for that, takes the ticket off the desk and says where it is`, async () => {
      const asked: unknown[] = [];
      const pass: DeskPort['pass'] = (id, given) => {
        asked.push([id, given]);
        return Promise.resolve({ kind: 'moved' });
      };
      const desk = await ready({ pass });
      expect(await desk.pass(target)).to.equal(undefined);
      expect(asked).to.deep.equal([['a', body]]);
      expect(desk.notice.value).to.equal(words);
      expect(desk.line.value.mine).to.be.empty;
      const { kind, name: by } = target;
      expect(desk.talk.value).to.include(
        kind === 'colleague' ? { holder: 'other', by } : { holder: 'nobody', ending: 'pass' },
      );
    });
  }

  it('into a line says nothing more than the bar while it can be undone', async () => {
    const desk = await ready({ pass: () => Promise.resolve({ kind: 'moved', undoMs: 5000 }) });
    await desk.pass(returns);
    expect(desk.notice.value).to.equal(undefined);
    expect(desk.leaving.value).to.include({ action: 'pass' });
  });

  it('shows the new holder as soon as the feed names them', async () => {
    let ticket = mine('a');
    const desk = await ready({
      pass: () => Promise.resolve({ kind: 'moved' }),
      ticket: () => Promise.resolve(view(ticket, first)),
    });
    await desk.pass(ben);
    ticket = bens('a', { seq: 4, epoch: 2 });
    await desk.receive({ kind: 'ticket', ticket, waitingTotal: 0 });
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Ben' });
    expect(desk.news.value).to.be.empty;
  });

  it('leaves the ticket where the feed has put it, when that was quicker than the answer', async () => {
    let answer: (moved: { kind: 'moved' }) => void = () => undefined;
    const desk = await ready({
      pass: () => new Promise((resolve) => (answer = resolve)),
      entries: () => Promise.resolve({ generation: 7, entries: [] }),
    });
    const passing = desk.pass(returns);
    await desk.receive({ kind: 'ticket', ticket: row('a', { queue: 'returns', seq: 4, epoch: 2 }), waitingTotal: 1 });
    answer({ kind: 'moved' });
    await passing;
    expect(desk.line.value.waiting.map(({ id }) => id)).to.deep.equal(['a']);
    expect(desk.talk.value?.holder).to.equal('line');
    expect(desk.news.value).to.be.empty;
  });

  for (const [answer, words] of [
    [{ kind: 'away' }, 'Ben has just left the desk. Nothing was passed on; choose somebody else.'],
    [
      { kind: 'full', capacity: 4 },
      'Ben has just filled the last of 4 seats. Nothing was passed on; choose somebody else.',
    ],
  ] as const) {
    it(`to somebody who is ${answer.kind} keeps the ticket and says why`, async () => {
      const desk = await ready({ pass: () => Promise.resolve(answer) });
      expect(await desk.pass(ben)).to.equal(words);
      expect(desk.talk.value?.holder).to.equal('mine');
      expect(desk.line.value.mine).to.have.length(1);
    });
  }

  it('of what was lost meanwhile names the holder', async () => {
    const desk = await ready({ pass: () => Promise.resolve({ kind: 'fenced', by: 'Sam' }) });
    expect(await desk.pass(ben)).to.equal(undefined);
    expect(desk.notice.value).to.equal('Sam has it now. Nothing was passed on.');
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Sam' });
  });
});

describe('a supervisor', () => {
  const sam = () => Promise.resolve({ id: 'sam', name: 'Sam', role: 'supervisor' } as const);
  const held = view(bens('a'), first);

  it('takes over what a colleague holds, and has it at once', async () => {
    const asked: unknown[] = [];
    const taken = mine('a', { agent: 'Sam', agentId: 'sam', epoch: 2, seq: 4 });
    const desk = await ready({
      me: sam,
      ticket: () => Promise.resolve(asked.length > 0 ? view(taken, first) : held),
      claim: (body) => {
        asked.push(body);
        return Promise.resolve({ kind: 'claimed', ticket: taken });
      },
    });
    await desk.receive({ kind: 'line', line: line({ assigned: [bens('a')] }) });
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Ben' });
    await desk.takeOver('a');
    expect(asked).to.deep.equal([{ token: 'id1', ticket: 'a', takeOver: true }]);
    expect(desk.talk.value?.holder).to.equal('mine');
    expect([desk.line.value.mine.length, desk.line.value.others.length]).to.deep.equal([1, 0]);
  });

  for (const [where, ticket] of [
    ['that a colleague holds', bens('a')],
    ['that waits', row('a')],
  ] as const) {
    it(`closes a ticket ${where} by force`, async () => {
      const asked: unknown[] = [];
      const move: DeskPort['move'] = (_, body) => {
        asked.push(body);
        return Promise.resolve({ kind: 'moved' });
      };
      const desk = await ready({ me: sam, move, ticket: () => Promise.resolve(view(ticket, first)) });
      await desk.move('close');
      expect(asked).to.deep.equal([{ epoch: 1, seen: 3, action: 'close', force: true }]);
      expect(desk.talk.value).to.include({ holder: 'nobody', ending: 'close' });
    });
  }

  it('is told when it changed hands before that, and sees where it is', async () => {
    let ticket = row('a');
    const move: DeskPort['move'] = () => {
      ticket = bens('a', { epoch: 2, seq: 4 });
      return Promise.resolve({ kind: 'fenced', by: 'Ben' });
    };
    const desk = await ready({ me: sam, move, ticket: () => Promise.resolve(view(ticket, first)) });
    await desk.move('close');
    expect(desk.notice.value).to.equal('This conversation changed hands a moment before you. Nothing was closed.');
    expect(desk.talk.value).to.include({ holder: 'other', by: 'Ben' });
  });
});
