/** What the assistant knows and says, read from the content: a company's own, or the demo shop that ships. */
import { readFileSync } from 'node:fs';
import { type Checked, type Config, inPackage, type Log, SupportError } from './base/index.js';
import { checkKnowledge, createBaseWatch, type BaseWatch, type Knowledge } from './bot/index.js';
import { type Content, openContent } from './content.js';
import { createScholar } from './study.js';

type Settings = Partial<Pick<Config, 'CONTENT_DIR' | 'BRAND'>>;

/** Checks all files of the content; every problem of every file, by file and line. */
export function checkContent(
  content: Content,
  { BRAND }: Settings,
  { learnNow } = createScholar(),
): Checked<Knowledge> {
  return checkKnowledge({
    wording: content.file('wording.yaml'),
    usualWording: content.usual('wording.yaml'),
    further: content.further(),
    policy: content.file('policy.yaml'),
    hours: content.file('hours.yaml'),
    brand: content.file('brand.yaml'),
    privacy: content.file('privacy.yaml'),
    faq: content.faq(),
    weights: { name: 'src/sentiment/weights.bin', bytes: readFileSync(inPackage('src', 'sentiment', 'weights.bin')) },
    brandName: BRAND,
    learn: learnNow,
  });
}

function load(content: Content, settings: Settings, study = createScholar()): Knowledge {
  const knowledge = checkContent(content, settings, study);
  if (knowledge.kind === 'ok') return knowledge.value;
  throw new SupportError('content', `The files in ${content.name}/ have problems. Nothing was started.`, {
    problems: knowledge.problems,
  });
}

/** Throws `content` with every problem. */
export const loadKnowledge = (settings: Settings): Knowledge => load(openContent(settings.CONTENT_DIR), settings);

interface Wanted {
  readonly config: Settings;
  readonly log: Log;
  /** Instead of what the content says. */
  readonly knowledge?: Knowledge;
}

/** The assistant's knowledge, whose answers are read again when their files change. Throws as `loadKnowledge`. */
export function openKnowledge({ config, log, knowledge }: Wanted): {
  readonly knowledge: Knowledge;
  readonly baseWatch: BaseWatch;
} {
  const study = createScholar();
  const content = openContent(config.CONTENT_DIR);
  const loaded = knowledge ?? load(content, config, study);
  const { name, borrowed } = content;
  if (borrowed.length > 0) log.info({ folder: name, borrowed }, 'what the content folder does not have is as it ships');
  const baseWatch = createBaseWatch({ faq: loaded.faq, read: content.faq, study, log });
  return { knowledge: { ...loaded, faq: baseWatch.faq }, baseWatch };
}
