/** What was done, in plain words. */
import { expect } from 'chai';
import type { AuditRow } from '../../../src/access/contract.js';
import { wantedOf } from '../../../src/web/admin/audit.js';
import { aboutOf, changesOf, sentenceOf } from '../../../src/web/admin/deed-words.js';

const row = (more: Partial<AuditRow>): AuditRow => ({
  ...{ id: '1-0', at: 1, who: { id: 'ana', name: 'Ana', role: 'agent' } },
  ...{ what: 'claim', about: 'web-1', asked: {}, outcome: 'claimed', from: '127.0.0.1', ...more },
});

describe('a deed', () => {
  const told: readonly (readonly [Partial<AuditRow>, string])[] = [
    [{}, 'took a conversation'],
    [{ outcome: 'empty' }, 'took a conversation, which came to nothing: nobody was waiting'],
    [{ what: 'move', asked: { action: 'close' }, outcome: 'moved' }, 'closed a conversation'],
    [
      { what: 'move', asked: { action: 'release' }, outcome: 'fenced' },
      'put a conversation back into the line, which came to nothing: it was not theirs any more',
    ],
    [{ what: 'change of a person', outcome: 'saved' }, 'changed a person'],
    [
      { what: 'change of a person', outcome: 'changed' },
      'changed a person, which came to nothing: somebody else had just changed it',
    ],
    [{ outcome: 'forbidden' }, 'took a conversation, which came to nothing: they may not'],
    [{ outcome: 'unavailable' }, 'took a conversation, which came to nothing: the store did not answer'],
    [{ what: 'of an older release', outcome: 'done' }, 'of an older release'],
  ];
  for (const [more, words] of told) it(`reads: ${words}`, () => expect(sentenceOf(row(more))).to.equal(words));

  it('says what was otherwise before, and whom it was about', () => {
    const before = { name: 'Ben', queues: 'all', capacity: 'usual', languages: [], off: false };
    const person = row({ about: 'ben', before, after: { ...before, queues: ['main', 'returns'], off: true } });
    expect(aboutOf(person)).to.equal('Ben');
    expect(changesOf(person)).to.deep.equal(['queues: all → main, returns', 'switched off: no → yes']);
    const ticket = row({
      before: { state: 'waiting', epoch: 1 },
      after: { state: 'assigned', epoch: 2, agent: 'ana' },
    });
    expect(aboutOf(ticket)).to.equal('web-1');
    expect(changesOf(ticket)).to.deep.equal(['state: waiting → assigned', 'with: none → ana']);
    expect(changesOf(row({})), 'a reading').to.deep.equal([]);
  });

  it('is looked for by a day of the reader, from its first moment to its last', () => {
    const { from = 0, to = 0 } = wantedOf({ who: '', day: '2026-11-23' });
    expect(new Date(from).toString()).to.contain('Nov 23 2026 00:00:00');
    expect(new Date(to + 1).toString()).to.contain('Nov 24 2026 00:00:00');
    expect(wantedOf({ who: ' Ana ', kind: 'person', day: '' })).to.deep.equal({ who: 'Ana', kind: 'person' });
  });
});
