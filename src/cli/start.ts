/** `warmline start`. */
import { serve } from '../main.js';

/** Returns as soon as it takes calls, or has told why it does not. */
export async function startCommand(): Promise<number> {
  await serve();
  return Number(process.exitCode ?? 0);
}
