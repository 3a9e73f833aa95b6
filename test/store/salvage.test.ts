/** A data file with damage in any of its lines: what is whole is kept, and nobody in it is lost. */
import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, randomIds, readConfig } from '../../src/base/index.js';
import { runCommand } from '../../src/cli/index.js';
import { type Effect, freshMood, type Said } from '../../src/conversation/index.js';
import { mainQueue } from '../../src/queue/index.js';
import { openStore, type Store } from '../../src/store/index.js';

const memory = { mood: freshMood, failures: 0 };
const ana = { id: 'ana', name: 'Ana', queues: [mainQueue] };
const notice = { text: 'joined', mark: 'joined' } as const;
const people = ['anne', 'bob', 'carla'] as const;
const log = createLog('silent');

const open = (folder: string): Promise<Store> => {
  const config = readConfig({ DATA_DIR: folder });
  return openStore({ config, log, ids: randomIds, timing: { turnLeaseMs: 1, leaseMs: 100 } });
};
const said = (conversation: string): Said => ({
  conversation,
  channel: 'web',
  activity: `help from ${conversation}`,
  customer: { id: conversation },
  text: 'help',
});
const ticket: readonly Effect[] = [
  { kind: 'open' },
  { kind: 'queue', boostMs: 0, reason: 'asked' },
  { kind: 'say', reply: { text: 'One moment.' } },
  { kind: 'remember', memory },
];

/** Three customers who need a person; Ana has the first of them. */
async function aDay(folder: string): Promise<void> {
  const store = await open(folder);
  for (const one of people) {
    const heard = await store.conversations.receive(said(one));
    if (heard.kind === 'turn') await store.conversations.commit(heard.turn, ticket);
  }
  const claim = await store.queue.claim({ agent: ana, token: 'first', conversation: 'anne', notice });
  if (claim.kind !== 'claimed') throw new Error(claim.kind);
  const speech = { conversation: 'anne', id: 'hello', agent: ana, epoch: claim.epoch, text: 'Hello!', note: false };
  await store.queue.speak(speech);
  await store.close();
}

/** Where a customer is found: in the line, with an agent, or in a turn that is owed. */
async function whereabouts(store: Store): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  do await store.queue.sweep('lost');
  while ((await store.queue.assigned(10)).length > 0);
  for (const turn of await store.conversations.overdue(100)) found.set(turn.said.conversation, 'owed');
  for (const one of (await store.queue.line([mainQueue], 100)).tickets) found.set(one.conversation, 'waiting');
  return found;
}

describe('salvage', function () {
  this.timeout(60_000);
  const whole = mkdtempSync(join(tmpdir(), 'warmline-salvage-'));
  const file = (folder: string) => join(folder, 'warmline.aof');
  let lines: readonly string[];
  before(async () => {
    await aDay(whole);
    lines = readFileSync(file(whole), 'latin1').split('\n');
  });
  after(() => rmSync(whole, { recursive: true }));

  async function command(folder: string): Promise<{ code: number; said: string }> {
    const told: string[] = [];
    const io = { out: (line: string) => void told.push(line), err: (line: string) => void told.push(line) };
    const code = await runCommand(['salvage'], io, () => ({
      config: readConfig({ DATA_DIR: folder }),
      log,
      ids: randomIds,
    }));
    return { code, said: told.join('\n') };
  }

  async function inACopy(text: string, act: (folder: string) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-salvage-'));
    try {
      writeFileSync(file(folder), text, 'latin1');
      await act(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  async function findsAll(lines: readonly string[]): Promise<void> {
    for (let at = 1; at < lines.length - 2; at += 1) {
      const damaged = (lines[at] ?? '').replace(/.(?=.{3}$)/, '\u0001');
      await inACopy(lines.toSpliced(at, 1, damaged).join('\n'), async (folder) => {
        const refusal = await open(folder).catch((fault: unknown) => (fault as Error).message);
        expect(refusal, `line ${at}`).to.match(/damaged at byte \d+ of \d+\b.*npx warmline salvage/);
        const { code, said: report } = await command(folder);
        expect(code).to.equal(0);
        expect(report).to.match(
          /damaged in 1 place\. Kept: \d+ changes?\.\nLost: at least \d changes?, [\d,]+ bytes from/,
        );
        expect(readFileSync(`${file(folder)}.damaged`, 'latin1').split('\n')[at]).to.equal(damaged);
        const store = await open(folder);
        const found = await whereabouts(store);
        expect([...found.keys()].sort(), `line ${at} (${lines[at] ?? ''}): ${report}`).to.deep.equal(people);
        for (const one of people) {
          const numbers = (await store.conversations.entries(one, 0)).map(({ seq }) => seq);
          const newest = (await store.conversations.find(one))?.seq ?? 0;
          expect(numbers, `line ${at} of ${one}`).to.deep.equal(numbers.map((_, i) => newest - numbers.length + 1 + i));
        }
        // and the conversation goes on
        expect((await store.conversations.receive({ ...said('bob'), activity: 'still there?' })).seq).to.be.greaterThan(
          0,
        );
        await store.close();
      });
    }
  }

  it('finds every customer again, whichever change of a day is damaged, and says what was lost', async () => {
    await findsAll(lines);
  });

  it('finds them again when a whole key is lost, as in a file that was written anew', async () => {
    await inACopy(lines.join('\n'), async (folder) => {
      await (await open(folder)).close();
      await findsAll(readFileSync(file(folder), 'latin1').split('\n'));
    });
  });

  it('finds them again when the whole of the middle is gone', async () => {
    const half = Math.floor(lines.length / 2);
    const gone = [...lines.slice(0, half), 'x'.repeat(5000), ...lines.slice(half + 2)].join('\n');
    await inACopy(gone, async (folder) => {
      const { said: report } = await command(folder);
      expect(report).to.match(/Lost: at least 2 changes/);
      const store = await open(folder);
      expect((await whereabouts(store)).size).to.be.greaterThan(1);
      await store.close();
    });
  });

  it('says that a whole file is whole, that an unfinished line was cut, and that there is nothing', async () => {
    await inACopy(lines.join('\n'), async (folder) => {
      expect((await command(folder)).said).to.match(/The file is whole/);
    });
    await inACopy(lines.join('\n').slice(0, -9), async (folder) => {
      expect((await command(folder)).said).to.match(/last line was unfinished and was cut off: \d+ bytes/);
    });
    const nothing = await command(join(whole, 'nowhere')).catch((fault: unknown) => fault as Error);
    expect(nothing)
      .to.be.an('error')
      .with.property('message')
      .that.matches(/There is no .*Set DATA_DIR/);
  });
});
