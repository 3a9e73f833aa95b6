/** What channels rely on of an assistant and its transcripts, in the store as in the double that they are tried with. */
import { expect } from 'chai';
import type { Listener, Transcripts } from '../../src/channels/ports.js';
import type { ChangeNotifier, Said } from '../../src/conversation/index.js';

export interface ChatGround extends Listener, Pick<Transcripts, 'find' | 'read'>, ChangeNotifier {
  erase(said: Said): Promise<void>;
}

let count = 0;
function aSaid(text: string, more: Partial<Said> = {}): Said {
  const conversation = `web-of-contract-${(count += 1)}`;
  return { conversation, channel: 'web', activity: `a-${(count += 1)}`, customer: { id: conversation }, text, ...more };
}

/** To be called in a suite; `ground` is asked when its cases run. */
export function keepsTranscripts(ground: () => ChatGround): void {
  async function wordsOf(conversation: string, after = 0) {
    const found = await ground().read(conversation, { after });
    if (found.kind !== 'read') throw new Error(found.kind);
    return found.entries.filter(({ role }) => role === 'customer');
  }

  it('keeps a message once, however often it comes, and numbers it', async () => {
    const said = aSaid('hello', { value: 'tapped' });
    const first = await ground().receive(said);
    expect(first).to.include({ kind: 'received', seq: 1 });
    expect(await ground().receive(said)).to.deep.equal({ kind: 'duplicate', seq: 1 });
    const words = await wordsOf(said.conversation);
    expect(words).to.have.length(1);
    expect(words[0]).to.include({ seq: 1, text: 'hello', value: 'tapped', activity: said.activity });
    const next = await ground().receive({ ...said, activity: 'another' });
    expect(next).to.include({ kind: 'received' });
    const found = await ground().find(said.conversation);
    expect(found?.seq).to.be.at.least(2);
  });

  it('greets before anything was said, once', async () => {
    const said = aSaid('');
    expect(await ground().greet(said))
      .to.have.property('life')
      .that.is.a('string');
    expect(await ground().greet(said)).to.equal(undefined);
    const read = await ground().read(said.conversation, { after: 0 });
    expect(read.kind === 'read' && read.entries.map(({ role }) => role)).to.deep.equal(['assistant']);
    const other = aSaid('hello');
    await ground().receive(other);
    expect(await ground().greet(other)).to.equal(undefined);
  });

  it('reads what comes after a number, no more than asked for, and all where the number is beyond the end', async () => {
    const said = aSaid('hello');
    for (const text of ['hello', 'hi', 'good morning']) await ground().receive({ ...said, text, activity: text });
    const numbers = async (after: number, limit?: number) => {
      const read = await ground().read(said.conversation, { after, ...(limit === undefined ? {} : { limit }) });
      return read.kind === 'read' ? read.entries.map(({ seq }) => seq) : read.kind;
    };
    expect((await numbers(0)).slice(0, 3)).to.deep.equal([1, 2, 3]);
    expect(await numbers(0, 2)).to.deep.equal([1, 2]);
    expect(await numbers(1, 1)).to.deep.equal([2]);
    expect(await numbers(0, 0)).to.deep.equal([]);
    expect(await numbers(1000, 1)).to.deep.equal([1]);
    const read = await ground().read(said.conversation, { after: 0, limit: 0 });
    expect(read).to.include({ kind: 'read', ticket: false });
    expect(read.kind === 'read' && read.seq).to.be.at.least(3);
  });

  it('knows nothing of a conversation that has not begun, and refuses a token of one that is not there', async () => {
    const { conversation } = aSaid('');
    expect(await ground().read(conversation, { after: 0 })).to.deep.equal({ kind: 'none' });
    expect(await ground().read(conversation, { after: 0, life: '17' })).to.deep.equal({ kind: 'gone' });
    expect(await ground().find(conversation)).to.equal(undefined);
  });

  it('tells who wrote, where, and how they are reached', async () => {
    const said = aSaid('hello', { channel: 'teams', customer: { id: 'u', name: 'Zoë' }, reference: '{"to":1}' });
    const teams = { ...said, conversation: said.conversation.replace('web', 'teams') };
    await ground().receive(teams);
    expect(await ground().find(teams.conversation)).to.deep.include({
      id: teams.conversation,
      channel: 'teams',
      customer: { id: 'u', name: 'Zoë' },
      reference: '{"to":1}',
    });
    const { reference: _, ...web } = aSaid('hello');
    await ground().receive(web);
    expect(await ground().find(web.conversation)).to.not.have.property('reference');
  });

  it('refuses an erased conversation whatever it is asked', async () => {
    const said = aSaid('hello');
    await ground().receive(said);
    await ground().erase(said);
    expect(await ground().receive({ ...said, activity: 'again' })).to.include({ kind: 'gone' });
    expect(await ground().greet(said)).to.equal(undefined);
    expect(await ground().read(said.conversation, { after: 0 })).to.deep.equal({ kind: 'gone' });
  });

  it('rings for whoever listens to a conversation, and for who listens to all, until they stop', async () => {
    const [said, other] = [aSaid('hello'), aSaid('hello')];
    await ground().receive(said);
    const [rung, all]: [boolean[], string[]] = [[], []];
    let wake: () => void = () => undefined;
    const heard = async (so: () => boolean) => {
      while (!so()) await new Promise<void>((resolve) => (wake = resolve));
    };
    const stops = [
      ground().listen(said.conversation, (more) => {
        rung.push(more);
        wake();
      }),
      ground().listenAll((ring) => {
        if (ring !== undefined) all.push(ring.conversation);
        wake();
      }),
    ];
    await ground().receive(other);
    await heard(() => all.includes(other.conversation));
    await ground().receive({ ...said, activity: 'again' });
    await heard(() => all.includes(said.conversation) && rung.length > 0);
    for (const stop of stops) stop();
    const [before, beforeAll] = [rung.length, all.length];
    await ground().receive({ ...said, activity: 'and again' });
    await ground().find(said.conversation);
    expect([rung.length, all.length]).to.deep.equal([before, beforeAll]);
  });
}
