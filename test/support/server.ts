/** A whole server as a process of its own, so that a test can end it the hard way and start it again. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { endsWithUs } from './child.js';
import { childOf } from './namespace.js';
import { inPackage } from '../../src/base/index.js';

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it at once, without a chance to tidy up, and waits until it is gone. */
  crash(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** SIGSTOP or SIGCONT: it holds its breath, or goes on. */
  signal(signal: NodeJS.Signals): void;
  /** All that it printed. */
  output(): string;
}

export interface Failed {
  readonly code: number | null;
  readonly output: string;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

export interface Launch {
  /** Another file than the product's, with its arguments. */
  readonly program?: readonly string[];
  /** Where it is run; the package when missing. */
  readonly folder?: string;
  /** The command that runs it, as a namespace of its own. */
  readonly within?: readonly string[];
}

const product: readonly string[] = [inPackage('dist', 'launch.cjs'), 'start'];

/** The product with a lease of four seconds for what is sent to Teams, so that a killed sender is soon followed. */
export const hastyProduct: Launch = {
  program: [inPackage('dist', 'test', 'support', 'serve.js'), '{"patienceMs":3000}'],
};

function launch(
  env: Readonly<Record<string, string>>,
  { program = product, folder = inPackage(), within = [] }: Launch,
): { child: Child; output: () => string } {
  const [command = '', ...args] = [...within, process.execPath, ...program];
  const child = endsWithUs(
    spawn(command, args, {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'warn', MESSAGES_ANONYMOUS: 'on', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  return { child, output: () => text };
}

/** Resolves when it prints its addresses; rejects with what it printed when it ends before. */
export async function startServer(env: Readonly<Record<string, string>>, options: Launch = {}): Promise<ServerProcess> {
  const { child, output } = launch(env, options);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /Customers {2}(http:\S+)\//.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server did not start:\n${output()}`)));
  });
  const pid = options.within === undefined ? (child.pid ?? 0) : childOf(child.pid ?? 0);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(pid, signal);
    await gone;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid,
    crash: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    signal: (signal) => void process.kill(pid, signal),
    output,
  };
}

/** Starts it where it must refuse, and returns how it ended and what it said. */
export async function failToStart(env: Readonly<Record<string, string>>, options: Launch = {}): Promise<Failed> {
  const { child, output } = launch(env, options);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}
