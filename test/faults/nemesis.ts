/** Whoever hurts the house: what happens to it, in an order that the seed decides. */
import { type Chance, createChance } from '../store/conformance/chance.js';
import { type Fault, type Field, wait } from './ground/ground.js';
import type { House } from './house.js';
import type { Customer } from './workload/customer.js';

/** Half of the kills come right after an acknowledgement, when its turn is owed. */
const crash = (house: House): Fault => ({
  name: 'server killed',
  async strike({ chance, history }) {
    if (chance.once(2)) await Promise.race([history.next('kept'), wait(500)]);
    history.note({ kind: 'fault', name: 'server killed' });
    await house.crash(chance.below(house.size));
  },
});

const hold = (house: House, turnLeaseMs: number): Fault => ({
  name: 'server held',
  async strike({ chance, history }) {
    history.note({ kind: 'fault', name: 'server held longer than its turn may take' });
    await house.hold(chance.below(house.size), turnLeaseMs * 1.5);
  },
});

const roll = (house: House): Fault => ({
  name: 'rolling restart',
  async strike({ history }) {
    history.note({ kind: 'fault', name: 'rolling restart, old and new side by side' });
    for (let i = 0; i < house.size; i += 1) await house.replace(i);
  },
});

const jam = (customers: readonly Customer[]): Fault => ({
  name: 'slow readers',
  async strike({ chance, history }) {
    const slow = customers.filter(() => chance.once(3));
    for (const _ of slow) history.note({ kind: 'fault', name: 'reader who stops reading' });
    await Promise.all(slow.map((one) => one.jam(500 + chance.below(1500))));
  },
});

export const houseFaults = (house: House, customers: readonly Customer[], turnLeaseMs: number): readonly Fault[] => [
  crash(house),
  jam(customers),
  hold(house, turnLeaseMs),
  roll(house),
];

function shuffled<T>(chance: Chance, all: readonly T[]): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(chance.below(left.length), 1));
}

/** Strikes with one fault after the other, each once a round, until it is over. */
export async function torment(faults: readonly Fault[], field: Field, over: () => boolean): Promise<void> {
  const { chance } = field;
  while (faults.length > 0 && !over()) {
    for (const { strike } of shuffled(chance, faults)) {
      await wait(200 + chance.below(600));
      // chance of its own for every strike, so that what happens inside of one does not move the others
      const own = createChance(1 + chance.below(2 ** 30));
      if (!over()) await strike({ ...field, chance: own });
    }
  }
}
