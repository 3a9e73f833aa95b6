/** Numbers as people write them: groups of digits with something between them. Linear, whatever the text. */

export interface Group {
  readonly at: number;
  readonly end: number;
}

/** A stretch of a text, up to `end`. */
export type Span = Group;

const ownDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;

/** Digits of other scripts as 0 to 9; every sign stays in its place. */
export const plainDigits = (text: string): string =>
  text.replace(ownDigits, (one) => String((one.charCodeAt(0) - (one < '\u0966' || one > '\u096f' ? 0 : 6)) % 16));

const isPart = /[\p{L}\p{N}_]/u;

/** Whether a stretch stands for itself, and is no part of a longer word or number. */
export function standsAlone(text: string, { at, end }: Span): boolean {
  return !isPart.test(text.charAt(at - 1)) && !isPart.test(text.charAt(end));
}

/** All runs of groups that have no more than `between` from one to the next. */
export function runsOf(text: string, between: RegExp): readonly (readonly Group[])[] {
  const runs: Group[][] = [];
  for (const { index: at, 0: digits } of text.matchAll(/\d+/g)) {
    const last = runs.at(-1)?.at(-1);
    const gap = last === undefined ? undefined : text.slice(last.end, Math.min(at, last.end + 4));
    const group = { at, end: at + digits.length };
    if (gap !== undefined && between.test(gap)) runs.at(-1)?.push(group);
    else runs.push([group]);
  }
  return runs;
}

/** Some groups of a run, as one number. */
export interface Grouped extends Span {
  readonly digits: string;
  /** How many digits each group has. */
  sizes(): readonly number[];
}

/** How many digits it has, and whether it is one. */
export interface Wanted {
  readonly least: number;
  readonly most: number;
  is(found: Grouped): boolean;
}

/** A run with all its digits behind each other, and where each group begins among them. */
function numbered(text: string, groups: readonly Group[]) {
  const digits = groups.map(({ at, end }) => text.slice(at, end)).join('');
  const begins = [0];
  for (const { at, end } of groups) begins.push((begins.at(-1) ?? 0) + end - at);
  return { groups, digits, begins };
}

/** The longest part of a run, from a group on, that is wanted; and how many groups it has. */
function longestFrom({ groups, digits, begins }: ReturnType<typeof numbered>, from: number, wanted: Wanted) {
  const [at, first] = [groups[from]?.at ?? 0, begins[from] ?? 0];
  let found: { readonly span: Span; readonly count: number } | undefined;
  for (let till = from + 1; till <= groups.length; till += 1) {
    const last = begins[till] ?? 0;
    if (last - first > wanted.most) break;
    if (last - first < wanted.least) continue;
    const { end } = groups[till - 1] ?? { end: at };
    const sizes = () => groups.slice(from, till).map((group) => group.end - group.at);
    if (wanted.is({ at, end, digits: digits.slice(first, last), sizes }))
      found = { span: { at, end }, count: till - from };
  }
  return found;
}

/** What can be found in runs, from left to right, without any two over each other. */
export function findIn(text: string, runs: readonly (readonly Group[])[], wanted: Wanted): readonly Span[] {
  const spans: Span[] = [];
  for (const run of runs.map((groups) => numbered(text, groups))) {
    for (let from = 0; from < run.groups.length;) {
      const found = longestFrom(run, from, wanted);
      if (found !== undefined) spans.push(found.span);
      from += found?.count ?? 1;
    }
  }
  return spans;
}
