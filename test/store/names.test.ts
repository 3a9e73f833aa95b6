/** Scripts and table speak of the same things, by the same names; and whatever is stored is read as what it was. */
import { expect } from 'chai';
import { inPackage, readFolder } from '../../src/base/index.js';
import type { Count, Effect } from '../../src/conversation/index.js';
import { keys, shardOf } from '../../src/store/keys.js';
import { readScripts } from '../../src/store/scripts.js';
import { type Patch, plant } from '../faults/patches.js';
import { onEveryEngine } from '../support/stores.js';
import { disagreements, readFiles, unknownNames } from './names.js';

const sources = readFolder(inPackage('src', 'store'), ['.ts'])
  .map(({ text }) => text)
  .join('\n');
const patch = (file: string, from: string, to: string): Patch => ({ file, from, to });

/** Slips of the hand, each with what is said of it. */
const slips: readonly (readonly [Patch, string])[] = [
  [patch('receive.lua', "append(s, 'c', words", "append(s, 'c', word"), 'receive.lua: words is never used'],
  [patch('speak.lua', 'E.firstWordAt', 'E.firstWord'), 'speak.lua: E.firstWord is not in the table'],
  [patch('mend.lua', 'C.number, newest', "'ln', newest"), "mend.lua: 'ln' is a name in the data"],
  [patch('claim.lua', 'holder = holder, ', ''), 'claim.lua: answer.claimed lacks holder'],
  [patch('claim.lua', 'holder = holder, ', 'holds = holder, '), 'claim.lua: answer.claimed.holds is not in the table'],
  [patch('pass.lua', 'answer.away', 'answer.gone'), 'pass.lua: answer.gone is not in the table'],
  [patch('parts/turn.lua', 'ahead = s.state', 'front = s.state'), 'receive.lua: answer.context lacks ahead'],
  [patch('commit.lua', 's.ahead = ahead', ''), 'commit.lua: ahead is never used'],
  [patch('ops/feel.lua', 'E.peak, peak', 'E.peak, level'), 'ops/feel.lua: peak is never used'],
  [patch('sweep.lua', 's.state ==', 's.sate =='), 'sweep.lua: s.sate is never given'],
];

describe('the names of acts and records', () => {
  it('are the same in every Lua file and in the table', () => {
    expect(disagreements(readFiles(), sources)).to.deep.equal([]);
  });

  it('are all that a script uses', () => {
    for (const [name, { text }] of readScripts()) expect(unknownNames(text), name).to.deep.equal([]);
  });

  for (const [slip, said] of slips) {
    it(`do not slip: ${said}`, () => {
      expect(disagreements(readFiles([slip]), sources)).to.include(said);
    });
  }

  it('do not slip: one that is nowhere declared', () => {
    const slip = patch('receive.lua', "append(s, 'c', words", "append(s, 'c', word");
    expect(unknownNames(plant([slip]).get('receive')?.text ?? '')).to.deep.equal(['word']);
  });

  it('that nobody uses any more are noticed', () => {
    const without = sources.replaceAll(/\bcomment\b/g, '');
    const patches = [
      patch('ops/comment.lua', 'E.comment', 'E.contact'),
      patch('erase.lua', 'E.comment, ', ''),
      patch('unsay.lua', 'E.comment, ', ''),
    ];
    expect(disagreements(readFiles(patches), without)).to.include('episode: comment is never used');
  });
});

const counts: readonly Count[] = [
  ...(['turns', 'answers', 'clarified', 'misses', 'repeats', 'offers', 'unsolved', 'faults'] as const),
  ...(['escalations', 'handed-back', 'asked-ces'] as const),
];

onEveryEngine('what a turn counted', (start) => {
  it('is read under its own name, by the next turn, by managers and in the data', async () => {
    const house = await start();
    try {
      const store = await house.open();
      const id = 'web-counted';
      const said = {
        conversation: id,
        channel: 'web',
        customer: { id: 'c', name: 'Zoë', vip: true },
        text: 'x',
      } as const;
      const receive = async (activity: string) => {
        const heard = await store.conversations.receive({ ...said, activity });
        if (heard.kind !== 'turn') throw new Error(heard.kind);
        return heard.turn;
      };
      const counted = counts.flatMap((what, n): Effect[] =>
        Array.from({ length: n + 1 }, () => ({ kind: 'count', what })),
      );
      await store.conversations.commit(await receive('one'), [{ kind: 'open' }, ...counted]);
      const expected = Object.fromEntries(counts.map((what, n) => [what, n + 1]));
      const next = await receive('two');
      expect(next.episode?.counts).to.deep.equal(expected);
      expect(next.said.customer).to.deep.equal(said.customer);
      expect((await store.ledger.episode(id, 1))?.counts).to.deep.equal(expected);
      const { redis } = await house.connect();
      const shards = Number(await redis.get(keys.shards));
      const stored = await redis.hgetall(keys.episode(shardOf(id, shards), `1:${id}`));
      for (const [what, n] of Object.entries(expected)) expect(stored[what], what).to.equal(String(n));
    } finally {
      await house.close();
    }
  });
});
