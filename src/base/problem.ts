/** What is wrong with a setting. */
export type Problem = readonly [name: string, message: string];
