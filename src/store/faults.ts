/** What a server says when it cannot do something, in words for the person who asked. */
import { SupportError } from '../base/index.js';

/** By the first word of the server's answer. */
const reasons: Readonly<Record<string, string>> = {
  OOM: 'The store is full.',
  MISCONF: 'The store cannot write to its disk.',
  FENCED: 'Another process has taken the data of this server over. Stop this one, or start it again.',
  READONLY: 'The store is read-only at the moment.',
  NOREPLICAS: 'The store has lost its replicas.',
  LOADING: 'The store is still reading its data.',
  CLUSTERDOWN: 'A part of the store is down.',
  NOPERM: 'The store refuses this user.',
};

/** Nothing is written of a script that a server refuses: it looks before the first write of it, and not after. */
export function unavailable(fault: unknown): SupportError {
  if (fault instanceof SupportError) return fault;
  const reason = reasons[/^[A-Z]+/.exec(fault instanceof Error ? fault.message : '')?.[0] ?? ''];
  const words =
    reason === undefined
      ? 'The store did not answer. Nothing was lost; try again.'
      : `${reason} Nothing new is kept until that is mended; try again in a moment.`;
  return new SupportError('unavailable', words, { cause: fault });
}
