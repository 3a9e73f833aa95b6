/** A whole server as a process of its own, so that a test can end it the hard way and start it again. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
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
}

export interface Failed {
  readonly code: number | null;
  readonly output: string;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const product: readonly string[] = [inPackage('dist', 'launch.cjs'), 'start'];

/** The product with a lease of four seconds for what is sent to Teams, so that a killed sender is soon followed. */
export const hastyProduct = [inPackage('dist', 'test', 'support', 'serve.js'), '{"patienceMs":3000}'] as const;

function launch(env: Readonly<Record<string, string>>, program = product): { child: Child; output: () => string } {
  const child = spawn(process.execPath, program, {
    cwd: inPackage(),
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  return { child, output: () => text };
}

/**
 * Resolves when it prints its addresses; rejects with what it printed when it ends before. `program`: another file
 * than the product's, with its arguments.
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  program?: readonly [string, ...(readonly string[])],
): Promise<ServerProcess> {
  const { child, output } = launch(env, program);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /Customers {2}(http:\S+)\//.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server did not start:\n${output()}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    crash: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    signal: (signal) => void child.kill(signal),
  };
}

/** Starts it where it must refuse, and answers how it ended and what it said. */
export async function failToStart(env: Readonly<Record<string, string>>): Promise<Failed> {
  const { child, output } = launch(env);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}
