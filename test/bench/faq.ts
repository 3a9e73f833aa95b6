/** The FAQ against other engines of the JavaScript world, on the shop's own base and questions, in the same process. */
import { createRequire } from 'node:module';
import { inPackage, readFolder, readTextFile } from '../../src/base/index.js';
import { checkFaq, checkLabelled, createFaq, type FaqEntry, type Labelled, outOfScope } from '../../src/faq/index.js';
import { type Figure, median, rounded } from './figure.js';

interface Engine {
  readonly name: string;
  /** The id of the entry it puts first. */
  first(text: string): string | undefined;
}

interface Classifier {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
}

interface Classifiers {
  readonly BayesClassifier: new () => Classifier;
}

const need = createRequire(import.meta.url);

function valueOf<Value>(
  checked: { kind: 'ok'; value: Value } | { kind: 'broken'; problems: readonly string[] },
): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join('\n'));
}

function ours(entries: readonly FaqEntry[]): Engine {
  const faq = createFaq(entries);
  return { name: 'ours', first: (text) => faq.rank(text).ranked[0]?.entry.id };
}

function bayes(entries: readonly FaqEntry[]): Engine {
  const { BayesClassifier } = need('natural/lib/natural/classifiers/index.js') as Classifiers;
  const classifier = new BayesClassifier();
  for (const { id, ask, title } of entries) for (const text of [...ask, title]) classifier.addDocument(text, id);
  classifier.train();
  return { name: "natural's BayesClassifier", first: (text) => classifier.classify(text) };
}

interface Measured {
  readonly engine: Engine;
  readonly buildMs: number;
  readonly right: number;
  readonly queryMs: number;
}

function measure(build: () => Engine, questions: readonly Labelled[]): Measured {
  const begin = performance.now();
  const engine = build();
  const buildMs = performance.now() - begin;
  for (const { text } of questions) engine.first(text);
  const times: number[] = [];
  let right = 0;
  for (const { label, text } of questions) {
    const start = performance.now();
    const first = engine.first(text);
    times.push(performance.now() - start);
    if (first === label) right += 1;
  }
  return { engine, buildMs, right: right / questions.length, queryMs: median(times) };
}

function compare(own: Measured, other: Measured): readonly Figure[] {
  const figure = (name: string, unit: string, pick: (measured: Measured) => number): Figure => ({
    name: `faq ${name}`,
    value: rounded(pick(own)),
    unit,
    against: `${other.engine.name}: ${rounded(pick(other))}`,
    ratio: rounded(pick(own) / pick(other)),
  });
  return [
    figure('right at first', 'share of questions', ({ right }) => right),
    figure('question, median', 'ms', ({ queryMs }) => queryMs),
    figure('build', 'ms', ({ buildMs }) => buildMs),
  ];
}

/** Questions in scope only: the others have no rule for saying that they do not know. */
export function faq(): Promise<readonly Figure[]> {
  const entries = valueOf(checkFaq(readFolder(inPackage('dialogs', 'faq'), ['.yaml'])));
  const labelled = valueOf(checkLabelled(readTextFile(inPackage('test', 'faq', 'questions.tsv'))));
  const questions = labelled.filter(({ label }) => label !== outOfScope);
  const own = measure(() => ours(entries), questions);
  return Promise.resolve(
    compare(
      own,
      measure(() => bayes(entries), questions),
    ),
  );
}
