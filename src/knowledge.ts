/** What the assistant knows and says, read from dialogs/: all that ships, or what a test gives instead. */
import { readFileSync } from 'node:fs';
import { inPackage, type Log, readFolder, readTextFile, SupportError, type TextFile } from './base/index.js';
import { checkKnowledge, createBaseWatch, type BaseWatch, type Knowledge } from './bot/index.js';
import { createScholar } from './study.js';

const readBase = (): readonly TextFile[] =>
  readFolder(inPackage('dialogs', 'faq'), ['.yaml']).map((file) => ({ ...file, name: `dialogs/faq/${file.name}` }));

/** Reads what the assistant knows and says. Throws `content` with every problem, by file and line. */
export function loadKnowledge(brand: string, { learnNow } = createScholar()): Knowledge {
  const dialogs = (...parts: readonly string[]) => inPackage('dialogs', ...parts);
  const knowledge = checkKnowledge({
    wording: readTextFile(dialogs('wording.yaml'), 'dialogs/wording.yaml'),
    policy: readTextFile(dialogs('policy.yaml'), 'dialogs/policy.yaml'),
    hours: readTextFile(dialogs('hours.yaml'), 'dialogs/hours.yaml'),
    faq: readBase(),
    weights: { name: 'src/sentiment/weights.bin', bytes: readFileSync(inPackage('src', 'sentiment', 'weights.bin')) },
    brand,
    learn: learnNow,
  });
  if (knowledge.kind === 'ok') return knowledge.value;
  throw new SupportError('content', 'The files in dialogs/ have problems. Nothing was started.', {
    problems: knowledge.problems,
  });
}

interface Wanted {
  readonly brand: string;
  readonly log: Log;
  /** Instead of what dialogs/ says. */
  readonly knowledge?: Knowledge;
}

/** The assistant's knowledge, whose knowledge is read again when it changes. Throws as `loadKnowledge`. */
export function openKnowledge({ brand, log, knowledge }: Wanted): {
  readonly knowledge: Knowledge;
  readonly baseWatch: BaseWatch;
} {
  const study = createScholar();
  const loaded = knowledge ?? loadKnowledge(brand, study);
  const baseWatch = createBaseWatch({ faq: loaded.faq, read: readBase, study, log });
  return { knowledge: { ...loaded, faq: baseWatch.faq }, baseWatch };
}
