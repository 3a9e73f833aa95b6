/** Makes the assistant's knowledge from the files of `dialogs/`; all problems of all files are reported together. */
import type { Checked, TextFile } from '../base/index.js';
import { checkBrand, checkPrivacy } from '../conversation/index.js';
import { checkPolicy } from '../escalation/index.js';
import { faqOf, learnFiles } from '../faq/index.js';
import { checkHours } from '../queue/index.js';
import { checkModel, createReader } from '../sentiment/index.js';
import { checkSpeech, type Further, speechOf } from './speech.js';
import type { Knowledge } from './turn-context.js';

export interface KnowledgeFiles {
  /** All sentences; with `usualWording`, those that are said otherwise than usual. */
  readonly wording: TextFile;
  readonly usualWording?: TextFile;
  /** Of further languages: as they ship, and what a company says differently. */
  readonly further?: readonly Further[];
  readonly policy: TextFile;
  readonly faq: readonly TextFile[];
  readonly hours: TextFile;
  /** What the reader of feelings has learnt. */
  readonly weights: { readonly name: string; readonly bytes: Uint8Array };
  readonly brand: TextFile;
  /** What is masked in messages. */
  readonly privacy: TextFile;
  /** Instead of the name that the file says. */
  readonly brandName?: string | undefined;
  /** Learns the FAQ; a caller who kept what was learnt gives that instead. */
  readonly learn?: typeof learnFiles;
}

export function checkKnowledge(files: KnowledgeFiles): Checked<Knowledge> {
  const { policy, faq, hours, weights, learn = learnFiles } = files;
  const words = checkSpeech(files);
  const brand = checkBrand(files.brand);
  const privacy = checkPrivacy(files.privacy);
  const rules = checkPolicy(policy);
  const base = learn(faq);
  const desk = checkHours(hours);
  const model = checkModel(weights.bytes);
  const problems = [
    ...[words, rules, base, desk, brand, privacy].flatMap((checked) =>
      checked.kind === 'broken' ? checked.problems : [],
    ),
    ...(model.kind === 'broken' ? model.problems.map((problem) => `${weights.name}: ${problem}`) : []),
  ];
  if (words.kind === 'broken' || rules.kind === 'broken' || base.kind === 'broken' || model.kind === 'broken')
    return { kind: 'broken', problems };
  if (desk.kind === 'broken' || brand.kind === 'broken' || privacy.kind === 'broken')
    return { kind: 'broken', problems };
  const called = { ...brand.value, name: files.brandName ?? brand.value.name };
  return {
    kind: 'ok',
    value: {
      reader: createReader({ model: model.value }),
      policy: rules.value,
      hours: desk.value,
      faq: faqOf(base.value),
      speech: speechOf(words.value, called),
      brand: called,
      privacy: privacy.value,
    },
  };
}
