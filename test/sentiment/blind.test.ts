/**
 * Written by somebody who had seen no word that is looked for, and scored once: each floor is what was reached that day.
 * Nothing may be written for a row of these. What is below its aim is told in its name.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { checkPolicy, type PastTurn, replay } from '../../src/escalation/index.js';
import { auroc } from '../../src/sentiment/index.js';
import { shippedReader } from './shipped.js';

interface Talk {
  readonly id: string;
  readonly need: 'danger' | 'fraud' | 'person' | 'calm';
  readonly at?: number;
  readonly turns: readonly { readonly who: PastTurn['role']; readonly text: string }[];
}

const reader = shippedReader();
const policy = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (policy.kind === 'broken') throw new Error(policy.problems.join('\n'));
const decide = (id: string, turns: readonly PastTurn[]) => replay(policy.value, reader.read, { id, turns }).decisions;

const fileOf = (name: string): string => readFileSync(inPackage('test', 'sentiment', 'blind', name), 'utf8');
const talks = parse(fileOf('conversations.yaml')) as readonly Talk[];
const rows = fileOf('languages.tsv')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((cells) => cells.length === 3);

/** Danger and fraud are fetched at the message, others are offered a person by the end, and calm people are left alone. */
function isRight({ id, need, at, turns }: Talk): boolean {
  const decisions = decide(
    id,
    turns.map(({ who, text }) => ({ role: who, text })),
  );
  if (need === 'calm') return decisions.every(({ action }) => action === 'stay');
  if (need === 'person') return decisions.some(({ action }) => action !== 'stay');
  return decisions.some(({ turn, action }) => turn === at && action === 'hand-off');
}

describe('a hundred conversations nobody tuned on', () => {
  for (const [need, floor, all] of [
    ['danger', 2, 12],
    ['fraud', 2, 6],
    ['person', 11, 32],
    ['calm', 47, 50],
  ] as const) {
    it(`are decided rightly in ${floor} of ${all}, as at first: ${need}`, () => {
      const own = talks.filter((talk) => talk.need === need);
      expect(own).to.have.length(all);
      expect(own.filter(isRight).length).to.be.at.least(floor);
    });
  }
});

describe('forty sentences of each of seven languages nobody tuned on', () => {
  for (const [tongue, area, offered, called] of [
    ['de', 0.853, 12, 1],
    ['fr', 0.941, 16, 1],
    ['es', 0.891, 12, 1],
    ['it', 0.906, 13, 1],
    ['nl', 0.779, 11, 3],
    ['pt', 0.906, 9, 0],
    ['pl', 0.829, 12, 0],
  ] as const) {
    it(`tell anger from calm at ${area}, ${offered} of 20 angry offered and ${called} calm: ${tongue}`, () => {
      const own = rows.filter(([name]) => name === tongue);
      const read = own.map(([, side, text = '']) => ({
        truth: side === 'angry' ? (1 as const) : (0 as const),
        score: reader.read(text, { customer: [] }).frustration,
        isCalled: decide(text, [{ role: 'customer', text }]).some(({ action }) => action !== 'stay'),
      }));
      expect(read).to.have.length(40);
      expect(auroc(read)).to.be.at.least(area - 0.001);
      expect(read.filter(({ truth, isCalled }) => truth === 1 && isCalled).length).to.be.at.least(offered);
      expect(read.filter(({ truth, isCalled }) => truth === 0 && isCalled).length).to.be.at.most(called);
    });
  }
});
