/** From the files of a knowledge base to what is learnt of it, and to what an editor should look at. */
import type { Checked, TextFile } from '../base/index.js';
import { checkFaq } from './entry.js';
import { learnBase, type LearntBase } from './base.js';
import { type Way, withWays } from './lessons.js';
import { reviewFaq } from './review.js';

/** `ways`: what use taught beside them. */
export function learnFiles(files: readonly TextFile[], ways: readonly Way[] = []): Checked<LearntBase> {
  const checked = checkFaq(files);
  return checked.kind === 'broken' ? checked : { kind: 'ok', value: learnBase(withWays(checked.value, ways)) };
}

/** Files that are broken are no matter of a review. */
export function reviewFiles(files: readonly TextFile[]): readonly string[] {
  const checked = checkFaq(files);
  return checked.kind === 'broken' ? [] : reviewFaq(checked.value);
}
