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

const isNumber = /^\d{1,2}$/;

/** Whether choices are numbered where they are no buttons: those that are numbers themselves (a scale) need no other. */
export const numbered = (choices: readonly Choice[]): boolean => !choices.every(({ title }) => isNumber.test(title));

/** The choice of those shown that a text names by its number: "2", "2." or "2)". */
function byNumber(text: string, shown: readonly Choice[]): Choice | undefined {
  const [, number] = /^(\d{1,2})[.)]?$/.exec(text.trim()) ?? [];
  return number !== undefined && numbered(shown) ? shown[Number(number) - 1] : undefined;
}

const plain = (text: string) => withoutEnd(text.trim().toLowerCase(), '.!?');

type Given = Pick<Message, 'text' | 'value' | 'offer'>;

/** Tapped: what can be chosen all the time from wherever it was offered, what was asked from its own entry alone. */
function tapped({ offer }: Given, value: string, { asked, standing, newest }: OnOffer): Picked {
  const has = ({ choices }: Offered) => choices.some((choice) => choice.value === value);
  const fresh = offer === undefined || newest === undefined || offer === newest;
  return has(standing) || (has(asked) && fresh) ? { kind: 'choice', value, pressed: true } : { kind: 'stale' };
}

export interface OnOffer {
  /** What was asked last; it comes before what can be chosen all the time. */
  readonly asked: Offered;
  readonly standing: Offered;
  /** The number of the assistant's newest entry before the message, which is the one that offers what was asked. */
  readonly newest?: number | undefined;
  /** The choices that the customer saw right before the message: a number means one of them. */
  readonly shown?: readonly Choice[] | undefined;
}

export function pick(said: Given, on: OnOffer): Picked {
  const { asked, standing } = on;
  if (said.value !== undefined) return tapped(said, said.value, on);
  const all = [...asked.choices, ...standing.choices];
  const typed = plain(said.text);
  const titled = all.find(({ title }) => plain(title) === typed);
  if (titled !== undefined) return { kind: 'choice', value: titled.value, pressed: true };
  const counted = byNumber(said.text, on.shown ?? []);
  if (counted !== undefined) return tapped(said, counted.value, on);
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
