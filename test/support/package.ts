/**
 * A copy of what ships, as in a container, with nothing installed beside it. Its files in `dialogs/` may be other ones:
 * how an operator changes hours and words.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../src/base/index.js';

export interface PackageCopy {
  /** What starts its server. */
  readonly program: readonly [string, string];
  remove(): void;
}

const parts = [
  'package.json',
  'dialogs',
  'dist/launch.cjs',
  'dist/node_modules',
  'dist/web',
  'src/store/lua',
  'src/sentiment',
];

/** `change` is given the text of `dialogs/hours.yaml`. */
export function copyPackage(change: (hours: string) => string): PackageCopy {
  const root = mkdtempSync(join(tmpdir(), 'warmline-package-'));
  for (const part of parts) cpSync(inPackage(part), join(root, part), { recursive: true });
  const hours = join(root, 'dialogs', 'hours.yaml');
  writeFileSync(hours, change(readFileSync(hours, 'utf8')));
  return { program: [join(root, 'dist', 'launch.cjs'), 'start'], remove: () => rmSync(root, { recursive: true }) };
}

/** A desk that is closed for days: it opens on one weekday only, the third from now. */
export function closedDesk(hours: string): string {
  const then = new Date(Date.now() + 3 * 24 * 3_600_000);
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(then).toLowerCase();
  return hours.replaceAll('00:00-24:00', 'closed').replace(`  ${day}: closed`, `  ${day}: 09:00-17:00`);
}
