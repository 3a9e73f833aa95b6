/** Bugs of what is erased: see mutants.ts. */
import { type Mutant, patch } from './mutant.js';

export const eraseMutants: readonly Mutant[] = [
  {
    breaks: 'of one of several nothing is left, and of the others every word',
    bug: 'what one of several wrote stays when they are erased',
    patches: [patch('unsay.lua', "if role == 'c' and theirs then", 'if false then')],
  },
  {
    breaks: 'of one of several nothing is left, and of the others every word',
    bug: 'all are erased with one of several',
    patches: [patch('unsay.lua', "if role == 'c' and theirs then", "if role == 'c' then")],
  },
  {
    breaks: 'what was erased stays erased',
    bug: 'nothing is left that refuses',
    patches: [patch('erase.lua', 'if not s.push then', 'if false then')],
  },
  {
    breaks: 'what was erased stays erased',
    bug: 'the episodes keep the id of their conversation',
    patches: [patch('erase.lua', "key('p', '1:' .. fresh), E.channel", "key('p', n .. ':' .. s.id .. ' '), E.channel")],
  },
];
