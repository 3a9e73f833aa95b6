/** Writes RESP2 answers, as bytes in characters 0–255. */
import type { Reply } from '../reply.js';

const isList = (reply: Reply): reply is readonly Reply[] => Array.isArray(reply);
const oneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[\r\n]/g, ' ') : text);

export const encodeError = (message: string): string => `-${oneLine(message)}\r\n`;

export function encode(reply: Reply): string {
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if (typeof reply === 'number' || typeof reply === 'bigint') return `:${reply}\r\n`;
  if (reply === null) return '$-1\r\n';
  if (!isList(reply)) return 'ok' in reply ? `+${oneLine(reply.ok)}\r\n` : encodeError(reply.error);
  let text = `*${reply.length}\r\n`;
  for (const item of reply) text += encode(item);
  return text;
}
