/** The log in a terminal: a line for people, whatever is in it, and a terminal obeys nothing of it. */
import { expect } from 'chai';
import fc from 'fast-check';
import { createLog } from '../../src/base/index.js';

function written(colours: boolean) {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { people: { colours }, to: { write: (line) => void lines.push(line) } }) };
}

describe('the log in a terminal', () => {
  it('says when, how grave, what, and with which values', () => {
    const { lines, log } = written(false);
    log.info({ conversation: 'c1', acts: ['say', 'hits'], ms: { decide: 1.5, commit: 2 } }, 'turn');
    log.warn({ why: 'no answer at all', tries: 2 }, 'message not delivered');
    const [turn, warning] = lines.map((line) => line.replace(/^\d{2}:\d{2}:\d{2}[.]\d{3} /, ''));
    expect(turn).to.equal('INFO  turn conversation=c1 acts=["say","hits"] ms.decide=1.5 ms.commit=2\n');
    expect(warning).to.equal('WARN  message not delivered why="no answer at all" tries=2\n');
  });

  it('shows a fault with its stack on lines below', () => {
    const { lines, log } = written(false);
    log.error({ err: new TypeError('it broke') }, 'request failed');
    expect(lines.join('')).to.match(
      /^\S+ ERROR request failed err[.]type=TypeError err[.]message="it broke"\n {6}TypeError: it broke\n {6}at /,
    );
  });

  it('has colours where the terminal has them', () => {
    const { lines, log } = written(true);
    log.error({ n: 1 }, 'oh');
    expect(lines.join('')).to.contain('\x1b[31mERROR\x1b[39m').and.contain('\x1b[90mn=1\x1b[39m');
  });

  it('is one line for one, of signs that move nothing, whatever is logged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.jsonValue(),
        (words, text, value) => {
          const { lines, log } = written(false);
          log.info({ text, held: { value, '\x1b[2J\n': text } }, `x${words}`);
          expect(lines).to.have.length(1);
          expect(lines[0]).to.match(/^[^\p{Cc}]+\n$/u);
        },
      ),
    );
  });
});
