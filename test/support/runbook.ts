/** The blocks of commands in the runbook, by what stands behind their opening fence: they are run as they are printed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inPackage, readTextFile } from '../../src/base/index.js';

const { text } = readTextFile(inPackage('deploy', 'README.md'));

/** Every block that has a name. */
export const blocks: ReadonlyMap<string, string> = new Map(
  Array.from(text.matchAll(/^```sh (.+)\n([^]*?)^```$/gm), ([, name = '', commands = '']) => [name, commands]),
);

/** Runs a block in a shell that ends at the first command that fails; throws with what it said. */
export async function runBlock(name: string, env: Readonly<Record<string, string>>): Promise<void> {
  const commands = blocks.get(name);
  if (commands === undefined) throw new Error(`The runbook has no block "${name}".`);
  const shell = spawn('bash', ['-eu', '-o', 'pipefail', '-c', commands], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(shell, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}:\n${said}`);
}
