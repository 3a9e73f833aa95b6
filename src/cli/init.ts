/** `warmline init FOLDER`: a start of a company's own content; every file says what it is for. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SupportError } from '../base/index.js';
import { openContent } from '../content.js';
import type { Call, Io } from './command.js';
import { writeFile } from './files.js';

const wordingHeading = `# What the assistant says otherwise than usual. Below stands every sentence as it ships: take the "# " away from those
# you change, and leave the others, so that a newer version can say them better.
`;

const firstAnswers = `# What the assistant knows. An entry is a title (it is shown as a button), ways of asking, and an answer in Markdown.
# The more ways of asking, in your customers' own words, the surer it is: five are good, ten are better. Files are read
# again while the server runs; put more of them beside this one, by subject. {brand} stands for your name, and
# {name|there} for the customer's, or what stands behind the line where it is not known.
entries:
  - id: what-can-you-do
    title: What can you help with?
    ask:
      - what can you do
      - what can I ask you
      - how does this work
      - what are you able to answer
    answer: I answer questions about {brand}. Ask in your own words, or say that you want to talk to a person.
    tags: [starter] # is offered as a button before the first word

  - id: contact
    title: How do I reach you?
    ask:
      - how can I reach you
      - what is your e-mail address
      - do you have a phone number
      - where are you
      - contact details
    answer: Write to hello@example.com, or ask me for a person. We read every message.
    tags: [starter]
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
    'faq/first.yaml': firstAnswers,
    'hours.yaml': usual.file('hours.yaml').text,
    'policy.yaml': usual.file('policy.yaml').text,
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
