/** What a start costs, from `node` to ready, in processor time; beside it what Node costs that does nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyPackage } from '../support/package.js';
import { startServer } from '../support/server.js';
import { cpuOf, residentKb } from './cpu.js';
import { type Figure, median, rounded } from './figure.js';

const rounds = 5;
const minuteMs = 60_000;
const seconds = (microseconds: number): number => rounded(microseconds / 1e6);

/** Node that is up and does nothing. */
async function plainCpu(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => 0, 1000)']);
  await once(child.stdout, 'data');
  const spent = cpuOf(child.pid ?? 0);
  child.kill('SIGKILL');
  return spent;
}

async function repeated(measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let n = 0; n < rounds; n += 1) values.push(await measure());
  return median(values);
}

/** A command that ends by itself, its own account. */
function commandCpu(launch: string, args: readonly string[]): Promise<number> {
  const tell = `process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('cpu', user + system); })`;
  const program = `${tell}; require(${JSON.stringify(launch)}).main(${JSON.stringify(args)})`;
  const { stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  return Promise.resolve(Number(/cpu (\d+)/.exec(stderr)?.[1] ?? NaN));
}

export async function start(): Promise<readonly Figure[]> {
  const copy = copyPackage((hours) => hours);
  const data = mkdtempSync(join(tmpdir(), 'warmline-bench-'));
  const begin = () => startServer({ DATA_DIR: data, LOG_LEVEL: 'silent' }, copy);
  const serverCpu = async () => {
    const server = await begin();
    const spent = cpuOf(server.pid);
    await server.stop();
    return spent;
  };
  const plain = await repeated(plainCpu);
  const cold = await serverCpu();
  const warm = await repeated(serverCpu);
  await commandCpu(copy.program[0], []);
  const command = await repeated(() => commandCpu(copy.program[0], ['policy', 'replay', 'nowhere.jsonl']));
  const server = await begin();
  await pause(minuteMs);
  const kept = residentKb(server.pid);
  await server.stop();
  copy.remove();
  rmSync(data, { recursive: true });

  const against = `node alone, ${seconds(plain)} s`;
  const figure = (name: string, spent: number): Figure => ({
    name,
    value: seconds(spent),
    unit: 's of processor',
    against,
    ratio: rounded(spent / plain),
  });
  return [
    figure('start, nothing compiled or learnt', cold),
    figure('start', warm),
    figure('start of a command', command),
    { name: 'memory a minute after the start', value: rounded(kept / 1000), unit: 'MB' },
  ];
}
