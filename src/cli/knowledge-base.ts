/** The knowledge base that a command is about. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, readFolder, readTextFile, SupportError } from '../base/index.js';
import { checkFaq, checkLabelled, entriesOf, type FaqEntry } from '../faq/index.js';
import { openContent } from '../content.js';
import type { StoreContext } from './command.js';

/** Throws `content` with every problem. */
export function valueOf<Value>(checked: Checked<Value>, name: string): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', `${name} has problems. Nothing was measured.`, { problems: checked.problems });
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A folder of entries or a file of labelled questions; without a path, the one in use. */
export function readBase(path: string | undefined, context: () => StoreContext): readonly FaqEntry[] {
  if (path === undefined) {
    const content = openContent(context().config.CONTENT_DIR);
    return valueOf(checkFaq(content.faq()), `${content.name}/faq`);
  }
  if (!isFolder(path)) return entriesOf(valueOf(checkLabelled(readTextFile(path)), path));
  const files = readFolder(path, ['.yaml', '.yml']);
  return valueOf(checkFaq(files.map((file) => ({ ...file, name: join(path, file.name) }))), path);
}
