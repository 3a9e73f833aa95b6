/** `warmline check FOLDER`: every mistake in a company's own content, and what an editor should look at. */
import { join } from 'node:path';
import { type Content, contentFiles, openContent } from '../content.js';
import { reviewFiles } from '../faq/index.js';
import { checkContent } from '../knowledge.js';
import type { Call, Io } from './command.js';
import { nearest } from './nearest.js';

/** A file that nobody reads was meant to be read. */
function strangeFiles({ name, strange }: Content): readonly string[] {
  return strange.map((file) => {
    const near = nearest(file, contentFiles);
    return `${join(name, file)}:1: is not read${near === undefined ? '' : `; did you mean ${near}?`}`;
  });
}

function placed(problem: string): { readonly file?: string; readonly line?: number; readonly message: string } {
  const [, file, line, message] = /^([^:\n]+):(\d+): ([^]*)$/.exec(problem) ?? [];
  return message === undefined ? { message: problem } : { file: file ?? '', line: Number(line), message };
}

/** Returns 1 when there are mistakes. */
export function checkCommand(call: Call, io: Io): Promise<number> {
  const content = openContent(call.argument);
  io.progress?.(`reading ${content.name}`);
  const checked = checkContent(content, {});
  const problems = [...strangeFiles(content), ...(checked.kind === 'broken' ? checked.problems : [])];
  const notes = checked.kind === 'broken' || content.borrowed.includes('faq') ? [] : reviewFiles(content.faq());
  const { name, borrowed } = content;
  if (call.flag('json')) {
    io.out(JSON.stringify({ folder: name, problems: problems.map(placed), notes: notes.map(placed), borrowed }));
  } else {
    [...problems, ...notes].forEach(io.out);
    if (borrowed.length > 0) io.out(`As it ships, because ${name} has none: ${borrowed.join(', ')}`);
    io.out(`${problems.length} mistakes, ${notes.length} to look at`);
  }
  return Promise.resolve(problems.length === 0 ? 0 : 1);
}
