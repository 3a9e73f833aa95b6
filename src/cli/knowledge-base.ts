/** The knowledge base that a command is about. */
import { statSync } from 'node:fs';
import { type Checked, inPackage, readFolder, readTextFile, SupportError } from '../base/index.js';
import { checkFaq, checkLabelled, entriesOf, type FaqEntry } from '../faq/index.js';

/** Throws `content` with every problem. */
export function valueOf<Value>(checked: Checked<Value>, name: string): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new SupportError('content', `${name} has problems. Nothing was measured.`, { problems: checked.problems });
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A folder of entries or a file of labelled questions; without a path, the one in use. */
export function readBase(path: string | undefined): readonly FaqEntry[] {
  const folder = path ?? inPackage('dialogs', 'faq');
  const name = path ?? 'dialogs/faq';
  if (!isFolder(folder)) return entriesOf(valueOf(checkLabelled(readTextFile(folder)), name));
  const files = readFolder(folder, ['.yaml', '.yml']);
  return valueOf(checkFaq(files.map((file) => ({ ...file, name: `${name}/${file.name}` }))), name);
}
