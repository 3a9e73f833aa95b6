/** What hostile customers, sites and agents send, by the door they send it through. */
export interface Hostile {
  readonly door: Door;
  readonly what: string;
  readonly input: string;
}

export type Door =
  'text' | 'waiting' | 'choice' | 'name' | 'id' | 'wire' | 'mentions' | 'raw' | 'comment' | 'note' | 'search';

/** As much as a message is kept with, and a little more. */
const longest = 20_000;
const fill = (pump: string, size = longest): string => pump.repeat(Math.floor(size / pump.length));
/** No two words alike, so that nothing remembered helps. */
const strange = (count: number): string =>
  Array.from({ length: count }, (_, n) => ((n * 2_654_435_761) % 2 ** 32).toString(36).replace(/\d/g, 'q')).join(' ');
const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);

const texts: readonly (readonly [string, string])[] = [
  ['exclamation marks and a letter', `${'!'.repeat(longest - 1)}x`],
  ['exclamation marks to the limit of thought', `${'!'.repeat(3998)}x`],
  ['emoji', fill('😡', 4000)],
  ['families', fill('👨‍👩‍👧‍👦', 4000)],
  ['joiners', fill('\u200d', 4000)],
  ['quotes', fill('"', 4000)],
  ['curly quotes', fill('’', 4000)],
  ['one letter under marks', `e${fill('\u0301', 3999)}`],
  ['zalgo', fill('a\u0301\u0302\u0303\u0304\u0305', 4000)],
  ['overrides of direction', fill('\u202ea', 4000)],
  ['right to left', fill('שלום عربي ', 4000)],
  ['accents after letters', fill('aé', 4000)],
  ['one sign that stands for eighteen', fill('\ufdfa', 4000)],
  ['Hangul', fill('각', 4000)],
  ['letters that grow when they are small', fill('İ', 4000)],
  ['half pairs', fill('\ud83d', 4000)],
  ['spaces and a letter', `${' '.repeat(3998)}x`],
  ['one word', fill('a', 4000)],
  ['strange words', strange(560)],
  ['clauses', fill('is there? ', 4000)],
  ['asking for a person without end', fill('talk to ', 4000)],
  ['waiting without end', fill('warte ', 4000)],
  ['a language and its words for waiting', fill('llevo está ', 4000)],
  ['links', fill('http://!!.. ', 4000)],
  ['brackets', fill('[a](', 4000)],
];
const of = (door: Door, list: readonly (readonly [string, string])[]): readonly Hostile[] =>
  list.map(([what, input]) => ({ door, what, input }));

/** A plain input for each door, that the hostile ones are weighed against. */
export const plain: Readonly<Record<Door, string>> = {
  text: 'hello there',
  waiting: 'hello there',
  choice: 'solved',
  name: 'Zoë',
  id: 'c-7',
  wire: 'hello there',
  mentions: '1',
  raw: '{"type":"message","text":"hello there"}',
  comment: 'it was fine',
  note: 'a note',
  search: 'delivery',
};

export const hostile: readonly Hostile[] = [
  ...of('text', texts),
  ...of('waiting', [texts[0]!, ['six digits, nearly', fill('1 ()./-', 4000)]]),
  ...of('choice', [
    ['marks', '!'.repeat(200)],
    ['a choice of everything', fill('faq:', 60_000)],
  ]),
  ...of('name', [
    ['a long name', fill('Z\u0301', 200)],
    ['directions', fill('\u202e', 200)],
  ]),
  ...of('id', [['signs of keys', fill('{}:*[', 200)]]),
  ...of('wire', [
    ['mentions that do not close', fill('<at>', longest)],
    ['spaces of HTML', fill('&nbsp;', 200_000)],
  ]),
  ...of('mentions', [['thousands of them', '3000']]),
  ...of('raw', [
    ['deep arrays', `{"type":"message","text":"x","value":${deep('[', ']', 60_000)}}`],
    ['deep objects', `{"type":"message","text":"x","channelData":${deep('{"a":', '}', 20_000).replace('}', '1}')}}`],
    ['very many keys', `{"type":"message","text":"x",${Array.from({ length: 15_000 }, (_, n) => `"k${n}":0`).join()}}`],
  ]),
  ...of('comment', [
    ['marks', `${'!'.repeat(longest - 1)}x`],
    ['question marks', fill('?', longest)],
  ]),
  ...of('note', [
    ['marks', `${'!'.repeat(7998)}x`],
    ['brackets', fill('[', 8000)],
  ]),
  ...of('search', [
    ['one letter words', fill('a ', 200)],
    ['marks', fill('é̂', 200)],
  ]),
];
