/** HTML as people read it: lines, what is quoted apart from what is said, and pictures by their words. */
import { Parser } from 'htmlparser2';

export interface Read {
  readonly text: string;
  /** What stands in a `<blockquote>`: the words that are replied to. */
  readonly quote?: string;
}

/** These begin a line of their own. */
const blocks: ReadonlySet<string> = new Set('p div br li tr ul ol table h1 h2 h3 h4 h5 h6 pre hr'.split(' '));
/** Nothing of these is read. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
/** Teams and Skype mark a mention so; the text names the bot itself only to call it. */
const isMention = (name: string, { itemtype = '' }: Readonly<Record<string, string>>): boolean =>
  name === 'at' || itemtype.endsWith('/Mention');

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]{1,1000}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,1000}/g, '\n\n')
    .trim();

/** `own`: the name of the bot, whose mention is not a word of the message. */
export function readHtml(html: string, own?: string): Read {
  const parts = { text: '', quote: '' };
  let [quoted, hidden] = [0, 0];
  let mentioned: string | undefined;
  const add = (words: string) => {
    if (hidden > 0) return;
    if (mentioned !== undefined) mentioned += words;
    else if (quoted > 0) parts.quote += words;
    else parts.text += words;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) hidden += 1;
        if (name === 'blockquote') quoted += 1;
        if (blocks.has(name)) add('\n');
        if (name === 'emoji' || name === 'img') add(attributes['alt'] ?? '');
        if (isMention(name, attributes)) mentioned = '';
      },
      ontext: (words) => add(words.replace(/\s{1,1000}/g, ' ')),
      onclosetag(name) {
        if (silent.has(name)) hidden -= 1;
        if (name === 'blockquote') quoted -= 1;
        if (mentioned !== undefined && (name === 'at' || name === 'span')) {
          const who = mentioned;
          mentioned = undefined;
          add(who.trim() === own ? ' ' : who);
        }
        if (blocks.has(name) && name !== 'br') add('\n');
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const [text, quote] = [tidy(parts.text), tidy(parts.quote)];
  return quote === '' ? { text } : { text, quote };
}
