/** The order of a sorted set, against the plainest possible one; and that size costs little. */
import { expect } from 'chai';
import fc from 'fast-check';
import {
  countBelow,
  createSortedSet,
  drop,
  first,
  place,
  rank,
  slice,
  type SortedSet,
} from '../../src/redis-embedded/values/sorted-set.js';

type Act = readonly ['place', number, number] | readonly ['drop', number];

const name = (n: number): string => `m${n}`;
const act = (members: number): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constant('place' as const), fc.nat(members), fc.integer({ min: -50, max: 50 })),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant('drop' as const), fc.nat(members)) },
  );

function apply(set: SortedSet, model: Map<string, number>, acts: readonly Act[]): void {
  for (const [kind, n, score = 0] of acts) {
    const member = name(n);
    if (kind === 'place') {
      const old = model.get(member);
      expect(place(set, member, score)).to.equal(old === undefined ? 'added' : old === score ? 'same' : 'moved');
      model.set(member, score);
    } else expect(drop(set, member)).to.equal(model.delete(member));
  }
}

const sorted = (model: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...model].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));

function agree(set: SortedSet, model: ReadonlyMap<string, number>): void {
  const order = sorted(model);
  const whole = slice(set, 0, Infinity);
  expect(whole.members).to.deep.equal(order.map(([member]) => member));
  expect(whole.scores).to.deep.equal(order.map(([, score]) => score));
  expect(first(set)?.member).to.equal(order[0]?.[0]);
  for (let at = 0; at < order.length; at += 97) {
    const [member, score] = order[at]!;
    expect(rank(set, member)).to.equal(at);
    expect(countBelow(set, score, false)).to.equal(order.filter(([, one]) => one < score).length);
    expect(countBelow(set, score, true)).to.equal(order.filter(([, one]) => one <= score).length);
    expect(slice(set, at, at + 600).members).to.deep.equal(order.slice(at, at + 600).map(([one]) => one));
  }
}

describe('a sorted set', () => {
  it('keeps the order of a plain one through any changes', () => {
    fc.assert(
      fc.property(fc.array(act(60), { maxLength: 300 }), (acts) => {
        const [set, model] = [createSortedSet(), new Map<string, number>()];
        apply(set, model, acts);
        agree(set, model);
      }),
    );
  });

  it('keeps it over many buckets, filled in order, backwards and at random', () => {
    const orders: Readonly<Record<string, (n: number) => number>> = {
      forwards: (n) => n,
      backwards: (n) => -n,
      scattered: (n) => (n * 7919) % 5003,
      equal: () => 1,
    };
    for (const score of Object.values(orders)) {
      const [set, model] = [createSortedSet(), new Map<string, number>()];
      apply(
        set,
        model,
        Array.from({ length: 5000 }, (_, n) => ['place', n, score(n)] as const),
      );
      expect(Math.max(...set.buckets.map(({ members }) => members.length))).to.be.at.most(512);
      agree(set, model);
      apply(
        set,
        model,
        Array.from({ length: 2500 }, (_, n) => ['drop', n * 2] as const),
      );
      apply(
        set,
        model,
        Array.from({ length: 1000 }, (_, n) => ['place', n * 5, score(n) + 3] as const),
      );
      agree(set, model);
      apply(
        set,
        model,
        Array.from({ length: 5000 }, (_, n) => ['drop', n] as const),
      );
      expect(set.buckets).to.deep.equal([]);
    }
  });

  it('orders members of one score by their bytes', () => {
    const set = createSortedSet();
    const members = ['b', 'a', 'é', 'Z', '', '\u00ff'].map((text) => Buffer.from(text, 'utf8').toString('latin1'));
    for (const member of members) place(set, member, 1);
    const order = members.toSorted((a, b) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1')));
    expect(slice(set, 0, 9).members).to.deep.equal(order);
  });
});
