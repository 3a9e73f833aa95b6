/** How a fault is told to a person at a terminal: in sentences, and never as a stack. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { SupportError } from './errors.js';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Where the details of a fault were written: a file that only its owner reads. */
function keepDetails(fault: unknown): string | undefined {
  try {
    const path = join(mkdtempSync(join(tmpdir(), 'warmline-fault-')), 'details.txt');
    writeFileSync(path, `${inspect(fault, { depth: 5 })}\n`, { mode: 0o600 });
    return path;
  } catch {
    return undefined;
  }
}

/** A known fault in its own words with every problem; of any other one line, and where its details are. */
export function tellFault(fault: unknown, keep = keepDetails): readonly string[] {
  if (fault instanceof SupportError) return [fault.message, ...fault.problems.map((problem) => `  ${problem}`)];
  const what = oneLine(fault instanceof Error ? fault.message : String(fault)) || 'no reason was given';
  const path = keep(fault);
  const where = path === undefined ? 'Its details could not be written.' : `Details: ${path}`;
  return [`Something went wrong that should not: ${what}. ${where}`];
}
