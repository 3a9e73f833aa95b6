/** Mutants that change nothing anybody could notice, each with the reason; read again when its line changes. */
import type { Mutant } from './mutant.js';

interface Equivalent {
  readonly file: string;
  /** The line, trimmed: compiled TypeScript, or Lua. */
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly because: string;
}

export const equivalents: readonly Equivalent[] = [];

export const isEquivalent = ({ file, text, from, to }: Mutant): boolean =>
  equivalents.some((one) => one.file === file && one.line === text && one.from === from && one.to === to);
