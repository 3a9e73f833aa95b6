/** Questions that had no answer, put together by what they ask, and written as drafts for a person to approve. */
import { stringify } from 'yaml';
import { commonWords, wordsOf } from '../language/index.js';
import { createFeatures, type Features } from './features.js';
import { countFeatures, type Space, spaceOf } from './space.js';

export interface OpenQuestion {
  readonly text: string;
  /** What an agent answered to it. */
  readonly answer?: string;
}

export interface Gap {
  /** How often it was asked. */
  readonly times: number;
  /** The different ways it was asked, the most typical first. */
  readonly ask: readonly string[];
  /** What agents answered, the most frequent first. */
  readonly answers: readonly string[];
}

/** Cosine from which on two questions are taken for the same. */
const alike = 0.4;
/** The language that questions are put together in. */
const drafted = 'en';
const mostWays = 12;
const mostAnswers = 3;

/** What a question is about: its stems and, at half their weight in all, the ideas behind them, each by how rare it is. */
type Topic = ReadonlyMap<string, number>;

interface Group {
  readonly questions: OpenQuestion[];
  readonly topics: Topic[];
  /** The sum of its topics, and the square of its length. */
  readonly sum: Map<string, number>;
  squares: number;
}

function topicOf({ stems, ideas }: Features, space: Space): Topic {
  const topic = new Map<string, number>();
  stems.forEach((stem, place) => {
    topic.set(stem, space.rarity(stem));
    const behind = ideas[place] ?? [];
    for (const idea of behind) topic.set(`#${idea}`, space.rarity(stem) / 2 / behind.length);
  });
  const length = Math.sqrt([...topic.values()].reduce((total, x) => total + x * x, 0)) || 1;
  return new Map([...topic].map(([part, x]) => [part, x / length]));
}

function cosine(topic: Topic, { sum, squares }: Group): number {
  let product = 0;
  for (const [part, x] of topic) product += x * (sum.get(part) ?? 0);
  return squares <= 0 ? 0 : product / Math.sqrt(squares);
}

function join(group: Group, question: OpenQuestion, topic: Topic): void {
  group.questions.push(question);
  group.topics.push(topic);
  for (const [part, x] of topic) {
    const before = group.sum.get(part) ?? 0;
    group.sum.set(part, before + x);
    group.squares += x * (2 * before + x);
  }
}

/** The distinct texts, most frequent first; what is equally frequent stays in order. */
function distinct(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}

function gapOf(group: Group): Gap {
  const near = new Map(
    group.questions.map(({ text }, at) => [text, cosine(group.topics[at] ?? new Map<string, number>(), group)]),
  );
  const ways = [...near].sort(([, one], [, other]) => other - one).map(([text]) => text);
  const answers = distinct(group.questions.flatMap(({ answer }) => answer ?? []));
  return { times: group.questions.length, ask: ways.slice(0, mostWays), answers: answers.slice(0, mostAnswers) };
}

/** Each question joins the nearest group, or begins one of its own; the most frequent gaps come first. */
export function gapsOf(questions: readonly OpenQuestion[]): readonly Gap[] {
  const featuresOf = createFeatures(drafted);
  const asked = questions
    .map((question) => ({ question, features: featuresOf(wordsOf(question.text)) }))
    .filter(({ features }) => features.stems.length > 0);
  const space = spaceOf(
    countFeatures(
      asked.map(({ features }) => features),
      drafted,
    ),
  );
  const groups: Group[] = [];
  for (const { question, features } of asked) {
    const topic = topicOf(features, space);
    const [nearest] = groups
      .map((group) => ({ group, near: cosine(topic, group) }))
      .sort((one, other) => other.near - one.near);
    const fresh: Group = { questions: [], topics: [], sum: new Map(), squares: 0 };
    const fits = nearest !== undefined && nearest.near >= alike;
    if (!fits) groups.push(fresh);
    join(fits ? nearest.group : fresh, question, topic);
  }
  return groups.map(gapOf).sort((one, other) => other.times - one.times);
}

/** Addresses and long numbers belong to a customer, not into a knowledge base. */
const hidden = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => (/[^@]@[^@]/.test(word) ? '…' : word))
    .join(' ')
    .replace(/\+?\d[\d ()/-]{4,30}\d/g, '…')
    .trim();

const longestTitle = 60;

function titleOf(text: string): string {
  if (text.length <= longestTitle) return text;
  const cut = text.slice(0, longestTitle - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}

/** Up to four telling words of the first way of asking, and a number when they are taken. */
function idOf(text: string, taken: Set<string>): string {
  const words = wordsOf(text).filter((word) => /^[a-z]+$/.test(word) && !commonWords.has(word));
  const name = ['draft', ...words.slice(0, 4)].join('-');
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
  taken.add(id);
  return id;
}

/**
 * The gaps as a file of the knowledge base. An entry without an answer of an agent has an empty one: the file is
 * refused until somebody has written it, so nothing gets in unread.
 */
export function draftsOf(gaps: readonly Gap[], ids: readonly string[]): string {
  const taken = new Set(ids);
  const entries = gaps.map(({ times, ask, answers }) => {
    const ways = distinct(ask.map(hidden)).filter((way) => wordsOf(way).length > 0);
    const [first = '…'] = ways;
    const others = answers.slice(1).map((answer) => `# an agent also answered: ${hidden(answer)}\n`);
    const entry = { id: idOf(first, taken), title: titleOf(first), ask: ways, answer: hidden(answers[0] ?? '') };
    return `# asked ${times} ×\n${others.join('')}${stringify([entry], { lineWidth: 110 })}`;
  });
  const body = entries.join('\n').replace(/^(?=.)/gm, '  ');
  return `# Drafts: complete them, move what is good into the knowledge base, and delete the rest.\nentries:\n${body}`;
}
