/** Other languages: named honestly, and read by a few plain words and by how the message is written. */
import type { Sign } from './signs.js';
import { spanOf, type Token, tokenSpan } from './tokens.js';
import { english, scripts, tongues } from './tongues.js';

export interface Foreign {
  readonly name: string;
  readonly signs: readonly Sign[];
}

/** For each everyday word, the tongues it belongs to; `here` is English. */
const here = tongues.length;
const owners = new Map<string, number[]>();
const learn = (words: Iterable<string>, tongue: number): void => {
  for (const word of words) owners.set(word, [...(owners.get(word) ?? []), tongue]);
};
learn(english, here);
tongues.forEach(({ common, bad }, i) => learn(`${common} ${bad}`.split(' '), i));
const bads = tongues.map(({ bad }) => new Set(bad.split(' ')));

/** Letters outside Latin; the counting below is only worth it when there are any. */
const exotic = /[\u0370-\u1cff\u3040-\ud7af]/;

function byScript(text: string): Foreign | undefined {
  if (!exotic.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0 || latin * 2 > letters) return undefined;
  const script = scripts.find(([, pattern]) => pattern.test(text));
  if (!script) return { name: 'another language', signs: [] };
  const person = script[2].exec(text);
  const signs = person ? [{ name: 'asks-person', value: 1, seen: spanOf(person), cue: 'asks-person' } as const] : [];
  return { name: script[0], signs };
}

/** A call for a person is short, often too short to name its language by: words without one of which none is made. */
const callWords = new Set(
  `mensch menschen mitarbeiter jemand jemandem chef vorgesetzten verantwortlichen ansprechpartner rufen ruf ruft anrufen
  zurückrufen verbinden quelqu'un humain conseiller conseillère responsable rappelez persona agente humano persoon mens
  medewerker persona operatore człowiekiem konsultantem pessoa atendente`.split(/\s+/),
);
const calls = tongues.flatMap(({ cues }) =>
  cues.filter(([cue]) => cue === 'asks-person').map(([, pattern]) => pattern),
);

/** Calls for a person in other languages, where the language is not named. */
export function readCall(text: string, tokens: readonly Token[]): readonly Sign[] {
  if (!tokens.some(({ word }) => callWords.has(word))) return [];
  const match = calls.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  return match ? [{ name: 'asks-person', value: 1, seen: spanOf(match), cue: 'asks-person' }] : [];
}

/** The language, when it is not English; `undefined` for English and for texts too short to tell. */
export function readForeign(text: string, tokens: readonly Token[]): Foreign | undefined {
  const script = byScript(text);
  if (script) return script;
  const votes = new Array<number>(here + 1).fill(0);
  for (const { word } of tokens) {
    const found = owners.get(word);
    if (found) for (const owner of found) votes[owner] = (votes[owner] ?? 0) + 1;
  }
  const most = Math.max(...votes.slice(0, here));
  const tongue = tongues[votes.indexOf(most)];
  if (!tongue || most < 2 || most <= (votes[here] ?? 0)) return undefined;
  const bad = bads[votes.indexOf(most)];
  const words = tokens.filter(({ word }) => bad?.has(word)).slice(0, 3);
  const cues = tongue.cues.flatMap(([cue, pattern]): readonly Sign[] => {
    const match = pattern.exec(text);
    return match ? [{ name: cue, value: 1, seen: spanOf(match), cue }] : [];
  });
  return {
    name: tongue.name,
    signs: [...words.map((token) => ({ name: 'bad-word', value: 1, seen: tokenSpan(token) }) as const), ...cues],
  };
}
