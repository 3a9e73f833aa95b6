/** What the assistant knows and says, read from dialogs/: all that ships, or what a test gives instead. */
import { readFileSync } from 'node:fs';
import { inPackage, type Log, readFolder, readTextFile, SupportError, type TextFile } from './base/index.js';
import { checkMind, createKnowledge, type Knowledge, type Mind } from './bot/index.js';
import { createScholar } from './study.js';

const readKnowledge = (): readonly TextFile[] =>
  readFolder(inPackage('dialogs', 'faq'), ['.yaml']).map((file) => ({ ...file, name: `dialogs/faq/${file.name}` }));

/** Reads what the assistant knows and says. Throws `content` with every problem, by file and line. */
export function loadMind(brand: string, { learnNow } = createScholar()): Mind {
  const dialogs = (...parts: readonly string[]) => inPackage('dialogs', ...parts);
  const mind = checkMind({
    wording: readTextFile(dialogs('wording.yaml'), 'dialogs/wording.yaml'),
    policy: readTextFile(dialogs('policy.yaml'), 'dialogs/policy.yaml'),
    hours: readTextFile(dialogs('hours.yaml'), 'dialogs/hours.yaml'),
    faq: readKnowledge(),
    weights: { name: 'src/sentiment/weights.bin', bytes: readFileSync(inPackage('src', 'sentiment', 'weights.bin')) },
    brand,
    learn: learnNow,
  });
  if (mind.kind === 'ok') return mind.value;
  throw new SupportError('content', 'The files in dialogs/ have problems. Nothing was started.', {
    problems: mind.problems,
  });
}

interface Wanted {
  readonly brand: string;
  readonly log: Log;
  /** Instead of what dialogs/ says. */
  readonly mind?: Mind;
}

/** The mind, whose knowledge is read again when it changes. Throws as `loadMind`. */
export function openMind({ brand, log, mind }: Wanted): { readonly mind: Mind; readonly knowledge: Knowledge } {
  const study = createScholar();
  const loaded = mind ?? loadMind(brand, study);
  const knowledge = createKnowledge({ faq: loaded.faq, read: readKnowledge, study, log });
  return { mind: { ...loaded, faq: knowledge.faq }, knowledge };
}
