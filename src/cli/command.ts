/** What a command is, and what it is given: one row of the table. */
import type { Config, Ids, Log } from '../base/index.js';

export interface StoreContext {
  readonly config: Config;
  readonly log: Log;
  readonly ids: Ids;
}

/** What a command writes, line by line. */
export interface Io {
  /** What was asked for. */
  readonly out: (line: string) => void;
  /** What is told about it. */
  readonly err: (line: string) => void;
  /** How far long work has come; seen on a terminal only, and only until the next line. */
  readonly progress?: (text: string) => void;
}

export interface Option {
  /** What stands behind it, as FILE; without it, the option is given or not. */
  readonly value?: string;
  readonly about: string;
}

/** How a command was called; all of it is known to the table. */
export interface Call {
  /** What the command is about, as a file or a customer; empty where it takes nothing. */
  readonly argument: string;
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** Returns the exit code. Settings are read when `context` is called: not every command needs them. */
export type Run = (call: Call, io: Io, context: () => StoreContext) => Promise<number>;

export interface Command {
  /** One word, or two. */
  readonly name: string;
  readonly about: string;
  /** Its only argument, which it cannot do without. */
  readonly takes?: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
  /** What else a reader of its help wants to know. */
  readonly more?: string;
  readonly run: Run;
}

/** As it is typed. */
export function usageOf({ name, takes, options }: Command): string {
  const shown = Object.entries(options).map(([option, { value }]) =>
    value === undefined ? `[--${option}]` : `[--${option} ${value}]`,
  );
  return ['warmline', name, ...(takes === undefined ? [] : [takes]), ...shown].join(' ');
}
