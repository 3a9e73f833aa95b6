/** The content: what a company says, knows and wants. It lies apart from the code, in a folder that no upgrade touches. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inPackage, readFolder, readTextFile, SupportError, type TextFile } from './base/index.js';

export const contentFiles = ['wording.yaml', 'policy.yaml', 'hours.yaml', 'brand.yaml', 'privacy.yaml'] as const;
export type ContentFile = (typeof contentFiles)[number];

/** The sentences of one more language. */
export interface Further {
  /** ISO 639-1. */
  readonly language: string;
  /** As they ship, and what the folder says differently: one of them at least. */
  readonly usual?: TextFile;
  readonly own?: TextFile;
}

export interface Content {
  /** As it is called in messages. */
  readonly name: string;
  /** What the folder does not have; taken from what ships. */
  readonly borrowed: readonly string[];
  file(name: ContentFile): TextFile;
  /** What ships, whatever the folder has. */
  usual(name: ContentFile): TextFile;
  /** Of all languages but that of `wording.yaml`. */
  further(): readonly Further[];
  /** The knowledge base as it is now. Throws when its folder went away. */
  faq(): readonly TextFile[];
  /** The file that an entry of the knowledge base stands in, by the name that it is called by. */
  faqPath(name: string): string;
  /** YAML files that nobody reads: their names are not known. */
  readonly strange: readonly string[];
}

const shipped = inPackage('dialogs');
const furtherName = /^wording\.([a-z]{2})\.yaml$/;
const languagesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((file) => furtherName.exec(file)?.[1] ?? []);

const yaml = ['.yaml', '.yml'];

/** Without a folder, what ships: the demo shop. Throws `content` when the folder is not there. */
export function openContent(folder?: string): Content {
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new SupportError('content', `${folder} is not a folder. Begin one: npx warmline init ${folder}`);
  }
  const own = folder ?? shipped;
  const name = folder ?? 'dialogs';
  const known: readonly string[] = [...contentFiles, 'faq'];
  const borrowed = known.filter((one) => !existsSync(join(own, one)));
  const base = borrowed.includes('faq') ? ([shipped, 'dialogs'] as const) : ([own, name] as const);
  const usual = (file: ContentFile) => readTextFile(join(shipped, file), `dialogs/${file}`);
  return {
    name,
    borrowed,
    usual,
    file: (file) => (borrowed.includes(file) ? usual(file) : readTextFile(join(own, file), join(name, file))),
    further() {
      const [ours, theirs] = [languagesIn(shipped), folder === undefined ? [] : languagesIn(own)];
      return [...new Set([...ours, ...theirs])].sort().map((language) => {
        const file = `wording.${language}.yaml`;
        return {
          language,
          ...(ours.includes(language) ? { usual: readTextFile(join(shipped, file), `dialogs/${file}`) } : {}),
          ...(theirs.includes(language) ? { own: readTextFile(join(own, file), join(name, file)) } : {}),
        };
      });
    },
    faq() {
      const [from, called] = base;
      return readFolder(join(from, 'faq'), yaml).map((file) => ({ ...file, name: join(called, 'faq', file.name) }));
    },
    faqPath: (called) => join(base[0], 'faq', basename(called)),
    strange: readdirSync(own).filter(
      (one) => yaml.some((end) => one.endsWith(end)) && !known.includes(one) && !furtherName.test(one),
    ),
  };
}
