/** What the page and the chat's own frame say to each other. Both sides read only what they know, within bounds. */
import { longestMessage } from '../../conversation/bounds.js';

/** How the chat is to look; from the page, so it is only ever shown. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly tokens: Readonly<Record<string, string>>;
  readonly logo: string;
  readonly greeting: string;
}

/** All that holds at the moment: sent when the frame is there, and whenever something of it changes. */
export interface Now {
  readonly look: Look;
  readonly shown: boolean;
}

export type FromPage =
  | { readonly kind: 'now'; readonly now: Now }
  /** The keyboard is to go where one writes. */
  | { readonly kind: 'focus' }
  | { readonly kind: 'prefill'; readonly text: string }
  | { readonly kind: 'send'; readonly text: string; readonly id: number }
  | { readonly kind: 'sign-out'; readonly id: number };

export type Speaker = 'assistant' | 'agent' | 'customer';
export type State = 'assistant' | 'waiting' | 'agent';

export type FromFrame =
  | { readonly kind: 'close' }
  | { readonly kind: 'unread'; readonly count: number }
  | { readonly kind: 'message'; readonly from: Speaker; readonly name: string }
  | { readonly kind: 'status'; readonly state: State }
  /** Somebody may answer: the frame is to be there on the next page, too, without being asked for. */
  | { readonly kind: 'awake'; readonly awake: boolean }
  /** `problem`: what was asked could not be done. */
  | { readonly kind: 'done'; readonly id: number; readonly problem?: string };

/** The first word of the frame, to whoever holds it, and the page's answer, which brings the port for all the rest. */
export const ready = 'warmline/1 ready';
export const hello = 'warmline/1 hello';

export const mostTokens = 16;
export const longest = { value: 200, text: longestMessage, logo: 40_000, greeting: 600 } as const;
/** What a site may set of the house's tokens. */
export const tokenNames: readonly string[] = [
  ...['accent', 'accent-strong', 'on-accent', 'accent-soft', 'accent-ink'],
  ...['paper', 'surface', 'ink', 'muted', 'hairline', 'control', 'radius', 'radius-bubble'],
];

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const text = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '');
const oneOf = <T extends string>(value: unknown, all: readonly T[]): T | undefined => all.find((one) => one === value);
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

function readTokens(value: unknown): Readonly<Record<string, string>> {
  if (!isLoose(value)) return {};
  const known = tokenNames.map((name) => [name, text(value[name], longest.value)] as const);
  return Object.fromEntries(known.filter(([, one]) => one !== ''));
}

function readLook(value: unknown): Look {
  const given = isLoose(value) ? value : {};
  return {
    theme: oneOf(given['theme'], ['dark']) ?? 'light',
    direction: oneOf(given['direction'], ['rtl']) ?? 'ltr',
    tokens: readTokens(given['tokens']),
    logo: text(given['logo'], longest.logo),
    greeting: text(given['greeting'], longest.greeting),
  };
}

export function readFromPage(data: unknown): FromPage | undefined {
  if (!isLoose(data)) return undefined;
  const id = number(data['id']);
  switch (data['kind']) {
    case 'now': {
      const now = isLoose(data['now']) ? data['now'] : {};
      return { kind: 'now', now: { look: readLook(now['look']), shown: now['shown'] === true } };
    }
    case 'focus':
      return { kind: 'focus' };
    case 'prefill':
      return { kind: 'prefill', text: text(data['text'], longest.text) };
    case 'send':
      return { kind: 'send', text: text(data['text'], longest.text), id };
    case 'sign-out':
      return { kind: 'sign-out', id };
    default:
      return undefined;
  }
}

export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isLoose(data)) return undefined;
  const { kind } = data;
  if (kind === 'close') return { kind };
  if (kind === 'unread') return { kind, count: number(data['count']) };
  if (kind === 'awake') return { kind, awake: data['awake'] === true };
  if (kind === 'done') {
    const problem = text(data['problem'], 400);
    return { kind, id: number(data['id']), ...(problem === '' ? {} : { problem }) };
  }
  const from = oneOf(data['from'], ['assistant', 'agent', 'customer']);
  if (kind === 'message' && from) return { kind, from, name: text(data['name'], longest.value) };
  const state = oneOf(data['state'], ['assistant', 'waiting', 'agent']);
  return kind === 'status' && state ? { kind, state } : undefined;
}
