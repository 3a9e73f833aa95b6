/** Words by which a language is greeted in, and asked for. */

/** A word of these is said first in one language only. */
const greetings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'hello hi hey thanks please help',
    de: 'hallo danke bitte moin servus hilfe guten rechnung bestellung lieferung rücksendung',
    fr: 'bonjour bonsoir salut merci aide',
    es: 'hola buenas gracias ayuda',
    it: 'ciao buongiorno buonasera grazie aiuto',
    nl: 'hoi goedemorgen goedemiddag bedankt dankjewel hulp',
    pt: 'olá obrigado obrigada ajuda',
    pl: 'cześć dzień dziękuję pomoc witam',
    sv: 'hej tack hjälp',
    tr: 'merhaba selam teşekkürler yardım',
  }).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
);

/** The language of a message of one or two words that begins with one of them. */
export const greeted = (words: readonly string[]): string | undefined =>
  words.length > 0 && words.length < 3 ? greetings.get(words[0]?.toLowerCase() ?? '') : undefined;

/** What each language is called, in these ten. */
const names: Readonly<Record<string, string>> = {
  en: 'english|englisch|anglais|inglés|ingles|inglese|engels|inglês|angielski|angielsku|engelska|ingilizce',
  de: 'german|deutsch|allemand|alemán|aleman|tedesco|duits|alemão|niemiecki|niemiecku|tyska|almanca',
  fr: 'french|französisch|franzoesisch|français|francais|francés|frances|francese|frans|francês|francuski|francusku|franska|fransızca',
  es: 'spanish|spanisch|espagnol|español|espanol|spagnolo|spaans|espanhol|hiszpański|hiszpańsku|spanska|ispanyolca',
  it: 'italian|italienisch|italiano|italiaans|włoski|włosku|italienska|italyanca',
  nl: 'dutch|niederländisch|holländisch|néerlandais|holandés|neerlandés|olandese|nederlands|holandês|neerlandês|holenderski|holländska|nederländska|hollandaca|felemenkçe',
  pt: 'portuguese|portugiesisch|portugais|portugués|portoghese|portugees|português|portugues|portugalski|portugalsku|portugisiska|portekizce',
  pl: 'polish|polnisch|polonais|polaco|polacco|pools|polonês|polski|polsku|polska|lehçe',
  sv: 'swedish|schwedisch|suédois|sueco|svedese|zweeds|szwedzki|svenska|isveççe',
  tr: 'turkish|türkisch|turc|turco|turks|turecki|turkiska|türkçe|turkce',
};
const languages: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([language, called]) => called.split('|').map((name) => [name, language] as const)),
);

/** What may stand around the name of the language that is asked for. */
const around = new Set(
  `can could you we i do does may is it possible please speak talk write answer reply continue switch chat to in into with
  me now only a little the language anyone anybody there who speaks someone somebody hello hi thanks sorry prefer want need would like
  kann können könnten kannst sie du ihr wir ich bitte auf in sprechen sprichst sprecht schreiben antworten reden weiter weitermachen hier jemand
  mit mir geht das auch nur lieber möchte will hallo danke es ist möglich spricht
  pouvez vous peux tu nous je parlez parler répondre répondez écrire en s'il te plaît plait svp bonjour merci est-ce que
  puede puedes podemos hablar habla hablas hablan habláis responder escribir por favor hola gracias en español
  può puoi possiamo parlare parla parli rispondere scrivere per piacere favore ciao grazie
  kunt kun je u wij we spreken spreek praten antwoorden schrijven het alstublieft alsjeblieft graag hallo
  pode podes podemos falar fala falas escrever olá obrigado obrigada se faz
  czy może możesz możemy mówić mówi pisać odpowiedzieć po proszę
  kan du ni vi prata tala skriva svara på tack snälla
  lütfen konuşabilir misiniz yazabilir miyiz konuşalım`.split(/\s+/),
);
const mostWords = 9;

/** The language that a message asks for, and nothing else with it: "auf Deutsch bitte", "do you speak English?". */
export function askedFor(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'-]+/gu) ?? [];
  if (words.length > mostWords) return undefined;
  if (words.length === 1 && words[0] === 'polish') return undefined; // for shoes, more likely
  const asked = new Set(words.flatMap((word) => languages.get(word) ?? []));
  const [language] = asked;
  return asked.size === 1 && words.every((word) => languages.has(word) || around.has(word)) ? language : undefined;
}
