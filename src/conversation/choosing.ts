/** What is on offer at a moment, and whether a message takes it: tapped, typed word for word, or said in other words. */
import { withoutEnd } from '../base/index.js';
import type { Choice, Message, Reply } from './episode.js';
import { readWays, type Ways } from './replies.js';

/** What can be chosen while the conversation waits somewhere. */
export interface Offered {
  readonly choices: readonly Choice[];
  readonly ways?: Ways;
  readonly form?: Reply['form'];
  /** What stands under any sentence that offers it: the ends of a scale. */
  readonly legend?: string;
}

export const nothingOffered: Offered = { choices: [] };

export type Picked =
  /** `pressed`: tapped or typed by its title; otherwise said in other words. */
  | { readonly kind: 'choice'; readonly value: string; readonly pressed: boolean }
  /** Tapped, but not on offer any more. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'words' };

const plain = (text: string) => withoutEnd(text.trim().toLowerCase(), '.!?');

/** `standing`: what can be chosen all the time; what was asked last comes first. */
export function pick(
  said: Pick<Message, 'text' | 'value'>,
  asked: Offered,
  standing: Offered = nothingOffered,
): Picked {
  const all = [...asked.choices, ...standing.choices];
  if (said.value !== undefined) {
    const on = all.some(({ value }) => value === said.value);
    return on ? { kind: 'choice', value: said.value, pressed: true } : { kind: 'stale' };
  }
  const typed = plain(said.text);
  const titled = all.find(({ title }) => plain(title) === typed);
  if (titled !== undefined) return { kind: 'choice', value: titled.value, pressed: true };
  const meant = [asked, standing]
    .map(
      ({ choices, ways }) =>
        ways &&
        readWays(
          said.text,
          choices.map(({ value }) => value),
          ways,
        ),
    )
    .find((value) => value !== undefined);
  return meant === undefined ? { kind: 'words' } : { kind: 'choice', value: meant, pressed: false };
}
