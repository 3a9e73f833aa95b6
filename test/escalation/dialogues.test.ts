/** A hundred and twenty conversations of our own through the shipped weights and the shipped policy. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { checkPolicy, type PastDecision, type PastTurn, replay } from '../../src/escalation/index.js';
import { checkModel, createReader } from '../../src/sentiment/index.js';
import { calm } from './calm.js';
import { upset } from './upset.js';

function turnsOf(talk: string): readonly PastTurn[] {
  return talk
    .split(' | ')
    .map((line) => ({ role: line.startsWith('C: ') ? 'customer' : 'assistant', text: line.slice(3) }));
}

function shipped(): (talk: string) => readonly PastDecision[] {
  const policy = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
  const model = checkModel(readFileSync(inPackage('src', 'sentiment', 'weights.bin')));
  if (policy.kind === 'broken' || model.kind === 'broken') throw new Error('the shipped policy or weights are broken');
  const reader = createReader({ model: model.value });
  return (talk) => replay(policy.value, reader.read, { id: talk, turns: turnsOf(talk) }).decisions;
}

describe('the shipped policy on 120 tricky conversations', () => {
  const decisions = shipped();
  const called = calm.filter(([, talk]) => decisions(talk).some(({ action }) => action !== 'stay'));
  const missed = upset.filter(([, talk]) => decisions(talk).every(({ action }) => action === 'stay'));

  it('has sixty of each kind, none of them twice', () => {
    expect(calm).to.have.length(60);
    expect(upset).to.have.length(60);
    expect(new Set([...calm, ...upset].map(([, talk]) => talk)).size).to.equal(120);
  });

  it('decides at least 92 in a hundred of them rightly', () => {
    const wrong = [...called, ...missed].map(([why, talk]) => `${why}: ${talk}`);
    expect(wrong.length / 120, wrong.join('\n')).to.be.at.most(0.08);
  });

  it('cries wolf in at most one calm conversation in thirty', () => {
    expect(called.length, called.map(([, talk]) => talk).join('\n')).to.be.at.most(2);
  });
});
