/** The knowledge base while it runs: read again when its files change, learnt aside, swapped in one go. */
import type { Checked, Log, TextFile } from '../base/index.js';
import { type Faq, faqOf, type LearntBase, type Way } from '../faq/index.js';

/** Where a base is learnt; turns go on meanwhile. */
export interface Study {
  learn(files: readonly TextFile[], ways?: readonly Way[]): Promise<Checked<LearntBase>>;
  /** What an editor should look at. */
  review(files: readonly TextFile[]): Promise<readonly string[]>;
}

export interface BaseWatchOptions {
  /** What was learnt at the start. */
  readonly faq: Faq;
  /** The files as they are now. */
  readonly read: () => readonly TextFile[];
  readonly study: Study;
  readonly log: Log;
}

export interface BaseWatch {
  /** Always uses the newest base without mistakes. */
  readonly faq: Faq;
  /** What use has taught by now, all of it: the next look learns it. */
  taught(ways: readonly Way[]): void;
  /** Reads the files again if they, or what use taught, changed; a base with mistakes is reported, and the old one stays in use. */
  look(): Promise<'same' | 'broken' | 'learnt'>;
  /** Logs what an editor should look at, once for each state of the files. */
  review(): Promise<void>;
}

const shapeOf = (...of: readonly unknown[]): string => JSON.stringify(of);

export function createBaseWatch({ faq: first, read, study, log }: BaseWatchOptions): BaseWatch {
  let current = first;
  let ways: readonly Way[] = [];
  let seen = shapeOf(read(), ways);
  let reviewed: string | undefined;
  return {
    faq: {
      get version() {
        return current.version;
      },
      ask: (text, options) => current.ask(text, options),
      get languages() {
        return current.languages;
      },
      entry: (id, language) => current.entry(id, language),
      tagged: (tag, language) => current.tagged(tag, language),
      search: (text, limit) => current.search(text, limit),
      rank: (text, options) => current.rank(text, options),
    },
    taught: (all) => void (ways = all),
    async look() {
      const files = read();
      const shape = shapeOf(files, ways);
      if (shape === seen) return 'same';
      const learnt = await study.learn(files, ways);
      seen = shape;
      if (learnt.kind === 'broken') {
        const { problems } = learnt;
        log.error({ problems, version: current.version }, 'the changed knowledge base is broken; the old one stays');
        return 'broken';
      }
      current = faqOf(learnt.value);
      log.info(
        { version: current.version, entries: learnt.value.entries.length, learnt: ways.length },
        'the knowledge base was read again',
      );
      return 'learnt';
    },
    async review() {
      if (reviewed === seen) return;
      reviewed = seen;
      const warnings = await study.review(read());
      if (warnings.length > 0) log.warn({ warnings }, 'the knowledge base works, but some entries need an editor');
    },
  };
}
