import { expect } from 'chai';
import { createIo } from '../../src/cli/terminal.js';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) };
  let time = 1000;
  const io = createIo({ stdout: stream, stderr: stream, now: () => time });
  return { io, written, pass: (ms: number) => void (time += ms) };
}

describe('progress', () => {
  it('is shown in one line on a terminal, ten times a second at most, and taken away', () => {
    const { io, written, pass } = terminal(true);
    io.progress('one');
    pass(50);
    io.progress('two');
    pass(50);
    io.progress('three');
    io.out('done');
    io.end();
    expect(written).to.deep.equal(['\r\u001b[Kone', '\r\u001b[Kthree', '\r\u001b[K', 'done\n']);
  });

  it('is taken away at the end where nothing else was said', () => {
    const { io, written } = terminal(true);
    io.progress('one');
    io.end();
    io.end();
    expect(written).to.deep.equal(['\r\u001b[Kone', '\r\u001b[K']);
  });

  it('is not written into a file', () => {
    const { io, written } = terminal(false);
    io.progress('one');
    io.err('said');
    io.end();
    expect(written).to.deep.equal(['said\n']);
  });
});
