/** Every command form on the embedded engine and on Redis: the same answers, errors included, and the same contents. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, startEngine } from '../../src/redis-embedded/engine.js';
import { findRedis, type RedisServer, startRedis } from '../support/redis.js';
import { createChance } from '../store/conformance/chance.js';
import { contents } from '../store/conformance/contents.js';
import { ask, isList, openPair, type Pair, type Plain } from './pair.js';
import { type Command, draw } from './random.js';

const total = Number(process.env['COMMANDS'] ?? 6000);
const seed = Number(process.env['COMMANDS_SEED'] ?? 3);
const batch = 200;
const title = 'commands on both engines';

/** Redis leaves the order of these open, and two servers are asked at slightly different times. */
const unordered = ['SMEMBERS', 'KEYS', 'SCAN', 'HGETALL', 'HKEYS'];
const aging = ['TTL', 'PTTL'];

function comparable(name: string, answer: Plain): Plain {
  if (aging.includes(name) && typeof answer === 'number' && answer > 0) return Math.round(answer / 50_000);
  if (!unordered.includes(name) || !isList(answer)) return answer;
  const flat = answer.flat(2).map(String);
  return name === 'HGETALL'
    ? flat.map((one, at) => (at % 2 === 0 ? `${one}=${flat[at + 1] ?? ''}` : '')).sort()
    : flat.sort();
}

function readable(command: Command, answers: readonly Plain[], index: number): Plain {
  const name = command[0].toUpperCase();
  const answer = answers[index] ?? null;
  return name === 'EXEC' && isList(answer) ? answer.map(simplified) : comparable(name, answer);
}

/** Inside a transaction the command behind an answer is not known: order and age are left out. */
function simplified(answer: Plain): Plain {
  if (typeof answer === 'number') return answer > 40_000 ? 'large' : answer;
  return isList(answer) ? answer.flat(3).map(String).sort() : answer;
}

function walks(this: Mocha.Suite): void {
  this.timeout(total * 5 + 10_000);
  const folder = mkdtempSync(join(tmpdir(), 'warmline-commands-'));
  const path = join(folder, 'e.sock');
  const start = () => startEngine({ file: join(folder, 'file.aof'), sync: 'everysec', listen: { path } });
  let engine: Engine;
  let server: RedisServer;
  let pair: Pair;

  before(async () => {
    [engine, server] = [await start(), await startRedis()];
    pair = openPair(path, server);
  });
  after(async () => {
    pair.close();
    await engine.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  async function walk(steps: number, from: number): Promise<ReadonlyMap<string, number>> {
    const chance = createChance(from);
    const met = new Map<string, number>();
    for (let step = 0; step < steps; step += batch) {
      if (step % 1000 === 800) await restart();
      const commands = Array.from({ length: batch }, (_, at) => draw({ chance, step: step + at })).flat();
      const [ours, theirs] = await Promise.all([ask(pair.engine, commands), ask(pair.server, commands)]);
      commands.forEach((command, at) => {
        const shown = `step ${step}, command ${at}: ${command.map((one) => JSON.stringify(one.toString('utf8'))).join(' ')}`;
        expect(readable(command, ours, at), shown).to.deep.equal(readable(command, theirs, at));
        const name = command[0].toUpperCase();
        if (!String(ours[at]).startsWith('error')) met.set(name, (met.get(name) ?? 0) + 1);
      });
    }
    return met;
  }

  async function restart(): Promise<void> {
    const before = engine.dump();
    pair.close();
    await engine.close();
    engine = await start();
    expect(engine.dump()).to.deep.equal(before);
    pair = openPair(path, server);
  }

  it(`answers ${total} random commands alike, restarting now and then (seed ${seed})`, async () => {
    const met = await walk(total, seed);
    const often = [...met].filter(([, times]) => times > 5).map(([name]) => name);
    if (total >= 5000) expect(often, often.join(' ')).to.have.length.above(50);
  });

  it('holds the same afterwards, and after a restart from its file', async () => {
    expect(await contents(pair.engine)).to.deep.equal(await contents(pair.server));
    await restart();
    expect(await contents(pair.engine)).to.deep.equal(await contents(pair.server));
    await walk(batch * 2, seed + 1);
  });
}

if (findRedis() === undefined) describe(title, () => it('skipped: redis-server is not on PATH'));
else describe(title, walks);
