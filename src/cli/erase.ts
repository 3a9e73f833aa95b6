/** `warmline erase CUSTOMER`: forgets a person; the counts stay. */
import { openStore } from '../store/index.js';
import type { Call, Io, StoreContext } from './command.js';

export async function eraseCommand(call: Call, io: Io, context: () => StoreContext): Promise<number> {
  const customer = call.argument;
  const store = await openStore({ ...context(), join: true });
  try {
    const { conversations, entries, finished } = await store.erase(customer);
    if (call.flag('json')) io.out(JSON.stringify({ customer, conversations, entries, finished }));
    else if (conversations > 0)
      io.out(`Forgotten: ${entries} entries in ${conversations} conversations of ${customer}.`);
    if (finished) io.err('What an erasure before this one had left in files of the store is out of them now.');
    if (conversations === 0 && !finished) io.err(`Nothing is known of a customer ${customer}. Nothing was changed.`);
    return conversations === 0 && !finished ? 1 : 0;
  } finally {
    await store.close();
  }
}
