/** The engine's clock against a wall clock that leaps. */
import { expect } from 'chai';
import { createClock } from '../../src/redis-embedded/clock.js';

const start = 1_800_000_000_000_000;
const hour = 3_600_000_000;

describe('the clock of the engine', () => {
  let [wall, timer] = [start, 5];
  const pass = (time: number): void => {
    wall += time;
    timer += time;
  };
  const clock = (): (() => number) => createClock({ wall: () => wall, timer: () => timer });
  beforeEach(() => {
    [wall, timer] = [start, 5];
  });

  it('counts microseconds on from the time it was made', () => {
    const now = clock();
    expect(now()).to.equal(start);
    pass(7.5);
    expect(now()).to.equal(start + 7);
  });

  it('goes on calmly when the wall clock is set back, or wavers', () => {
    const now = clock();
    wall -= hour;
    pass(10);
    expect(now()).to.equal(start + 10);
    wall += hour + 900_000;
    pass(10);
    expect(now()).to.equal(start + 20);
  });

  it('follows the wall clock when the machine slept, which the timer does not count', () => {
    const now = clock();
    wall += hour;
    pass(10);
    expect(now()).to.equal(start + hour + 10);
    pass(10);
    expect(now()).to.equal(start + hour + 20);
  });
});
