/** `warmline start`. */
import { serve } from '../main.js';

/** Returns as soon as it takes calls; where it does not, this process ends. */
export async function startCommand(): Promise<number> {
  await serve();
  return 0;
}
