/** `npx warmline …`: reads what was typed, runs the command, and tells in one line what went wrong. */
import { createLog, inPackage, randomIds, readConfig, readTextFile, SupportError, tellFault } from '../base/index.js';
import type { Io, StoreContext } from './command.js';
import { helpOf } from './help.js';
import { parse } from './parse.js';
import { commands } from './table.js';
import { createIo, endWithReader } from './terminal.js';

const fromEnvironment = (): StoreContext => ({
  config: readConfig(process.env),
  log: createLog('error'),
  ids: randomIds,
});

function version(): string {
  const manifest = JSON.parse(readTextFile(inPackage('package.json')).text) as { readonly version: string };
  return manifest.version;
}

/** Returns the exit code. Throws what the command throws. */
export async function runCommand(args: readonly string[], io: Io, context = fromEnvironment): Promise<number> {
  const parsed = parse(args, commands);
  switch (parsed.kind) {
    case 'help':
      helpOf(parsed.about).forEach(io.out);
      return 0;
    case 'version':
      io.out(version());
      return 0;
    case 'wrong':
      io.err(parsed.message);
      return 2;
    case 'run':
      return parsed.command.run(parsed.call, io, context);
  }
}

function tell(fault: unknown, io: Io): number {
  tellFault(fault).forEach(io.err);
  return fault instanceof SupportError && fault.code === 'bad-request' ? 2 : 1;
}

export async function command(args: readonly string[]): Promise<void> {
  const io = createIo({ stdout: process.stdout, stderr: process.stderr, now: () => performance.now() });
  endWithReader([process.stdout, process.stderr], () => process.exit(process.exitCode ?? 0));
  process.once('uncaughtException', (fault) => process.exit(tell(fault, io)));
  process.exitCode = await runCommand(args, io)
    .finally(io.end)
    .catch((fault: unknown) => tell(fault, io));
}
