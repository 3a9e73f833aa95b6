/** `warmline erase CUSTOMER`: forgets a person; the counts stay. */
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';

export async function eraseCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const customer = call.argument;
  const store = await openStore({ ...context(), join: true });
  try {
    const { conversations, entries } = await store.erase(customer);
    if (call.flag('json')) io.out(JSON.stringify({ customer, conversations, entries }));
    else if (conversations > 0)
      io.out(`Forgotten: ${entries} entries in ${conversations} conversations of ${customer}.`);
    if (conversations === 0) io.err(`Nothing is known of a customer ${customer}. Nothing was changed.`);
    return conversations === 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}
