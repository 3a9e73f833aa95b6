/** A storm of the same line does not fill the disk, and hides nothing else. */
import { expect } from 'chai';
import { createLog } from '../../src/base/index.js';

interface Line {
  readonly msg: string;
  readonly more?: number;
  readonly n?: number;
}

describe('the log', () => {
  function written() {
    const lines: Line[] = [];
    let time = 0;
    const log = createLog('info', {
      now: () => time,
      to: { write: (line) => void lines.push(JSON.parse(line) as Line) },
    });
    return { log, lines, pass: (ms: number) => (time += ms) };
  }

  it('writes the first of a storm, counts the rest, and writes again when it goes on', () => {
    const { log, lines, pass } = written();
    for (let n = 0; n < 5000; n += 1) log.warn({ n }, 'will try again');
    expect(lines.map(({ n }) => n)).to.deep.equal(Array.from({ length: 20 }, (_, n) => n));
    pass(10_000);
    log.warn({ n: 5000 }, 'will try again');
    expect(lines.slice(20)).to.have.length(2);
    expect(lines.slice(20).map(({ more, n }) => more ?? n)).to.deep.equal([4980, 5000]);
  });

  it('holds back nothing that has other words, or is no warning', () => {
    const { log, lines } = written();
    for (let n = 0; n < 100; n += 1) {
      log.error({ n }, 'a storm');
      log.info({ n }, 'turn');
    }
    log.warn('something else');
    const count = (words: string) => lines.filter(({ msg }) => msg === words).length;
    expect([count('a storm'), count('turn'), count('something else')]).to.deep.equal([20, 100, 1]);
  });

  it('keeps no more kinds than it can bear, and tells what it forgets', () => {
    const { log, lines } = written();
    for (let n = 0; n < 30; n += 1) log.warn('a storm');
    for (let n = 0; n < 300; n += 1) log.warn(`kind ${n}`);
    expect(lines.filter(({ more }) => more === 10)).to.have.length(1);
  });
});
