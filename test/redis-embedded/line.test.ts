/** The lines of the append-only file and their checksum. */
import { expect } from 'chai';
import fc from 'fast-check';
import { checksum, firstSum, readLine, writeLine } from '../../src/redis-embedded/journal/line.js';

const text = fc.uint8Array({ maxLength: 30 }).map((some) => Buffer.from(some).toString('latin1'));
const effect = fc.tuple(fc.constant('HSET'), text, text);
const effects = fc.array(effect, { minLength: 1, maxLength: 4 });

describe('a line of the file', () => {
  it('has the checksum that others compute, too', () => {
    // published test values of MurmurHash3 x86_32
    expect(checksum('', 0)).to.equal(0);
    expect(checksum('', 1)).to.equal(0x514e28b7);
    expect(checksum('test', 0)).to.equal(0xba6bd213);
    expect(checksum('Hello, world!', 0)).to.equal(0xc0363e43);
    expect(checksum('The quick brown fox jumps over the lazy dog', 0x9747b28c)).to.equal(0x2fa826cd);
  });

  it('gives back what was written, whatever the bytes', () => {
    fc.assert(
      fc.property(effects, fc.nat(), (written, before) => {
        const line = writeLine(written, before);
        expect(line.text.indexOf('\n')).to.equal(line.text.length - 1);
        expect(readLine(line.text.slice(0, -1), before)).to.deep.equal({ effects: written, sum: line.sum });
      }),
    );
  });

  it('is refused with any byte changed, and after another line than its own', () => {
    fc.assert(
      fc.property(effects, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, at, change) => {
        const { text: whole } = writeLine(written, firstSum);
        const line = whole.slice(0, -1);
        const place = at % line.length;
        const other = String.fromCharCode(line.charCodeAt(place) ^ change);
        const damaged = line.slice(0, place) + other + line.slice(place + 1);
        expect(readLine(damaged, firstSum)).to.equal(undefined);
        expect(readLine(line, firstSum ^ change)).to.equal(undefined);
      }),
    );
  });
});
