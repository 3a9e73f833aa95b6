/** Questions by somebody who had seen no way of asking to which this base was tuned; the floors are their first score. */
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { outOfScope } from '../../src/faq/index.js';
import { knowledge } from '../support/mind.js';

const rows = readTextFile(inPackage('test', 'faq', 'blind.tsv'))
  .text.split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [ids = '', text = ''] = line.split('\t');
    return { ids: ids.split('|'), text };
  });

type Fate = 'right' | 'among what is asked back' | 'among what is near' | 'refused' | 'astray' | 'wrong';

function fateOf({ ids, text }: (typeof rows)[number]): Fate {
  const result = knowledge.faq.ask(text);
  const has = (entries: readonly { readonly id: string }[]) => entries.some(({ id }) => ids.includes(id));
  switch (result.kind) {
    case 'answer':
      return has([result.entry, ...(result.more ? [result.more] : [])]) ? 'right' : 'wrong';
    case 'clarify':
      return has(result.entries) ? 'among what is asked back' : 'astray';
    case 'unknown':
      if (result.near.length === 0) return 'refused';
      return has(result.near) ? 'among what is near' : 'astray';
    case 'small-talk':
      return 'refused';
  }
}

describe('questions written blind', () => {
  const inside = rows.filter(({ ids }) => !ids.includes(outOfScope));
  const fates = inside.map(fateOf);
  const count = (...wanted: readonly Fate[]) => fates.filter((fate) => wanted.includes(fate)).length;

  it('are 85 in scope and 35 out of it', () => {
    expect([inside.length, rows.length - inside.length]).to.deep.equal([85, 35]);
  });

  it('are answered right at once 21 times, and never wrong', () => {
    expect(count('right')).to.be.at.least(21);
    expect(count('wrong')).to.equal(0);
  });

  it('find their entry 50 times, counting what is asked back or near', () => {
    expect(count('right', 'among what is asked back', 'among what is near')).to.be.at.least(50);
  });

  it('are answered all the same 4 times of 35 when they are out of scope', () => {
    const answered = rows.filter(
      (row) => row.ids.includes(outOfScope) && knowledge.faq.ask(row.text).kind === 'answer',
    );
    expect(answered.length).to.be.at.most(4);
  });
});
