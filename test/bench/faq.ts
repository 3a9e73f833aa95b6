/** The FAQ against other engines of the JavaScript world, on the shop's own base and questions, in the same process. */
import { createRequire } from 'node:module';
import { LangEn } from '@nlpjs/lang-en-min';
import { Nlp } from '@nlpjs/nlp';
import MiniSearch from 'minisearch';
import { inPackage, readFolder, readTextFile } from '../../src/base/index.js';
import { checkFaq, checkLabelled, createFaq, type FaqEntry, type Labelled, outOfScope } from '../../src/faq/index.js';
import { type Figure, median, rounded } from './figure.js';

interface Engine {
  readonly name: string;
  /** The id of the entry it puts first. */
  first(text: string): string | undefined | Promise<string | undefined>;
}

interface Classifier {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
}

type Kind = 'BayesClassifier' | 'LogisticRegressionClassifier';

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

const natural =
  (kind: Kind) =>
  (entries: readonly FaqEntry[]): Engine => {
    const classifiers = need('natural/lib/natural/classifiers/index.js') as Readonly<
      Record<Kind, new () => Classifier>
    >;
    const classifier = new classifiers[kind]();
    for (const { id, ask, title } of entries) for (const text of [...ask, title]) classifier.addDocument(text, id);
    classifier.train();
    return { name: `natural's ${kind}`, first: (text) => classifier.classify(text) };
  };

function minisearch(entries: readonly FaqEntry[]): Engine {
  const index = new MiniSearch<{ id: number; text: string; entry: string }>({
    fields: ['text'],
    storeFields: ['entry'],
  });
  const texts = entries.flatMap(({ id, ask, title }) => [...ask, title].map((text) => ({ text, entry: id })));
  index.addAll(texts.map((given, id) => ({ ...given, id })));
  return { name: 'minisearch', first: (text) => index.search(text)[0]?.['entry'] as string | undefined };
}

async function nlpjs(entries: readonly FaqEntry[]): Promise<Engine> {
  const nlp = new Nlp({ autoSave: false, autoLoad: false, log: false, nlu: { log: false } });
  nlp.container.use(LangEn);
  nlp.addLanguage('en');
  for (const { id, ask, title } of entries) for (const text of [...ask, title]) nlp.addDocument('en', text, id);
  await nlp.train();
  const first = async (text: string) =>
    (await nlp.process('en', text)).classifications.find(({ intent }) => intent !== 'None')?.intent;
  return { name: '@nlpjs/nlp', first };
}

interface Measured {
  readonly engine: Engine;
  readonly buildMs: number;
  readonly right: number;
  readonly queryMs: number;
}

async function measure(build: () => Engine | Promise<Engine>, questions: readonly Labelled[]): Promise<Measured> {
  const begin = performance.now();
  const engine = await build();
  const buildMs = performance.now() - begin;
  for (const { text } of questions) await engine.first(text);
  const times: number[] = [];
  let right = 0;
  for (const { label, text } of questions) {
    const start = performance.now();
    const first = await engine.first(text);
    times.push(performance.now() - start);
    if (first === label) right += 1;
  }
  return { engine, buildMs, right: right / questions.length, queryMs: median(times) };
}

interface Matched {
  readonly name: string;
  readonly entries: readonly FaqEntry[];
  readonly questions: readonly Labelled[];
  readonly rivals: readonly ((entries: readonly FaqEntry[]) => Engine | Promise<Engine>)[];
}

function compare(name: string, own: Measured, other: Measured): readonly Figure[] {
  const figure = (what: string, unit: string, pick: (measured: Measured) => number): Figure => ({
    name: `${name} ${what}`,
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

async function match({ name, entries, questions, rivals }: Matched): Promise<readonly Figure[]> {
  const own = await measure(() => ours(entries), questions);
  const figures: Figure[] = [];
  for (const build of rivals) figures.push(...compare(name, own, await measure(() => build(entries), questions)));
  return figures;
}

/** The entries most asked for, with some of their ways, for an engine that would learn the whole base for minutes. */
const few = { entries: 20, ways: 6 };

/** Questions in scope only: the others have no rule for saying that they do not know. */
export async function faq(): Promise<readonly Figure[]> {
  const entries = valueOf(checkFaq(readFolder(inPackage('dialogs', 'faq'), ['.yaml'])));
  const labelled = valueOf(checkLabelled(readTextFile(inPackage('test', 'faq', 'questions.tsv'))));
  const questions = labelled.filter(({ label }) => label !== outOfScope);
  const times = (id: string): number => questions.filter(({ label }) => label === id).length;
  const most = entries.toSorted((one, other) => times(other.id) - times(one.id)).slice(0, few.entries);
  const small = most.map((entry) => ({ ...entry, ask: entry.ask.slice(0, few.ways) }));
  const ids = new Set(small.map(({ id }) => id));
  return [
    ...(await match({ name: 'faq', entries, questions, rivals: [natural('BayesClassifier'), minisearch, nlpjs] })),
    ...(await match({
      name: `faq of ${few.entries} entries`,
      entries: small,
      questions: questions.filter(({ label }) => ids.has(label)),
      rivals: [natural('BayesClassifier'), natural('LogisticRegressionClassifier')],
    })),
  ];
}
