/** The sentences of all languages, from their files; what a company says differently lies over what ships. */
import { type Checked, checkYaml, type TextFile } from '../base/index.js';
import {
  type Brand,
  checkOwnWording,
  createTongues,
  createWords,
  checkFurtherWording,
  type FurtherWording,
  type Tongues,
  type Wording,
  wording,
} from '../conversation/index.js';
import { spokenIn } from '../language/index.js';

/** The language of what ships as `wording.yaml`. */
const shipped = 'en';

export interface Further {
  /** ISO 639-1. */
  readonly language: string;
  readonly usual?: TextFile;
  readonly own?: TextFile;
}

interface Files {
  readonly wording: TextFile;
  readonly usualWording?: TextFile;
  readonly further?: readonly Further[];
}

export interface Texts {
  readonly languages: ReadonlyMap<string, Wording>;
  /** The language of the company's own `wording.yaml`. */
  readonly main: string;
}

const entries = (file: TextFile): readonly string[] =>
  file.text.split('\n').flatMap((line) => (line.startsWith('#') ? [] : [line.replace(/^\s*[\w-]+:/, '')]));

/** Of a company that has written its sentences in another language than ours. */
const languageOf = (file: TextFile): string =>
  spokenIn(entries(file).join(' '), { kept: shipped, begun: true }).language;

function checkFurther({ usual, own }: Further, english: Wording): Checked<FurtherWording> {
  const file = usual ?? own;
  if (file === undefined) return { kind: 'ok', value: { texts: english, missing: [] } };
  const whole = checkFurtherWording(file, english);
  if (whole.kind === 'broken' || usual === undefined || own === undefined) return whole;
  const over = checkOwnWording(own, whole.value.texts);
  return over.kind === 'broken' ? over : { kind: 'ok', value: { ...whole.value, texts: over.value } };
}

export function checkSpeech({ wording: file, usualWording, further = [] }: Files): Checked<Texts> {
  const usual = checkYaml(usualWording ?? file, wording);
  if (usual.kind === 'broken') return usual;
  const english = usual.value.value;
  const main = usualWording === undefined ? shipped : languageOf(file);
  // the company's own file is of its language, over what ships in that
  const all = further.map((one) => (one.language === main && one.own === undefined ? { ...one, own: file } : one));
  const found = [
    ...all,
    ...(all.some(({ language }) => language === main) || main === shipped
      ? []
      : [{ language: main, ...(usualWording && { usual: usualWording }), own: file }]),
  ];
  const checked = found.map((one) => [one.language, checkFurther(one, english)] as const);
  const own =
    usualWording === undefined || main !== shipped
      ? ({ kind: 'ok', value: english } as const)
      : checkOwnWording(file, english);
  const texts = own.kind === 'broken' ? own : ({ kind: 'ok', value: { texts: own.value, missing: [] } } as const);
  const results = [['en', texts] as const, ...checked];
  const problems = results.flatMap(([, one]) => (one.kind === 'broken' ? one.problems : []));
  if (problems.length > 0) return { kind: 'broken', problems };
  const languages = results.flatMap(([language, one]) =>
    one.kind === 'ok' ? [[language, one.value.texts] as const] : [],
  );
  return { kind: 'ok', value: { languages: new Map(languages), main } };
}

/** `brand`: the name may stand in any sentence. */
export function speechOf({ languages, main }: Texts, { name, language = main }: Brand): Tongues {
  const words = [...languages].map(([one, texts]) => [one, createWords(texts, { brand: name })] as const);
  return createTongues(new Map(words), languages.has(language) ? language : main);
}
