/** What a worker is asked, and what it answers. */
export interface Job {
  /** The switch of a mutant of compiled code. */
  readonly mutant?: string;
  /** A mutant of a script: its file with another text. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Full titles; all when missing. */
  readonly cases?: readonly string[];
  /** Tells which probes were passed by which case. */
  readonly coverage?: true;
}

export type Answer =
  | {
      readonly kind: 'passed';
      /** Milliseconds by full title. */
      readonly cases: Readonly<Record<string, number>>;
      /** Probes by the case that passed them, or by `in SUITE` where that was between cases. */
      readonly passed?: Readonly<Record<string, readonly string[]>>;
      /** Probes that were passed while modules were loaded. */
      readonly loading?: readonly string[];
    }
  | { readonly kind: 'failed'; readonly test: string; readonly why: string; readonly late: boolean }
  /** It ended, or did not answer in time. */
  | { readonly kind: 'lost'; readonly why: string };
