/**
 * States that are told and not named ("the round shiny thing is gone and he dribbles"), each beside as many that only look
 * like it. Written by three people who had seen none of the words that are looked for. Every second line of each kind may
 * be learned from; the others are counted here, and each floor is what is found today. The aim is in the name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { inPackage, readTextFile } from '../../src/base/index.js';
import { checkPolicy, replay } from '../../src/escalation/index.js';
import { shippedReader } from './shipped.js';

const reader = shippedReader();
const policy = checkPolicy(readTextFile(inPackage('dialogs', 'policy.yaml')));
if (policy.kind === 'broken') throw new Error(policy.problems.join('\n'));

const folder = inPackage('test', 'sentiment', 'told');
const rows = readdirSync(folder).flatMap((name) =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')),
);
const kept = (kind: string): readonly string[] =>
  rows.filter(([name]) => name === kind).flatMap(([, text = ''], i) => (i % 2 === 1 ? [text] : []));

const decisionOn = (text: string): string =>
  replay(policy.value, reader.read, { id: text, turns: [{ role: 'customer', text }] }).decisions[0]?.action ?? 'stay';

describe('what is told and not named', () => {
  for (const [kind, right, floor, aim] of [
    ['danger', ['hand-off'], 4, 59],
    ['fraud', ['hand-off'], 2, 33],
    ['distress', ['offer', 'hand-off'], 11, 30],
    ['asks', ['offer', 'hand-off'], 11, 32],
    ['gives-up', ['offer', 'hand-off'], 5, 25],
    ['urgency', ['offer', 'hand-off'], 0, 20],
    ['vulnerable', ['offer', 'hand-off'], 0, 16],
    ['calm', ['stay'], 193, 190],
  ] as const) {
    const own = kept(kind);
    it(`is seen in ${floor} of ${own.length} at least, where ${aim} are wanted: ${kind}`, () => {
      const seen = own.filter((text) => right.some((action) => action === decisionOn(text))).length;
      expect(seen).to.be.at.least(floor);
    });
  }
});
