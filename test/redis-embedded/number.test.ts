/** Numbers as Redis reads and prints them. */
import { expect } from 'chai';
import { add, instant, printDouble, readDouble, readInteger, score } from '../../src/redis-embedded/values/number.js';

const [largest, smallest] = [2n ** 63n - 1n, -(2n ** 63n)];

describe('numbers', () => {
  const integers: readonly (readonly [string, number | bigint | undefined])[] = [
    ['0', 0],
    ['-7', -7],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['9223372036854775807', largest],
    ['-9223372036854775808', smallest],
    ['9223372036854775808', undefined],
    ['-9223372036854775809', undefined],
    ['-0', undefined],
    ['01', undefined],
    ['+1', undefined],
    [' 1', undefined],
    ['1.0', undefined],
    ['', undefined],
  ];
  for (const [text, value] of integers) {
    it(`reads ${JSON.stringify(text)} as ${String(value)}`, () => {
      expect(readInteger(text)).to.equal(value);
    });
  }

  it('adds exactly within 64 bits, and not beyond', () => {
    expect(add(1, 2)).to.equal(3);
    expect(add(9007199254740991, 2)).to.equal(9007199254740993n);
    expect(add(9007199254740993n, -2)).to.equal(9007199254740991);
    expect(add(largest, 1)).to.equal(undefined);
    expect(add(smallest, -1)).to.equal(undefined);
    expect(add(smallest, largest)).to.equal(-1);
    expect(instant(largest, 1000, 0)).to.equal(undefined);
    expect(instant(largest, 1, 1)).to.equal(undefined);
    expect(instant(-5, 1000, 100)).to.equal(-4900);
  });

  // what `printf("%.17g")` prints
  const doubles: readonly (readonly [number, string])[] = [
    [0, '0'],
    [2.5, '2.5'],
    [-0.125, '-0.125'],
    [0.1, '0.10000000000000001'],
    [1e17, '1e+17'],
    [2 ** 56, '72057594037927936'],
    [1e20, '1e+20'],
    [1.5e300, '1.5000000000000001e+300'],
    [0.00001, '1.0000000000000001e-05'],
    [0.0625 ** 3, '0.000244140625'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ];
  for (const [value, text] of doubles) {
    it(`prints ${text}`, () => {
      expect(printDouble(value)).to.equal(text);
    });
  }

  it('reads what strtod reads, and refuses what does not fit a score', () => {
    const texts = ['1e3', '.5', '5.', '-0x10', '+INF', '-infinity', '1e-400'];
    expect(texts.map(readDouble)).to.deep.equal([1000, 0.5, 5, -16, Infinity, -Infinity, 0]);
    expect(['nan', '', '1 ', '0b1', '1e', '--1'].map(readDouble)).to.deep.equal(Array(6).fill(undefined));
    for (const text of ['1e400', '-1e400', '1e-400', 'nan', '']) {
      expect(() => score(text), text).to.throw('not a valid float');
    }
    expect(Object.is(score('-0'), 0)).to.equal(true);
  });
});
