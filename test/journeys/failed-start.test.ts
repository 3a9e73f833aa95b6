/** A start that comes to nothing, wherever it fails: nothing stays open, and the folder is free for the next one. */
import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppOptions, startApp } from '../../src/app.js';
import { randomIds, readConfig, systemClock } from '../../src/base/index.js';
import { knowledge } from '../support/mind.js';
import { quiet } from '../support/stores.js';

/** Everything of these options trips, at the one time it is touched that is asked for. */
function trip(options: AppOptions, at: number) {
  let touched = 0;
  let armed = true;
  const wire = <T extends object>(thing: T): T =>
    new Proxy(thing, {
      get(target, name, receiver) {
        touched += 1;
        if (armed && touched === at) throw new Error(`tripped at ${String(name)}`);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  const { config, clock, ids } = options;
  const wired = { ...options, config: wire(config), clock: wire(clock), ids: wire(ids), knowledge: wire(knowledge) };
  return { options: wired, disarm: () => (armed = false) };
}

/** What keeps a process alive, without the timers of the test itself. */
const open = () =>
  process
    .getActiveResourcesInfo()
    .filter((one) => !['Timeout', 'Immediate'].includes(one))
    .sort();

/** What closes takes a few turns of the loop. */
async function settled(before: readonly string[]): Promise<readonly string[]> {
  for (let tries = 0; tries < 200 && open().join() !== before.join(); tries += 1) await pause(5);
  return open();
}

describe('a failed start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-failed-'));
  after(() => rmSync(folder, { recursive: true }));

  it('closes what it has opened, wherever it fails', async () => {
    const env = { DATA_DIR: folder, PORT: '0', METRICS_PORT: '0', MESSAGES_ANONYMOUS: 'on' };
    const options = { config: readConfig(env), log: quiet, clock: systemClock, ids: randomIds };
    const before = open();
    const places = new Set<string>();
    for (let at = 1; ; at += 1) {
      const tripped = trip(options, at);
      const ended = await startApp(tripped.options).then(
        (app) => app,
        (fault: unknown) => String(fault),
      );
      tripped.disarm();
      if (typeof ended !== 'string') {
        await ended.close();
        break;
      }
      expect(ended).to.match(/tripped at /);
      places.add(ended);
      expect(await settled(before), `${ended}, touched ${at} times`).to.deep.equal(before);
    }
    expect(await settled(before), 'after a whole start').to.deep.equal(before);
    expect(places.size).to.be.above(20);
  }).timeout(300_000);
});
