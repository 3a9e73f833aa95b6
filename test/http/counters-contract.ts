/** How points are counted against a limit, in the store as in the double that limits are tried with. */
import { expect } from 'chai';
import type { Counters } from '../../src/store/index.js';

export interface CountersGround extends Counters {
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
}

let count = 0;
const aName = () => `counted-${(count += 1)}`;
const windowMs = 60_000;

/** To be called in a suite; `ground` is asked when its cases run. */
export function keepsCounts(ground: () => CountersGround): void {
  const add = (...asked: Parameters<Counters['add']>) => ground().add(...asked);

  it('adds points, each name for itself', async () => {
    const [one, other] = [aName(), aName()];
    expect(await add(one, 1, windowMs)).to.deep.equal([1, windowMs]);
    expect((await add(one, 2, windowMs))[0]).to.equal(3);
    expect((await add(other, 5, windowMs))[0]).to.equal(5);
    expect((await add(one, 0, windowMs))[0]).to.equal(3);
  });

  it('looks without points, and begins nothing by it', async () => {
    const name = aName();
    expect(await add(name, 0, 100)).to.deep.equal([0, 100]);
    await ground().pass(60);
    expect(await add(name, 1, 100)).to.deep.equal([1, 100]);
  });

  it('forgets them a window after the first, whatever came since', async () => {
    const name = aName();
    await add(name, 1, 150);
    await ground().pass(90);
    const [two, left] = await add(name, 1, 150);
    expect(two).to.equal(2);
    expect(left).to.be.within(1, 60);
    await ground().pass(90);
    expect(await add(name, 1, 150)).to.deep.equal([1, 150]);
  });
}
