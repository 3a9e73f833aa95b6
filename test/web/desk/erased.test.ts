/** An agent's page when a conversation that it shows is erased. */
import { expect } from 'chai';
import { lineOf, ready } from './ready.js';
import { entry, mine, view } from './rows.js';

const gone = () => Promise.reject(Object.assign(new Error('erased'), { code: 'gone' }));

describe('a conversation that was erased', () => {
  it('leaves nothing on the page, neither words nor what was typed, and says so', async () => {
    const desk = await ready({ entries: gone });
    desk.write({ text: 'Dear Eve', note: false });
    await desk.receive({ kind: 'gone', id: 'a', waitingTotal: 0 });
    expect(desk.talk.value).to.deep.include({ status: 'erased', holder: 'nobody', entries: [], outbox: [] });
    expect(desk.talk.value).to.not.have.property('view');
    expect(desk.line.value.mine).to.deep.equal([]);
    expect(desk.draft.value.text).to.equal('');
  });

  it('while the page was away is found out when it is back', async () => {
    let erased = false;
    const held = view(mine('a'), [entry(1), entry(2), entry(3)]);
    const desk = await ready({ ticket: () => (erased ? gone() : Promise.resolve(held)) });
    erased = true;
    await desk.receive(lineOf());
    expect(desk.talk.value?.status).to.equal('erased');
  });

  it('and begun anew shows what is new from its first number, and nothing of before', async () => {
    const next = mine('a', { generation: 8, seq: 2, epoch: 1 });
    let shown = view(mine('a'), [entry(1), entry(2), entry(3)]);
    const desk = await ready({ ticket: () => Promise.resolve(shown) });
    shown = view(next, [entry(1, 'customer', 'anew'), entry(2, 'assistant', 'and on')]);
    await desk.receive({ kind: 'ticket', ticket: next, waitingTotal: 0 });
    expect(desk.talk.value?.entries.map(({ text }) => text)).to.deep.equal(['anew', 'and on']);
    expect(desk.line.value.mine.map(({ generation }) => generation)).to.deep.equal([8]);
  });
});
