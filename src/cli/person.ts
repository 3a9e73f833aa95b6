/** `warmline person export ID`: all that is known of a person, as one file. */
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';

export async function exportCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const customer = call.argument;
  const store = await openStore({ ...context(), join: true });
  try {
    const file = await store.person(customer, { notes: call.flag('notes') });
    if (file === undefined) io.err(`Nothing is known of a customer ${customer}.`);
    else io.out(JSON.stringify(file, null, 2));
    return file === undefined ? 1 : 0;
  } finally {
    await store.close();
  }
}
