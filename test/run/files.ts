/** Which suites there are, which of them start first, and which must be alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const suiteFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .sort()
    .map((name) => join(folder, name));

/** They weigh what a process keeps, or how its work grows, which is only to be seen while nothing else wants the machine. */
const quiet: readonly string[] = ['journeys/slow-readers.test.js', 'hostile/'];

/** `name`: within the folder of all suites. */
export const needsQuiet = (name: string): boolean => quiet.some((part) => name.startsWith(part));

/** The rooms whose suites start servers, the longest first: what begins last must not take long. */
const long = ['journeys', 'faults', 'cases', 'browser', 'store', 'channels'];
const rank = (file: string): number => {
  const place = long.findIndex((room) => file.includes(`/test/${room}/`));
  return place < 0 ? long.length : place;
};

export const inOrder = (files: readonly string[]): readonly string[] =>
  files.toSorted((one, other) => rank(one) - rank(other));
