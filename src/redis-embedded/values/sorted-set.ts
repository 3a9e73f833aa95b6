/**
 * A sorted set: members by score, then by bytes. The order is kept in buckets of at most 512, so that an insertion
 * moves little whatever the size: at a million members as at ten thousand.
 */
const full = 512;

interface Bucket {
  readonly scores: number[];
  readonly members: string[];
}

export interface SortedSet {
  readonly scores: Map<string, number>;
  readonly buckets: Bucket[];
}

interface Place {
  readonly bucket: number;
  readonly index: number;
}

export interface Slice {
  readonly members: readonly string[];
  readonly scores: readonly number[];
}

export const createSortedSet = (): SortedSet => ({ scores: new Map(), buckets: [] });

function isBefore(bucket: Bucket, index: number, wanted: readonly [score: number, member: string]): boolean {
  const score = bucket.scores[index] ?? 0;
  return score < wanted[0] || (score === wanted[0] && (bucket.members[index] ?? '') < wanted[1]);
}

/** The smallest index in [0, length) for which `holds` is false; `holds` is true up to it and false from it on. */
function bisect(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an entry is, or would be. */
function locate({ buckets }: SortedSet, score: number, member: string): Place {
  const wanted = [score, member] as const;
  const bucket = bisect(buckets.length, (at) => {
    const one = buckets[at];
    return one !== undefined && isBefore(one, one.scores.length - 1, wanted);
  });
  const found = buckets[bucket];
  const index = found ? bisect(found.scores.length, (at) => isBefore(found, at, wanted)) : 0;
  return { bucket, index };
}

function split(set: SortedSet, at: number, bucket: Bucket): void {
  const half = bucket.scores.length >>> 1;
  const upper = { scores: bucket.scores.splice(half), members: bucket.members.splice(half) };
  set.buckets.splice(at + 1, 0, upper);
}

function insert(set: SortedSet, score: number, member: string): void {
  const place = locate(set, score, member);
  const last = set.buckets.at(-1);
  if (place.bucket === set.buckets.length) {
    if (last && last.scores.length < full) {
      last.scores.push(score);
      last.members.push(member);
    } else set.buckets.push({ scores: [score], members: [member] }); // arrivals in order leave full buckets behind
    return;
  }
  const bucket = set.buckets[place.bucket];
  if (!bucket) return;
  bucket.scores.splice(place.index, 0, score);
  bucket.members.splice(place.index, 0, member);
  if (bucket.scores.length > full) split(set, place.bucket, bucket);
}

function cut(set: SortedSet, score: number, member: string): void {
  const place = locate(set, score, member);
  const bucket = set.buckets[place.bucket];
  if (!bucket) return;
  bucket.scores.splice(place.index, 1);
  bucket.members.splice(place.index, 1);
  if (bucket.scores.length === 0) set.buckets.splice(place.bucket, 1);
}

/** Adds a member or moves it to another score. */
export function place(set: SortedSet, member: string, score: number): 'added' | 'moved' | 'same' {
  const old = set.scores.get(member);
  if (old === score) return 'same';
  if (old !== undefined) cut(set, old, member);
  set.scores.set(member, score);
  insert(set, score, member);
  return old === undefined ? 'added' : 'moved';
}

export function drop(set: SortedSet, member: string): boolean {
  const score = set.scores.get(member);
  if (score === undefined) return false;
  cut(set, score, member);
  set.scores.delete(member);
  return true;
}

/** The entry with the lowest score. */
export function first({ buckets }: SortedSet): { readonly member: string; readonly score: number } | undefined {
  const head = buckets[0];
  const [member, score] = [head?.members[0], head?.scores[0]];
  return member === undefined || score === undefined ? undefined : { member, score };
}

const rankOf = ({ buckets }: SortedSet, { bucket, index }: Place): number => {
  let rank = index;
  for (let at = 0; at < bucket; at += 1) rank += buckets[at]?.scores.length ?? 0;
  return rank;
};

export function rank(set: SortedSet, member: string): number | undefined {
  const score = set.scores.get(member);
  return score === undefined ? undefined : rankOf(set, locate(set, score, member));
}

/** How many entries have a score below `score`, or at most `score`. */
export function countBelow(set: SortedSet, score: number, including: boolean): number {
  const passes = (value: number | undefined) => value !== undefined && (including ? value <= score : value < score);
  const bucket = bisect(set.buckets.length, (at) => passes(set.buckets[at]?.scores.at(-1)));
  const found = set.buckets[bucket];
  const index = found ? bisect(found.scores.length, (at) => passes(found.scores[at])) : 0;
  return rankOf(set, { bucket, index });
}

/** Entries from one rank up to, not including, another. */
export function slice({ buckets }: SortedSet, from: number, to: number): Slice {
  const members: string[] = [];
  const scores: number[] = [];
  let start = 0;
  for (const bucket of buckets) {
    if (start >= to) break;
    const end = start + bucket.scores.length;
    if (end > from) {
      const [low, high] = [Math.max(0, from - start), to - start];
      for (let at = low; at < bucket.scores.length && at < high; at += 1) {
        members.push(bucket.members[at] ?? '');
        scores.push(bucket.scores[at] ?? 0);
      }
    }
    start = end;
  }
  return { members, scores };
}
