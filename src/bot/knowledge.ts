/** Makes the assistant's knowledge from the files of `dialogs/`; all problems of all files are reported together. */
import { type Checked, checkYaml, type TextFile } from '../base/index.js';
import { createWords, wording } from '../conversation/index.js';
import { checkPolicy } from '../escalation/index.js';
import { faqOf, learnFiles } from '../faq/index.js';
import { checkHours } from '../queue/index.js';
import { checkModel, createReader } from '../sentiment/index.js';
import type { Knowledge } from './turn-context.js';

export interface KnowledgeFiles {
  readonly wording: TextFile;
  readonly policy: TextFile;
  readonly faq: readonly TextFile[];
  readonly hours: TextFile;
  /** What the reader of feelings has learnt. */
  readonly weights: { readonly name: string; readonly bytes: Uint8Array };
  readonly brand: string;
  /** Learns the FAQ; a caller who kept what was learnt gives that instead. */
  readonly learn?: typeof learnFiles;
}

export function checkKnowledge(files: KnowledgeFiles): Checked<Knowledge> {
  const { wording: sentences, policy, faq, hours, weights, brand, learn = learnFiles } = files;
  const words = checkYaml(sentences, wording);
  const rules = checkPolicy(policy);
  const base = learn(faq);
  const desk = checkHours(hours);
  const model = checkModel(weights.bytes);
  const problems = [
    ...[words, rules, base, desk].flatMap((checked) => (checked.kind === 'broken' ? checked.problems : [])),
    ...(model.kind === 'broken' ? model.problems.map((problem) => `${weights.name}: ${problem}`) : []),
  ];
  if (words.kind === 'broken' || rules.kind === 'broken' || base.kind === 'broken' || model.kind === 'broken')
    return { kind: 'broken', problems };
  if (desk.kind === 'broken') return { kind: 'broken', problems };
  return {
    kind: 'ok',
    value: {
      reader: createReader({ model: model.value }),
      policy: rules.value,
      hours: desk.value,
      faq: faqOf(base.value),
      words: createWords(words.value.value, { brand }),
      brand,
    },
  };
}
