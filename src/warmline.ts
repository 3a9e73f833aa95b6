/** The entry of the bundle. Each part is loaded when it is called for: a command needs no server, and no Bot Framework. */
import type { Times } from './main.js';

export const serve = async (times?: Times): Promise<void> => (await import('./main.js')).serve(times);
export const command = async (args: readonly string[]): Promise<void> => (await import('./cli/index.js')).command(args);
