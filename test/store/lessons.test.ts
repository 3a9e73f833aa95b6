/** What use taught: gathered from the transcripts, kept for all processes, unlearnt, and gone with who taught it. */
import { expect } from 'chai';
import { randomIds, readConfig } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import { readWays } from '../../src/faq/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

onEveryEngine('lessons of use', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  const turn = async (person: string, said: Pick<Said, 'text' | 'value'>, effects: readonly Effect[]) => {
    const heard = await store.conversations.receive({
      ...{ conversation: `of ${person}`, channel: 'web', activity: said.text, customer: { id: person } },
      ...said,
    });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const memory = { mood: freshMood, failures: 0 };
    await store.conversations.commit(heard.turn, [...effects, { kind: 'remember', memory }]);
  };
  const picks = async (person: string, text: string) => {
    const choices = ['faq:order-cancel', 'faq:order-status', 'none'].map((value) => ({ title: value, value }));
    await turn(person, { text }, [
      { kind: 'open' },
      { kind: 'say', reply: { text: 'Which?', choices } },
      { kind: 'count', what: 'clarified' },
    ]);
    await turn(person, { text: 'A title', value: 'faq:order-cancel' }, [{ kind: 'say', reply: { text: 'So.' } }]);
  };
  const proposals = async (...args: readonly string[]) => {
    const out: string[] = [];
    const context = () => ({ config: readConfig(house.env), log: quiet, ids: randomIds });
    const io = { out: (line: string) => void out.push(line), err: () => undefined };
    expect(await runCommand(['faq', 'proposals', ...args], io, context)).to.equal(0);
    return out;
  };
  const kept = async () => readWays((await store.lessons.read()) ?? '[]').map(({ ask }) => ask);

  it('are what two people taught, without the words of one', async () => {
    await picks('eve', 'scrub the purchase for Dorothea');
    expect(await proposals()).to.deep.equal([]);
    await picks('bob', 'scrub this purchase');
    const listed = await proposals();
    expect(listed.map((line) => line.split('\t').slice(1))).to.have.deep.members([
      ['order-cancel', '1', 'scrub the purchase for'],
      ['order-cancel', '1', 'scrub this purchase'],
    ]);
    expect(await kept()).to.have.members(['scrub the purchase for', 'scrub this purchase']);
  });

  it('are unlearnt when they are rejected, until that is taken back', async () => {
    const [first = ''] = await proposals();
    const [code = ''] = first.split('\t');
    await proposals('--reject', code);
    expect(await kept()).to.have.lengthOf(1);
    expect(await proposals()).to.have.lengthOf(1);
    expect(await proposals('--allow', code)).to.have.lengthOf(2);
    const fault = await proposals('--reject', '00000000').catch((error: unknown) => error);
    expect((fault as Error).message).to.equal('No proposal has the code 00000000. List them: warmline faq proposals');
  });

  it('are gone with who taught them, for every process at once', async () => {
    await store.erase('eve');
    expect(await store.lessons.read()).to.equal(undefined);
    expect(await proposals()).to.deep.equal([]);
    expect(await kept()).to.deep.equal([]);
  });
});
