/** What use teaches a base: how much better it answers after a stream of conversations, on questions it never met. */
import { join } from 'node:path';
import { inPackage, readFolder, readTextFile } from '../../src/base/index.js';
import {
  checkFaq,
  checkLabelled,
  createFaq,
  entriesOf,
  type Faq,
  type FaqEntry,
  type Labelled,
  type Lesson,
  outOfScope,
  scoreRows,
  waysOf,
  withWays,
} from '../../src/faq/index.js';
import { type Figure, rounded } from './figure.js';

const stream = 200;

function valueOf<Value>(
  checked: { kind: 'ok'; value: Value } | { kind: 'broken'; problems: readonly string[] },
): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join('\n'));
}

const labelled = (path: string): readonly Labelled[] => valueOf(checkLabelled(readTextFile(path)));

function answerOf(faq: Faq, text: string): string | null {
  const result = faq.ask(text);
  if (result.kind === 'answer') return result.entry.id;
  return result.kind === 'clarify' ? (result.entries[0]?.id ?? null) : null;
}

const mccOf = (faq: Faq, questions: readonly Labelled[]): number =>
  scoreRows(
    questions.map(({ label, text }) => ({
      ...{ label, text, answer: answerOf(faq, text) },
      ...{ ranked: [], known: faq.rank(text).known, confidence: faq.rank(text).confidence },
    })),
  ).mcc;

/**
 * Each question comes from another person: who is answered right says so, who is shown the entry picks it, who is shown
 * another than theirs says that it is none, and an agent answers the rest with the entry.
 */
function lessonsOf(faq: Faq, questions: readonly Labelled[]): readonly Lesson[] {
  return questions
    .flatMap(({ label, text }, at): readonly Lesson[] => {
      const told = { text, person: `person ${at}` };
      const answered = answerOf(faq, text);
      const fits = label === outOfScope ? [] : [{ ...told, id: label, fits: true }];
      const fails = answered === null || answered === label ? [] : [{ ...told, id: answered, fits: false }];
      return [...fits, ...fails];
    })
    .toReversed();
}

function learnt(entries: readonly FaqEntry[], half: readonly Labelled[], rest: readonly Labelled[]) {
  const faq = createFaq(entries);
  const ways = waysOf(entries, lessonsOf(faq, half.slice(0, stream)));
  return { before: mccOf(faq, rest), after: mccOf(createFaq(withWays(entries, ways)), rest) };
}

function figuresOf(name: string, entries: readonly FaqEntry[], questions: readonly Labelled[]): readonly Figure[] {
  const halves = [0, 1].map((which) => questions.filter((_, at) => at % 2 === which));
  return halves.map((half, which): Figure => {
    const { before, after } = learnt(entries, half, halves[1 - which] ?? []);
    return {
      name: `learning ${name}, ${which === 0 ? 'first' : 'second'} half taught`,
      value: rounded(100 * after),
      unit: 'MCC on the other half',
      against: `before: ${rounded(100 * before)}`,
      ratio: rounded(after / before),
    };
  });
}

/** The shop with four ways of asking an entry; `folder`: one of `train.tsv` and `test.tsv`, instead. */
export function learning(folder?: string): Promise<readonly Figure[]> {
  if (folder !== undefined) {
    const base = entriesOf(labelled(join(folder, 'train.tsv')));
    return Promise.resolve(figuresOf(folder, base, labelled(join(folder, 'test.tsv'))));
  }
  const entries = valueOf(checkFaq(readFolder(inPackage('dialogs', 'faq'), ['.yaml'])));
  const few = entries.map((entry) => ({ ...entry, ask: entry.ask.slice(0, 4) }));
  const others = entries.flatMap(({ id, ask }) => ask.slice(4).map((text) => ({ label: id, text, at: id })));
  const strangers = labelled(inPackage('test', 'faq', 'questions.tsv')).filter(({ label }) => label === outOfScope);
  const mixed = [...others, ...strangers].toSorted(
    (one, other) => ((one.text.length * 7919) % 101) - ((other.text.length * 7919) % 101),
  );
  return Promise.resolve(figuresOf('shop', few, mixed));
}
