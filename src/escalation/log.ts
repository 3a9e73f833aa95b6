/** Past conversations from a file, one JSON object a line. Bad lines are told by number. */
import { z } from 'zod';
import type { TextFile } from '../base/index.js';
import type { PastConversation } from './replay.js';

const at = z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);
const label = z
  .union([z.boolean(), z.literal([0, 1]), z.enum(['escalate', 'no', 'yes', 'stay'])])
  .transform((value) => value === true || value === 1 || value === 'escalate' || value === 'yes');
const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  turns: z
    .array(
      z.object({
        role: z.enum(['customer', 'assistant', 'agent']),
        text: z.string(),
        at: at.optional(),
        choice: z.boolean().optional(),
      }),
    )
    .min(1),
  label: label.nullish(),
});

export interface PastLog {
  readonly conversations: readonly PastConversation[];
  /** One for each line that could not be read. */
  readonly problems: readonly string[];
}

function parse(text: string): PastConversation | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return `is not JSON: ${(fault as Error).message}`;
  }
  const result = line.safeParse(value);
  if (!result.success) {
    return result.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
  }
  const { id, turns, label: wanted } = result.data;
  const told = turns.map(({ at: when, choice, ...turn }) => ({
    ...turn,
    ...(when === undefined ? {} : { at: when }),
    ...(choice === true ? { choice } : {}),
  }));
  return typeof wanted === 'boolean' ? { id, turns: told, label: wanted } : { id, turns: told };
}

export function readLog(file: TextFile): PastLog {
  const read = file.text
    .split(/\r?\n/)
    .flatMap((text, i) => (text.trim() === '' ? [] : [{ at: i + 1, read: parse(text) }]));
  return {
    conversations: read.flatMap((entry) => (typeof entry.read === 'string' ? [] : [entry.read])),
    problems: read.flatMap((entry) =>
      typeof entry.read === 'string' ? [`${file.name}:${entry.at}: ${entry.read}`] : [],
    ),
  };
}
