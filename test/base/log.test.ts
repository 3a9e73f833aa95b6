/** A storm of the same line does not fill the disk, and hides nothing else. */
import { expect } from 'chai';
import { createLog, SupportError } from '../../src/base/index.js';

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

describe('what is personal', () => {
  const card = '4242 4242 4242 4242';
  const personal = [
    card,
    'bob@example.com',
    '+49 171 1234567',
    'DE89 3704 0044 0532 0130 00',
    'my password is hunter2',
  ];
  const secret = ['4242 4242', 'bob@', '1234567', '3704', 'hunter2'];
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

  function writes(act: (log: ReturnType<typeof createLog>) => void): string {
    const lines: string[] = [];
    act(createLog('trace', { to: { write: (line) => void lines.push(line) } }));
    for (const line of lines) JSON.parse(line);
    return lines.join('');
  }

  it('is in no line of any level: words, values, names, causes, lists', () => {
    const text = personal.join(' and ');
    const deep = new Error('outer', { cause: new Error('middle', { cause: new Error(text) }) });
    const problem = new SupportError('unavailable', text, { cause: deep, problems: [text] });
    const output = writes((log) => {
      for (const level of levels) {
        log[level](text);
        log[level]({ text, deep: { list: [text, { [text]: text }] } }, 'values');
        log[level]({ fault: deep }, 'a fault');
        log[level]({ err: problem }, 'an error');
        log[level](deep);
        log[level]('a %s, and %j', text, { text });
        log.child({ bound: text })[level]('child');
        log[level]({ number: 4_242_424_242_424_242 }, 'a number');
      }
    });
    expect(secret.filter((one) => output.includes(one))).to.deep.equal([]);
    expect(output).to.not.include('4242424242424242');
    expect(output).to.include('[card ending 4242]').and.to.include('middle').and.to.include('[e-mail address]');
  });

  it('nor in an address, where signs are written otherwise', () => {
    const output = writes((log) => {
      log.warn({ path: `/x?q=${encodeURIComponent(personal.join(' and '))}` }, 'path');
      log.warn({ path: `/x?password=hunter2&card=4242-4242-4242-4242` }, 'path');
      log.warn({ path: '/x?%E0%A4%A&mail=bob%40example.com' }, 'broken');
    });
    expect([...secret, '4242-', '%40'].filter((one) => output.includes(one))).to.deep.equal([]);
  });

  it('and everything else is written as it is', () => {
    const line = {
      conversation: '5f3a1234-5678-4012-8123-123456789012',
      seq: 42,
      ms: 3.5,
      acts: ['replies'],
      at: '2026-11-29T02:03:04.567Z',
    };
    const output = writes((log) => log.info(line, 'turn'));
    const { level, time, msg, ...rest } = JSON.parse(output) as Record<string, unknown>;
    expect([rest, level, msg, typeof time]).to.deep.equal([line, 30, 'turn', 'number']);
  });
});
