/** `npx warmline …`: finds the command, and lists the commands when it does not know it. */
import { createLog, randomIds, readConfig, SupportError } from '../base/index.js';
import type { Io } from './context.js';

type Command = (args: readonly string[], io: Io) => Promise<number>;

const usage = `warmline start                                                 what npm start does
warmline log export --from DATE --to DATE --format csv|jsonl|replay|corrections
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

/** Each is loaded when it is called for: none waits for what another one needs. */
const commands: Readonly<Record<string, Command>> = {
  log: async (args, to) => (await import('./log.js')).logCommand(args, to, context()),
  erase: async (args, to) => (await import('./erase.js')).eraseCommand(args, to, context()),
  salvage: async (args, to) => (await import('./salvage.js')).salvageCommand(args, to, context()),
  faq: async (args, to) => (await import('./faq.js')).faqCommand(args, to, context),
  feeling: async (args, to) => (await import('./feeling.js')).feelingCommand(args, to),
  policy: async (args, to) => (await import('./policy.js')).policyCommand(args, to),
};

async function run([name = '', ...args]: readonly string[]): Promise<number> {
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

export async function command(args: readonly string[]): Promise<void> {
  process.exitCode = await run(args).catch(tell);
}
