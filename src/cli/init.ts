/** `warmline init FOLDER`: a start of a company's own content; every file says what it is for. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage, readTextFile, SupportError } from '../base/index.js';
import { openContent } from '../content.js';
import type { Call, Io } from './command.js';
import { writeFile } from './files.js';

const wordingHeading = `# What the assistant says otherwise than usual. Below stands every sentence as it ships: take the "# " away from those
# you change, and leave the others, so that a newer version can say them better.
`;

/** Sentences as comments; what is a comment already stays one. */
const commented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('#') ? line : `# ${line}`))
    .join('\n');

function begin(folder: string): void {
  try {
    mkdirSync(join(folder, 'faq'), { recursive: true });
  } catch (cause) {
    throw new SupportError('content', `${folder} cannot be made: ${(cause as Error).message}`, { cause });
  }
}

export function initCommand(call: Call, io: Io): Promise<number> {
  const folder = call.argument;
  if (existsSync(folder) && !isEmpty(folder)) {
    throw new SupportError('conflict', `${folder} is not an empty folder. Nothing was written.`);
  }
  begin(folder);
  const usual = openContent();
  const files = {
    'brand.yaml': usual.file('brand.yaml').text,
    'faq/first.yaml': readTextFile(inPackage('src', 'cli', 'first-answers.yaml')).text,
    'hours.yaml': usual.file('hours.yaml').text,
    'policy.yaml': usual.file('policy.yaml').text,
    'privacy.yaml': usual.file('privacy.yaml').text,
    'wording.yaml': `${wordingHeading}${commented(usual.file('wording.yaml').text)}`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFile(join(folder, name), text);
    io.out(join(folder, name));
  }
  io.err(`Change them, look for mistakes (warmline check ${folder}), and start: CONTENT_DIR=${folder} warmline start`);
  return Promise.resolve(0);
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false; // a file, or not ours to read
  }
}
