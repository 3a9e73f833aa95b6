import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';
import { usageOf } from '../../src/cli/command.js';
import { runCommand } from '../../src/cli/index.js';
import { commands } from '../../src/cli/table.js';

const { version } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { readonly version: string };

/** Nothing here may run a command: its settings would be asked for. */
const untouched = (): never => {
  throw new Error('the command ran');
};

async function call(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  return { code: await runCommand(args, io, untouched), out: out.join('\n'), err: err.join('\n') };
}

describe('every command', () => {
  for (const command of commands) {
    const words = command.name.split(' ');
    const whole = [...words, ...(command.takes === undefined ? [] : ['x'])];

    for (const args of [
      [...words, '--help'],
      [...words, '-h'],
      [...words, 'help'],
      ['help', ...words],
      ['--help', ...words],
      [...whole, '--help'],
      [...whole, '--nonsense', '--help'],
    ]) {
      it(`is explained, and not run, by "${args.join(' ')}"`, async () => {
        const { code, out, err } = await call(...args);
        expect([code, err]).to.deep.equal([0, '']);
        expect(out).to.include(usageOf(command)).and.to.include(`Example:\n  ${command.example}`);
        for (const option of [...Object.keys(command.options), 'help', 'version'])
          expect(out).to.include(`--${option}`);
      });
    }
    for (const flag of ['--version', '-v']) {
      it(`tells the version by "${command.name} ${flag}"`, async () => {
        expect(await call(...whole, flag)).to.deep.equal({ code: 0, out: version, err: '' });
      });
    }

    const wrongs: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [[...whole, '--hlep'], /^There is no option "--hlep"\. Did you mean "--help"\?/],
      [[...whole, '--zzzzzzzz'], /^There is no option "--zzzzzzzz"\.\n/],
      [[...whole, '-x'], /^There is no option "-x"/],
      [[...whole, 'surplus'], /^"surplus" is one too many\./],
      ...(command.takes === undefined ? [] : [[words, new RegExp(`^${command.takes} is missing\\.`)] as const]),
      ...Object.entries(command.options).flatMap(([name, { value }]) =>
        value === undefined
          ? [[[...whole, `--${name}=1`], new RegExp(`^"--${name}" takes no value`)] as const]
          : [
              [[...whole, `--${name}`], new RegExp(`^"--${name}" needs a value`)] as const,
              [[...whole, `--${name}`, '--json'], new RegExp(`^"--${name}" needs a value`)] as const,
              [[...whole, `--${name}=a`, `--${name}=b`], new RegExp(`^"--${name}" is given twice`)] as const,
            ],
      ),
    ];
    for (const [args, says] of wrongs) {
      it(`is refused, and not run, as "${args.join(' ')}"`, async () => {
        const { code, out, err } = await call(...args);
        expect([code, out]).to.deep.equal([2, '']);
        expect(err)
          .to.match(says)
          .and.to.include(`Usage: ${usageOf(command)}`);
      });
    }

    it(`has an example of "${command.name}" that is a call of it`, () => {
      expect(command.example).to.match(new RegExp(`(?:^|[A-Z_]+=\\S+ )warmline ${command.name}\\b`));
    });
  }
});

describe('warmline', () => {
  for (const args of [[], ['--help'], ['-h'], ['help'], ['help', 'help']]) {
    it(`lists all commands by "${args.join(' ')}"`, async () => {
      const { code, out, err } = await call(...args);
      expect([code, err]).to.deep.equal([0, '']);
      for (const { name, about } of commands) expect(out).to.include(`  ${name}`).and.to.include(about);
    });
  }

  for (const [args, says] of [
    [['exprot'], 'There is no command "exprot". Did you mean "log export"?'],
    [['stat'], 'There is no command "stat". Did you mean "start"?'],
    [['earse', 'c-7'], 'There is no command "earse". Did you mean "erase"?'],
    [['replay'], 'There is no command "replay". Did you mean "policy replay"?'],
    [['xylophone'], 'There is no command "xylophone". See'],
    [['--port'], 'There is no option "--port" without a command. See'],
    [['--hepl'], 'There is no option "--hepl" without a command. Did you mean "--help"?'],
    [['faq'], 'warmline faq needs one of: test, check, gaps, proposals.'],
    [['faq', '--kb', 'x'], 'warmline faq needs one of: test, check, gaps, proposals.'],
    [['faq', 'chekc'], 'There is no command "faq chekc". Did you mean "faq check"?'],
    [['help', 'earse'], 'There is no command "earse". Did you mean "erase"?'],
    [['constructor'], 'There is no command "constructor".'],
  ] as const) {
    it(`refuses "${args.join(' ')}" and says what is near`, async () => {
      const { code, out, err } = await call(...args);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err).to.include(says);
    });
  }

  it('tells of a group what belongs to it', async () => {
    const { code, out } = await call('faq', '--help');
    expect(code).to.equal(0);
    expect(out).to.include('faq gaps').and.not.to.include('erase');
  });

  it('takes what stands behind "--" as it is', async () => {
    const fault = await call('erase', '--', '--help').catch((error: unknown) => error);
    expect((fault as Error).message).to.equal('the command ran');
  });
});

describe('the program warmline', function () {
  this.timeout(60_000);
  const program = inPackage('src', 'cli', 'warmline.js');
  let folder = '';
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'warmline-cli-'))));
  after(() => rmSync(folder, { recursive: true }));

  const shell = (line: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync('sh', ['-c', `warmline() { "$NODE" ${program} "$@"; }; ${line}`], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', NODE: process.execPath, DATA_DIR: folder, TMPDIR: folder, ...env },
    });

  it('says what was asked for on standard output, and nothing else anywhere', () => {
    const { status, stdout, stderr } = shell('warmline --version');
    expect([status, stdout, stderr]).to.deep.equal([0, `${version}\n`, '']);
  });

  it('is quiet when nobody reads on', () => {
    const { stderr } = shell('for i in 1 2 3 4 5; do warmline --help | true; done; warmline faq check --json | true');
    expect(stderr).to.equal('');
  });

  it('tells a wrong setting in words, without a stack', () => {
    const { status, stdout, stderr } = shell('warmline log export', { PORT: 'many' });
    expect([status, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/^Some settings are wrong\..*\n {2}PORT: [^\n]+\n$/);
  });

  it('tells what nobody foresaw in one line, and where its details are', () => {
    const own = `require(process.argv[1]).load('command').command({ indexOf() { throw new Error('two\\nlines') } })`;
    const { status, stderr } = shell(`"$NODE" -e "${own}" ${inPackage('dist', 'launch.cjs')}`);
    expect(status).to.equal(1);
    const [, path = ''] = /^Something went wrong that should not: two lines\. Details: (\S+)\n$/.exec(stderr) ?? [];
    expect(readFileSync(path, 'utf8'), stderr).to.match(/Error: two\nlines\n\s+at /);
  });
});
