/** A private redis-server for a test: a child on a unix socket in a folder of its own, ended by its handle. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface RedisOptions {
  /** Added after our own, so they win: `['--appendonly', 'yes']`; asked for again at every start. */
  readonly args?: readonly string[] | (() => readonly string[]);
  /** Where it keeps its files; without it, a folder that goes when it is stopped. */
  readonly dir?: string;
  /** Listens on this port of 127.0.0.1, too. */
  readonly port?: number;
  /** What an operator does to its folder before it starts again. */
  readonly mend?: ((dir: string) => void) | undefined;
  /** What is run with the flags of redis-server; without it, redis-server itself. */
  readonly program?: readonly string[];
  /** It may run for as long as this process, and ends with it. */
  readonly background?: boolean;
}

export interface RedisServer {
  /** Its unix socket. */
  readonly path: string;
  /** Its port on 127.0.0.1; 0 when it listens on the socket alone. */
  readonly port: number;
  readonly pid: number;
  /** Ends it and removes its folder if that was ours. */
  stop(): Promise<void>;
  /** Sends a signal; waits for its end when the signal ends it. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again over the same files; ends it first if it still runs. */
  restart(): Promise<void>;
}

const patience = 30_000;
/** These do not end it. */
const harmless: readonly NodeJS.Signals[] = ['SIGSTOP', 'SIGCONT', 'SIGUSR2'];

/** The redis-server on PATH, or undefined. */
export function findRedis(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'redis-server')).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether something answers PING, even with a refusal: a server that is still reading its files does not. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('connect', () => socket.write('*1\r\n$4\r\nPING\r\n'));
    socket.once('data', (data) => end(/^(\+PONG|-NOAUTH|-NOPERM)/.test(data.toString())));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

async function untilReady(path: string, child: ChildProcess, output: readonly string[]): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await answers(path))) {
    if (hasEnded(child) || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${child.spawnfile} did not start:\n${output.slice(-10).join('')}`);
    }
    await pause();
  }
}

function run(command: readonly string[], args: readonly string[]): { child: ChildProcess; output: readonly string[] } {
  const [program = 'redis-server', ...before] = command;
  const child = spawn(program, [...before, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  child.once('error', (fault) => output.push(fault.message));
  return { child, output };
}

/** Lets this process end while the child runs. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/**
 * Power cuts and kills tear a write in two. Redis 7.0 cuts an entry that was torn inside of a transaction at its last
 * whole command and leaves the transaction open; at the next start it carries that half out. redis-check-aof cuts
 * before the transaction, and behind it, too, if anything follows: deploy/README.md says to run it before every start.
 */
export function checkAof(dir: string): void {
  const manifest = join(dir, 'appendonlydir', 'appendonly.aof.manifest');
  const { status, stdout } = spawnSync('redis-check-aof', ['--fix', manifest], { input: 'y\n', encoding: 'utf8' });
  if (status !== 0) throw new Error(`redis-check-aof did not mend ${manifest}:\n${stdout}`);
}

/** Starts a server and waits until it answers. Throws with its own words when it does not. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const { args = [], port = 0, program = [findRedis() ?? 'redis-server'] } = options;
  const own = mkdtempSync(join(tmpdir(), 'warmline-redis-'));
  const path = join(own, 'redis.sock');
  const dir = options.dir ?? own;
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--unixsocket', path, '--dir', dir];
  const flags = () => [...where, '--save', '', ...(typeof args === 'function' ? args() : args)];

  let child: ChildProcess | undefined;
  const clean = () => {
    child?.kill('SIGKILL');
    rmSync(own, { recursive: true, force: true });
  };
  async function start(): Promise<void> {
    rmSync(path, { force: true }); // a killed server leaves its socket behind
    const started = run(program, flags());
    child = started.child;
    await untilReady(path, started.child, started.output);
    if (options.background === true) letGo(started.child);
  }

  process.once('exit', clean);
  await start();
  return {
    path,
    port,
    get pid() {
      return child?.pid ?? 0;
    },
    async stop() {
      process.off('exit', clean);
      if (child) await end(child, 'SIGKILL');
      clean();
    },
    async kill(signal) {
      if (!child) return;
      if (harmless.includes(signal)) child.kill(signal);
      else await end(child, signal);
    },
    async restart() {
      if (child) await end(child, 'SIGKILL');
      options.mend?.(dir);
      await start();
    },
  };
}
