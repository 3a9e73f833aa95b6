import { expect } from 'chai';
import { entryFigures } from '../../src/effort/index.js';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import { runCommand } from '../../src/cli/index.js';
import { randomIds, readConfig } from '../../src/base/index.js';
import type { Store } from '../../src/store/index.js';
import { onEveryEngine, quiet, type StoreHouse } from '../support/stores.js';

const shown = (id: string): Effect => ({ kind: 'entry', what: 'shown', id });

onEveryEngine('entries of the knowledge base', (start) => {
  let house: StoreHouse;
  let store: Store;
  before(async () => {
    house = await start();
    store = await house.open();
  });
  after(() => house.close());

  const turn = async (conversation: string, text: string, effects: readonly Effect[]) => {
    const said: Said = {
      conversation,
      channel: 'web',
      activity: text,
      customer: { id: `customer of ${conversation}` },
      text,
    };
    const heard = await store.conversations.receive(said);
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    const memory = { mood: freshMood, failures: 0 };
    await store.conversations.commit(heard.turn, [...effects, { kind: 'remember', memory }]);
  };

  it('are told what the episodes they were shown in came to, once each', async () => {
    await turn('one', 'a question', [{ kind: 'open' }, shown('parking'), shown('hours')]);
    await turn('one', 'the same again', [shown('parking'), { kind: 'entry', what: 'unsolved', id: 'parking' }]);
    await turn('one', 'a person please', [{ kind: 'queue', boostMs: 0, reason: 'asked' }]);
    await turn('one', 'never mind', [{ kind: 'leave-line' }, { kind: 'end', outcome: 'gave-up' }]);
    await turn('two', 'another question', [{ kind: 'open' }, shown('parking')]);
    await turn('two', 'thanks', [{ kind: 'end', outcome: 'solved' }]);
    const now = Date.now();
    const hours = await store.ledger.hours({ from: now - 3_600_000, to: now + 3_600_000 });
    expect(entryFigures(hours)).to.deep.equal([
      { id: 'parking', shown: 3, solved: 0, unsolved: 1, clarified: 0, escalated: 1, effort: 10 },
      { id: 'hours', shown: 1, solved: 0, unsolved: 0, clarified: 0, escalated: 1, effort: 20 },
    ]);
  });

  it('that are missing are drafted by `faq gaps`, from the words of the transcripts', async () => {
    const miss: readonly Effect[] = [
      { kind: 'open' },
      { kind: 'say', reply: { text: 'I do not know.', missed: 1 } },
      { kind: 'count', what: 'misses' },
    ];
    await turn('three', 'do you have hammocks made of rope', miss);
    await turn('four', 'do you have rope hammocks', miss);
    const [out, err]: [string[], string[]] = [[], []];
    const context = () => ({ config: readConfig(house.env), log: quiet, ids: randomIds });
    const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    expect(await runCommand(['faq', 'gaps'], io, context)).to.equal(0);
    expect(out.join('\n')).to.match(/# asked 2 ×\n {2}- id: draft-\S*hammocks/);
    expect(err.join('\n')).to.match(/^2 questions without a good answer; 0 of them .* 1 gaps, 1 drafted/);
  });
});
