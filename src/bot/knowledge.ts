/** The knowledge base while it runs: read again when its files change, learnt between turns, swapped in one go. */
import type { Log, TextFile } from '../base/index.js';
import { checkFaq, type Faq, finishGently, inspectFaq, learnFaq } from '../faq/index.js';

export interface KnowledgeOptions {
  /** What was learnt at the start. */
  readonly faq: Faq;
  /** The files as they are now. */
  readonly read: () => readonly TextFile[];
  /** Lets turns run between two steps of learning, when it is time to. */
  readonly pause: () => Promise<void> | undefined;
  readonly log: Log;
}

export interface Knowledge {
  /** Always answers from the newest base that is whole. */
  readonly faq: Faq;
  /** Looks at the files; a broken base is told, and the old one stays. */
  look(): Promise<'same' | 'broken' | 'learnt'>;
  /** Tells in the log what an editor should look at, once for each state of the files. */
  review(): Promise<void>;
}

const shapeOf = (files: readonly TextFile[]): string => JSON.stringify(files);

export function createKnowledge({ faq: first, read, pause, log }: KnowledgeOptions): Knowledge {
  let current = first;
  let seen = shapeOf(read());
  let reviewed: string | undefined;
  return {
    faq: {
      get version() {
        return current.version;
      },
      ask: (text, options) => current.ask(text, options),
      entry: (id) => current.entry(id),
      tagged: (tag) => current.tagged(tag),
      search: (text, limit) => current.search(text, limit),
      rank: (text, options) => current.rank(text, options),
    },
    async look() {
      const files = read();
      const shape = shapeOf(files);
      if (shape === seen) return 'same';
      seen = shape;
      const checked = checkFaq(files);
      if (checked.kind === 'broken') {
        const { problems } = checked;
        log.error({ problems, version: current.version }, 'the changed knowledge base is broken; the old one stays');
        return 'broken';
      }
      current = await finishGently(learnFaq(checked.value), pause);
      log.info({ version: current.version, entries: checked.value.length }, 'the knowledge base was read again');
      return 'learnt';
    },
    async review() {
      if (reviewed === seen) return;
      reviewed = seen;
      const checked = checkFaq(read());
      if (checked.kind === 'broken') return;
      const warnings = await finishGently(inspectFaq(checked.value), pause);
      if (warnings.length > 0) log.warn({ warnings }, 'the knowledge base works, but some entries need an editor');
    },
  };
}
