import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createCache, type TextFile } from '../../src/base/index.js';
import { createBaseWatch, type Study } from '../../src/bot/index.js';
import { checkFaq, createFaq, learnFiles, reviewFiles } from '../../src/faq/index.js';
import { createScholar } from '../../src/study.js';
import { smallBase } from '../faq/base.js';
import { quiet } from '../support/stores.js';

const file = (answer: string, ask = ['where can I park', 'is there parking', 'do you have a car park']): TextFile => {
  const others = smallBase.filter(({ id }) => id !== 'parking');
  const entries = [{ id: 'parking', title: 'Parking', ask, answer }, ...others];
  return { name: 'faq.yaml', text: JSON.stringify({ entries }, null, 1) };
};

function learnt(one: TextFile) {
  const checked = checkFaq([one]);
  if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
  return createFaq(checked.value);
}

const atOnce: Study = {
  learn: (files) => Promise.resolve(learnFiles(files)),
  review: (files) => Promise.resolve(reviewFiles(files)),
};

function knowledgeOf(first: TextFile, study = atOnce, log = quiet) {
  let files: readonly TextFile[] = [first];
  const baseWatch = createBaseWatch({ faq: learnt(first), read: () => files, study, log });
  const answer = () => {
    const result = baseWatch.faq.ask('where can I park');
    return result.kind === 'answer' ? result.entry.answer : result.kind;
  };
  return { baseWatch, answer, write: (changed: readonly TextFile[]) => (files = changed) };
}

describe('the knowledge base while it runs', () => {
  it('is left alone while its files stay the same', async () => {
    const { baseWatch } = knowledgeOf(file('Behind the shop.'));
    expect(await baseWatch.look()).to.equal('same');
  });

  it('answers from the changed files once they are learnt, under another version', async () => {
    const { baseWatch, answer, write } = knowledgeOf(file('Behind the shop.'));
    const before = baseWatch.faq.version;
    write([file('In the yard.')]);
    expect(await baseWatch.look()).to.equal('learnt');
    expect(answer()).to.equal('In the yard.');
    expect(baseWatch.faq.version).not.to.equal(before);
    expect(await baseWatch.look()).to.equal('same');
  });

  it('offers the starters of the changed files', async () => {
    const { baseWatch, write } = knowledgeOf(file('Behind the shop.'));
    const starters = () => baseWatch.faq.tagged('starter').map(({ id }) => id);
    expect(starters()).to.deep.equal([]);
    const { name, text } = file('Behind the shop.');
    write([{ name, text: text.replace('"answer": "Behind the shop."', '$&, "tags": ["starter"]') }]);
    await baseWatch.look();
    expect(starters()).to.deep.equal(['parking']);
  });

  it('tells which entries need an editor, by file and line, once for each state of the files', async () => {
    const told: string[][] = [];
    const log = pino(
      {},
      { write: (line) => void told.push((JSON.parse(line) as { warnings?: string[] }).warnings ?? []) },
    );
    const first = file('Behind the shop.');
    const ask = ['Is parking there?', 'do you have a car park', 'parking for cars'];
    const twin = { id: 'car-park', title: 'Garage', ask, answer: 'In the yard.' };
    const { baseWatch, write } = knowledgeOf(first, atOnce, log);
    await baseWatch.review();
    expect(told).to.deep.equal([]);
    write([first, { name: 'more.yaml', text: JSON.stringify({ entries: [twin] }, null, 1) }]);
    await baseWatch.look();
    await baseWatch.review();
    const count = told.length;
    await baseWatch.review();
    expect(told).to.have.length(count);
    expect(told.flat().join('\n')).to.match(
      /^more\.yaml:\d+: "Is parking there\?" is asked in "car-park" and in "parking"/,
    );
  });

  it('keeps the old base when the changed one is broken, and says so once', async () => {
    const { baseWatch, answer, write } = knowledgeOf(file('Behind the shop.'));
    write([file('In the yard.', ['only one way'])]);
    expect(await baseWatch.look()).to.equal('broken');
    expect(await baseWatch.look()).to.equal('same');
    expect(answer()).to.equal('Behind the shop.');
    write([file('In the yard.')]);
    expect(await baseWatch.look()).to.equal('learnt');
  });

  it('answers from the old base between two steps of learning, and never from half of the new one', async () => {
    const seen = new Set<string>();
    const { baseWatch, answer, write } = knowledgeOf(file('Behind the shop.'), {
      ...atOnce,
      async learn(files) {
        seen.add(answer());
        const learnt = await atOnce.learn(files);
        seen.add(answer());
        return learnt;
      },
    });
    write([file('In the yard.')]);
    expect(await baseWatch.look()).to.equal('learnt');
    expect([...seen]).to.deep.equal(['Behind the shop.']);
    expect(answer()).to.equal('In the yard.');
  });

  it('looks at the same files again when learning them failed', async () => {
    const study = { ...atOnce, learn: () => Promise.reject(new Error('the thread ended')) };
    const { baseWatch, answer, write } = knowledgeOf(file('Behind the shop.'), study);
    write([file('In the yard.')]);
    await baseWatch.look().catch(() => (study.learn = atOnce.learn as never));
    expect(answer()).to.equal('Behind the shop.');
    expect(await baseWatch.look()).to.equal('learnt');
  });

  it('lets others work while it learns', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warmline-study-'));
    const { baseWatch, write } = knowledgeOf(
      file('Behind the shop.'),
      createScholar(createCache(folder), 'other code'),
    );
    let turns = 0;
    let learning = true;
    const turn = () => {
      turns += 1;
      if (learning) setImmediate(turn);
    };
    setImmediate(turn);
    write([file('In the yard.')]);
    await baseWatch.look();
    learning = false;
    expect(turns).to.be.above(3);
    rmSync(folder, { recursive: true });
  });
});
