/** The entry of the bundle. Each part is loaded when it is called for: a command needs no server, and no Bot Framework. */
export const serve = async (): Promise<void> => (await import('./main.js')).serve();
export const command = async (args: readonly string[]): Promise<void> => (await import('./cli/main.js')).command(args);
