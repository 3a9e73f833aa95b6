/**
 * No input of any door delays another customer by more than 50 ms over a plain one: while the server works, nobody else
 * is answered, so its work is what is weighed, by the clock of its own thread, until another customer has an answer.
 */
import { expect } from 'chai';
import { engines, type StoreHouse } from '../support/stores.js';
import { openWorld, type World } from './doors.js';
import { type Door, hostile, plain } from './inputs.js';

const mostMs = 50;
/** What else the server does at the moment only ever adds, so the least of a few is the truth. */
const tries = 4;

async function workFor(world: World, door: Door, input: string): Promise<number> {
  const send = await world.ready(door);
  const other = await world.bystander();
  const from = world.worked();
  await send(input);
  await other.askAndHear();
  const work = world.worked() - from;
  other.leave();
  return work;
}

function table(this: Mocha.Suite): void {
  this.timeout(120_000);
  let house: StoreHouse;
  let world: World;
  const usual = new Map<Door, number>();
  const excess: number[] = [];

  before(async () => {
    house = await engines[0]!.start();
    world = await openWorld(house);
    for (const [door, input] of Object.entries(plain) as [Door, string][]) {
      const works: number[] = [];
      for (let n = 0; n < tries; n += 1) works.push(await workFor(world, door, input));
      usual.set(door, Math.min(...works));
    }
  });
  after(async () => {
    console.log(
      `      ${hostile.length} hostile inputs at ${usual.size} doors, at most ${Math.max(...excess).toFixed(1)} ms`,
    );
    await world.close();
    await house.close();
  });

  for (const { door, what, input } of hostile) {
    it(`at the door "${door}": ${what}`, async () => {
      let least = Infinity;
      for (let n = 0; n < tries && least > mostMs / 5; n += 1) {
        least = Math.min(least, (await workFor(world, door, input)) - (usual.get(door) ?? 0));
      }
      excess.push(least);
      expect(least, 'milliseconds of work more than for a plain one').to.be.at.most(mostMs);
    });
  }
}

/** Marks, which the plain pattern does not mind. */
const [marks] = hostile.slice(1);

function planting(this: Mocha.Suite): void {
  this.timeout(60_000);
  it('would be told if one were slow: a planted pattern is', async () => {
    const house = await engines[0]!.start();
    const world = await openWorld(house, true);
    const [usual, slow] = [await workFor(world, 'text', plain.text), await workFor(world, 'text', marks?.input ?? '')];
    await world.close();
    await house.close();
    expect(slow - usual).to.be.above(mostMs);
  });
}

describe('hostile inputs', function () {
  if (process.platform === 'linux') {
    table.call(this);
    planting.call(this);
  } else it('skipped: weighs by the clock of the Linux scheduler');
});
