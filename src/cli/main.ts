/** `npx warmline …`: finds the command, and tells what there is when it does not know it. */
import { createLog, randomIds, readConfig, SupportError } from '../base/index.js';
import type { Io } from './context.js';
import { logCommand } from './log.js';
import { eraseCommand } from './erase.js';
import { faqCommand } from './faq.js';
import { feelingCommand } from './feeling.js';
import { policyCommand } from './policy.js';
import { salvageCommand } from './salvage.js';

type Command = (args: readonly string[], io: Io) => Promise<number>;

const usage = `warmline log export --from DATE --to DATE --format csv|jsonl|replay|corrections
warmline erase CUSTOMER                                        forget a person
warmline salvage                                               save what is whole of a damaged data file
warmline faq test FILE.tsv [--kb DIR|FILE.tsv]                 score the knowledge base
warmline faq check                                             look for its mistakes
warmline faq gaps --from DATE --to DATE                        draft entries for what it could not answer
warmline feeling test|train FILE.tsv                           score or adapt the reading of feelings
warmline feeling build DATA_DIR [--check]                      make its weights again, or check them
warmline policy replay LOG.jsonl                               what this policy would have done`;

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

const context = () => ({ config: readConfig(process.env), log: createLog('error'), ids: randomIds });

const commands: Readonly<Record<string, Command>> = {
  log: (args, to) => logCommand(args, to, context()),
  erase: (args, to) => eraseCommand(args, to, context()),
  salvage: (args, to) => salvageCommand(args, to, context()),
  faq: (args, to) => faqCommand(args, to, context),
  feeling: feelingCommand,
  policy: policyCommand,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command !== undefined) return command(args, io);
  io.err(name === '' ? usage : `There is no command "${name}".\n${usage}`);
  return 2;
}

function tell(fault: unknown): number {
  if (!(fault instanceof SupportError)) throw fault;
  io.err([fault.message, ...fault.problems.map((problem) => `  ${problem}`)].join('\n'));
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(tell);
