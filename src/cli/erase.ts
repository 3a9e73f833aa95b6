/** `warmline erase CUSTOMER`: forgets a person; the counts stay. */
import { openStore } from '../store/index.js';
import type { Io, StoreContext } from './context.js';

export async function eraseCommand(args: readonly string[], io: Io, context: StoreContext): Promise<number> {
  const [customer] = args;
  if (customer === undefined || args.length > 1) {
    io.err('Use: warmline erase CUSTOMER, with the id that the effort log or the desk shows.');
    return 2;
  }
  const store = await openStore({ ...context, join: true });
  try {
    const { conversations, entries } = await store.erase(customer);
    if (conversations === 0) io.err(`Nothing is known of a customer ${customer}. Nothing was changed.`);
    else io.out(`Forgotten: ${entries} entries in ${conversations} conversations of ${customer}.`);
    return conversations === 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}
