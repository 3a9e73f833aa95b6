/** A class that a page gives and a style sheet names are the same word: renamed on one side, a line would lose its look. */
import { expect } from 'chai';
import { inPackage, readFolder } from '../../src/base/index.js';

const below = (ends: readonly string[]) =>
  ['chat', 'desk', 'desk/thread', 'insights', 'insights/charts', 'kit']
    .flatMap((room) => readFolder(inPackage('src', 'web', room), ends))
    .map(({ text }) => text)
    .join('\n');

/** Hooks for scripts and tests, which look like nothing of their own. */
const withoutLook = ['scale', 'field-label', 'group', 'rows', 'cases', 'hard-words', 'bar-name'];

describe('a class that a page gives', () => {
  const styled = new Set([...below(['.css']).matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
  const given = [...below(['.tsx']).matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));

  it('has its rule in a style sheet', () => {
    expect([...new Set(given)].filter((name) => !styled.has(name))).to.deep.equal(withoutLook);
  });
});
