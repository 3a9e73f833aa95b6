/** One change of the product that its tests must notice. */
export interface Mutant {
  readonly id: string;
  /** From the package's root: `src/bot/turn.ts`, `src/store/lua/claim.lua`. */
  readonly file: string;
  readonly line: number;
  /** The line it is in, trimmed. */
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** What is counted when the changed place is passed: whichever tests pass it may notice. */
  readonly probe: string;
  /** For scripts: the whole file as it is changed. Compiled code is switched by the id instead. */
  readonly script?: string;
}

/** What a process runs the suites on. */
export interface Outfit {
  /** Compiled suites. */
  readonly suites: readonly string[];
  /** What is loaded in place of compiled modules, by their URL. */
  readonly modules: Readonly<Record<string, string>>;
  /** Scripts with other texts, by their files. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** The change, short enough for a line of the report. */
export function told({ file, line, from, to }: Mutant): string {
  const short = (text: string) => {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 70 ? `${flat.slice(0, 67)}...` : flat;
  };
  return `${file}:${line}  ${short(from)}  ->  ${short(to)}`;
}
