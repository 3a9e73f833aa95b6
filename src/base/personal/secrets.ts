/** Passwords, PINs and check numbers: what is said to be one. The words around it stay. */
import { withoutEnd } from '../text.js';
import type { Span } from './groups.js';

const word =
  'pass ?words?|pass ?phrase|pass ?code|passwd|pwd|passwort|kennwort|geheimzahl|mot de passe|contraseña|wachtwoord|senha|hasło';
const number = 'pin(?:[ -]?code)?|tan|cv[cv]2?|cvv-?(?:code|nummer)|security code|check number|prüf(?:ziffer|nummer)';
const says = '(?:is|was|ist|war|lautet|est|es|è|é|to)';
const gap = '[ \\t\\u00a0]{0,3}';
const quote = '["\'“”„«`]?';

/** What is named, how it is said, and the secret: the last group of each. */
const labelled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${word}|${number})(?:${gap}(?:${says}${gap})?(?:[:=]|->)${gap})(${quote})([^\\s"'“”„«\`&,;<>\\[\\]]{3,64})`,
  'giu',
);
const told = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${word})${gap} ${says} ${gap}(${quote})([^\\s"'“”„«\`<>\\[\\]]{4,64})`,
  'giu',
);
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${number})(?: ${says})? {1,2}()(\\d{3,12})(?![\\p{L}\\p{N}])`,
  'giu',
);
const beside = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${word}) {1,2}()((?=[^\\s\\[\\]]{0,63}\\d)(?=[^\\s\\[\\]]{0,63}\\p{L})[^\\s\\[\\]"<>]{6,64})`,
  'giu',
);
/** In an address: `redis://somebody:secret@host`. */
const inAddress = /(?<=:\/\/[^\s/@:]{0,64}:)()([^\s/@[\]]{1,128})(?=@)/gu;

/** Goes on about a password, and is none. */
const ordinary = new Set(
  (
    'wrong incorrect invalid expired never always still also correct right being reset required blocked locked lost gone ' +
    'weak strong secure unknown different case-sensitive forgotten changed saved okay fine working unsafe missing needed ' +
    'refused rejected accepted rejecting that what this there here only just about sent short long empty unsafe your mine ' +
    'nicht falsch richtig abgelaufen ungültig vergessen immer noch auch gesperrt weiterhin leider korrekt unbekannt ' +
    'geändert zurückgesetzt zurücksetzen eine einem ihre mein dein sicher unsicher dass wurde worden incorrecto perdu ' +
    'oublié incorrect faux onjuist vergeten'
  ).split(' '),
);

/** Without a sign for it, a plain word is a secret only where the sentence ends with it. */
function isSecret(secret: string, rest: string): boolean {
  if (/\d|\p{L}[^\p{L}\p{N}]\S|\p{Ll}\p{Lu}/u.test(secret)) return true;
  return !ordinary.has(secret.toLowerCase()) && /^\s*(?:$|[.!?,;\n]|and\b|und\b)/u.test(rest);
}

interface Way {
  readonly of: RegExp;
  /** It has to look like a secret, because a sentence may go on like this. */
  readonly doubtful?: true;
}
const ways: readonly Way[] = [
  { of: inAddress },
  { of: labelled },
  { of: told, doubtful: true },
  { of: numbered },
  { of: beside },
];

export function findSecrets(text: string): readonly Span[] {
  return ways.flatMap(({ of, doubtful }) =>
    [...text.matchAll(of)].flatMap((found): readonly Span[] => {
      const [all, quoted = '', given = ''] = found;
      const secret = withoutEnd(given, '.!?,;:)');
      const at = found.index + all.length - given.length;
      const end = at + secret.length;
      if (secret === '' || ordinary.has(secret.toLowerCase())) return [];
      const doubted = doubtful === true && quoted === '' && !isSecret(secret, text.slice(end, end + 8));
      return doubted ? [] : [{ at, end }];
    }),
  );
}
