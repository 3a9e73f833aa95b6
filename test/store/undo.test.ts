/** A move of an agent that can be undone: nobody is told before it is due, and then once; or it is undone, and never told. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { type Action, actions, answered, claimed, letGo, texts, told, writes } from '../support/held.js';
import { enterLine, newAgent } from '../support/tickets.js';
import { until } from '../support/until.js';

const states = { close: undefined, 'hand-back': undefined, release: 'waiting' } as const;

onEveryEngine('a move that can be undone', (start) => {
  let house: StoreHouse;
  /** Of one nothing is due within a test, of the other at once. */
  let slow: Store;
  let quick: Store;
  before(async () => {
    house = await start();
    slow = await house.open({ timing: { undoMs: 60_000 } });
    quick = await house.open({ timing: { undoMs: 1 } });
  });
  after(() => house.close());

  /** Other processes look for what is due, one after the other and at once. */
  async function sweeps(conversation: string): Promise<void> {
    await until('what was due is done', async () => {
      await Promise.all([slow.queue.sweep(''), quick.queue.sweep(''), slow.queue.sweep('')]);
      return (await slow.queue.ticket(conversation))?.leaving === undefined;
    });
    await slow.queue.sweep('');
  }

  for (const action of actions) {
    it(`(${action}) is told to nobody until it is due, and then once, by whoever looks`, async () => {
      const held = await answered(slow);
      const before = await told(slow, held.conversation);
      expect(await letGo(slow, held, action)).to.deep.equal({ kind: 'moved', helped: true, undoMs: 60_000 });
      await slow.queue.sweep('');
      expect(await slow.queue.ticket(held.conversation)).to.have.nested.include({
        state: 'assigned',
        'leaving.action': action,
      });
      expect(await told(slow, held.conversation)).to.equal(before);
      const other = await answered(quick);
      expect(await letGo(quick, other, action)).to.include({ kind: 'moved' });
      await sweeps(other.conversation);
      expect(await told(slow, other.conversation)).to.equal(before + 1);
      expect((await slow.queue.ticket(other.conversation))?.state).to.equal(states[action]);
      expect(await slow.queue.undo(other)).to.include({ kind: 'fenced' });
      expect(await quick.queue.done(other.agent.id, Date.now())).to.equal(action === 'release' ? 0 : 1);
    });

    it(`(${action}) is undone: the ticket is with its agent by a new epoch, nobody was told, and what comes late is fenced`, async () => {
      const held = await answered(slow);
      const before = await texts(slow, held.conversation);
      await letGo(slow, held, action);
      const epoch = held.epoch + 1;
      for (let again = 0; again < 2; again += 1)
        expect(await slow.queue.undo(held)).to.deep.equal({ kind: 'back', epoch });
      const late = await letGo(slow, held, action); // the same request, on its way since before
      expect(late).to.deep.equal({ kind: 'fenced', by: held.agent.name });
      const back = await slow.queue.ticket(held.conversation);
      expect(back).to.include({ state: 'assigned', epoch });
      expect(back?.leaving).to.equal(undefined);
      await slow.queue.sweep('');
      expect(await texts(slow, held.conversation)).to.deep.equal(before);
      expect(await slow.queue.done(held.agent.id, Date.now())).to.equal(0);
      const speech = { ...held, epoch, id: crypto.randomUUID(), text: 'one more thing', note: false };
      expect(await slow.queue.speak(speech)).to.include({ kind: 'said' });
      expect(await letGo(slow, { ...held, epoch, undo: false }, action)).to.deep.equal({
        kind: 'moved',
        helped: true,
      });
    });

    it(`(${action}) is as if it had not been when the customer writes`, async () => {
      const held = await answered(slow);
      await letGo(slow, held, action);
      await writes(slow, held.conversation);
      const back = await slow.queue.ticket(held.conversation);
      expect(back).to.include({ state: 'assigned', epoch: held.epoch, owed: true });
      expect(back?.leaving).to.equal(undefined);
      expect(await slow.queue.undo(held)).to.deep.equal({ kind: 'back', epoch: held.epoch });
      await slow.queue.sweep('');
      expect(await slow.queue.ticket(held.conversation)).to.include({ state: 'assigned', epoch: held.epoch });
    });

    it(`(${action}) is over when a supervisor takes the ticket`, async () => {
      const held = await answered(slow);
      await letGo(slow, held, action);
      await claimed(slow, newAgent(), { conversation: held.conversation, force: true });
      expect(await slow.queue.undo(held)).to.include({ kind: 'fenced' });
      expect((await slow.queue.ticket(held.conversation))?.leaving).to.equal(undefined);
    });
  }

  it('asked twice is due when it was, and another one takes its place', async () => {
    const held = await answered(slow);
    const leaving = async () => (await slow.queue.ticket(held.conversation))?.leaving;
    const close = () => letGo(slow, held, 'close');
    const first = await close();
    const due = (await leaving())?.due ?? 0;
    expect(await close()).to.deep.equal(first);
    expect(await leaving()).to.deep.equal({ action: 'close', due });
    await letGo(slow, held, 'release');
    expect((await leaving())?.action).to.equal('release');
    expect((await leaving())?.due).to.be.above(due);
    await letGo(slow, { ...held, undo: false }, 'release');
    expect((await slow.queue.ticket(held.conversation))?.state).to.equal('waiting');
    expect(await told(slow, held.conversation)).to.equal(2); // with the system message of the claim
  });

  it('keeps the lease: a heartbeat does not put it off, and undone it is kept by the next', async () => {
    const held = await answered(quick);
    await letGo(quick, held, 'close');
    await quick.queue.present(held.agent, true);
    await sweeps(held.conversation);
    expect(await quick.queue.ticket(held.conversation)).to.equal(undefined);
    const other = await answered(slow);
    await letGo(slow, other, 'close');
    await slow.queue.undo(other);
    expect(await slow.queue.sweep('')).to.not.include(other.conversation);
    expect(await slow.queue.present(other.agent, true)).to.deep.equal([other.conversation]);
  });

  it('is told at once where its seat is needed', async () => {
    const [one, two] = [await answered(slow), await enterLine(slow)];
    const tight = await house.open({ capacity: 1, timing: { undoMs: 60_000 } });
    await letGo(tight, one, 'close');
    await claimed(tight, one.agent, { conversation: two });
    expect(await tight.queue.ticket(one.conversation)).to.equal(undefined);
    expect(await texts(tight, one.conversation)).to.include('closed');
  });

  it('leaves nothing when its customer is erased', async () => {
    const held = await answered(slow);
    await letGo(slow, held, 'close');
    await slow.erase(`customer of ${held.conversation}`);
    await slow.queue.sweep('');
    expect(await slow.queue.undo(held)).to.include({ kind: 'fenced' });
    expect(await texts(slow, held.conversation)).to.deep.equal([]);
  });

  it('is told exactly once, or undone and never told, whatever happens in between', async function () {
    this.timeout(120_000);
    const step = fc.constantFrom('close', 'hand-back', 'release', 'undo', 'write', 'sweep', 'beat', 'repeat');
    const walk = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        let held = await answered(quick);
        const before = await told(quick, held.conversation);
        let last: Action = 'close';
        for (const one of steps) {
          if (one === 'undo') {
            const undone = await quick.queue.undo(held);
            if (undone.kind === 'back') held = { ...held, epoch: undone.epoch };
          } else if (one === 'write') await writes(quick, held.conversation);
          else if (one === 'sweep') await quick.queue.sweep('');
          else if (one === 'beat') await quick.queue.present(held.agent, true);
          else await letGo(quick, held, one === 'repeat' ? last : (last = one));
        }
        const left = await quick.queue.ticket(held.conversation);
        const leaving = left?.leaving !== undefined;
        await sweeps(held.conversation);
        const now = await quick.queue.ticket(held.conversation);
        const stayed = now?.state === 'assigned' && now.epoch === held.epoch;
        expect(stayed, JSON.stringify(steps)).to.equal(
          left?.epoch === held.epoch && left.state === 'assigned' && !leaving,
        );
        expect(await told(quick, held.conversation), JSON.stringify(steps)).to.equal(before + (stayed ? 0 : 1));
        await quick.erase(`customer of ${held.conversation}`);
      }),
      { numRuns: 40, seed: 12 },
    );
  });
});
