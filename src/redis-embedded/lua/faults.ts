/** How the errors of a script read: to the script that catches one, and to the client. */
import { ReplyFault } from '../reply.js';
import { tostring } from './strings.js';
import { scriptFile } from './syntax.js';
import { get } from './table.js';
import { LuaFault, type LuaValue } from './value.js';

/** The lines of the script that were being run, innermost first. */
function linesOf(fault: Error): readonly string[] {
  const frames = (fault.stack ?? '').slice(fault.message.length).matchAll(/\n {4}at [^\n]*?\buser_script:(\d+):\d+/g);
  return Array.from(frames, ([, line = '1']) => line);
}

/** What was thrown, with its place if it is text. */
function thrown(fault: LuaFault): LuaValue {
  const line = typeof fault.value === 'string' ? linesOf(fault)[fault.level - 1] : undefined;
  return line === undefined ? fault.value : `${scriptFile}:${line}: ${tostring(fault.value)}`;
}

/** What a script catches: as in Redis, the text of an error with a code. Throws what is no error of the script again. */
export function caught(fault: unknown): LuaValue {
  if (fault instanceof ReplyFault) return fault.message;
  if (!(fault instanceof LuaFault)) throw fault;
  const value = thrown(fault);
  const message = typeof value === 'object' ? get(value, 'err') : undefined;
  return typeof message === 'string' ? message : value;
}

function messageOf(fault: LuaFault): string {
  const value = thrown(fault);
  if (typeof value !== 'object') return `ERR ${tostring(value)}`;
  const message = get(value, 'err');
  return typeof message === 'string' ? message : 'ERR unknown error';
}

/** What the client reads when a script fails. */
export function failed(fault: unknown, sha: string): ReplyFault {
  if (!(fault instanceof Error)) return new ReplyFault('ERR unknown error');
  const [line = '1'] = linesOf(fault);
  const where = `script: ${sha}, on @${scriptFile}:${line}.`;
  if (fault instanceof LuaFault) return new ReplyFault(`${messageOf(fault)} ${where}`);
  if (fault instanceof ReplyFault) return new ReplyFault(`${fault.message} ${where}`);
  return new ReplyFault(`ERR ${scriptFile}:${line}: ${fault.message} ${where}`);
}
