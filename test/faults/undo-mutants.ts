/** Bugs of what can be undone or reopened: see mutants.ts. */
import { type Mutant, patch } from './mutant.js';

export const undoMutants: readonly Mutant[] = [
  {
    breaks: 'what an agent lets go of is told once, or undone and never told',
    bug: 'what is due is given back to the line',
    patches: [patch('sweep.lua', "s.state == 'assigned' and told and (", 'false and (')],
  },
  {
    breaks: 'what an agent lets go of is told once, or undone and never told',
    bug: 'an undo leaves the move where it is kept',
    patches: [
      patch('undo.lua', 'if stays(s) then', 'if #s.leaving > 0 then'),
      patch('parts/state.lua', "if s.leaving ~= '' then", 'if false then'),
    ],
  },
  {
    breaks: 'the hours add up to the log',
    bug: 'a case that is reopened stays counted as ended',
    patches: [patch('reopen.lua', 'counted(s, endedAt, kept.outcome, int(kept.effort), -1)', '')],
  },
];
