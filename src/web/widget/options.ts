/** Options as attributes: one way for a script's `data-…`, an element in the page, and calls. */
import type { Options } from './api.js';
import { legible } from './legible.js';
import { longest, type Look, mostTokens, tokenNames } from './wire.js';

/** The attribute of each option; of the script, the same with `data-` before it. */
export const attributes: Readonly<Record<keyof Options, string>> = {
  origin: 'origin',
  theme: 'theme',
  tokens: 'tokens',
  side: 'side',
  offset: 'offset',
  launcher: 'launcher',
  logo: 'logo',
  greeting: 'greeting',
  hideOn: 'hide-on',
  notices: 'notices',
};

const names = Object.keys(attributes) as (keyof Options)[];

/** An option that is undefined is left as it is; an empty one is taken away. */
export function writeOptions(element: Element, options: Options): void {
  for (const name of names) {
    const value = options[name];
    if (value === undefined) continue;
    if (value === '') element.removeAttribute(attributes[name]);
    else element.setAttribute(attributes[name], value);
  }
}

/** What the script's tag says. */
export function ofScript(script: Element): Options {
  const said = names.flatMap((name) => {
    const value = script.getAttribute(`data-${attributes[name]}`);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

const option = (element: Element, name: keyof Options): string => element.getAttribute(attributes[name]) ?? '';

/** Where the chat comes from; undefined where the attribute is no such address. */
export function originOf(element: Element): string | undefined {
  const given = option(element, 'origin');
  if (!URL.canParse(given)) return undefined;
  const { origin, protocol } = new URL(given);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** `name: value; name: value`. What is no name of ours, or no colour or length, is left out. */
function readTokens(list: string): Look['tokens'] {
  const pairs = list.split(';', mostTokens).map((pair) => {
    const at = pair.indexOf(':');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  const fits = (name: string, value: string) =>
    CSS.supports(name.startsWith('radius') ? 'border-radius' : 'color', value);
  return Object.fromEntries(pairs.filter(([name, value]) => tokenNames.includes(name) && fits(name, value)));
}

/** Whether the chat is to be seen on a page of this path. */
function isHiddenOn(list: string, path: string): boolean {
  return list
    .split(',', 100)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
}

/** Pixels from the side and the bottom; 20 each where nothing is said. */
function readOffset(text: string): readonly [side: number, bottom: number] {
  const [side = 20, bottom = side] = text
    .split(/[ ,]+/)
    .filter((one) => /^\d{1,4}(?:px)?$/.test(one))
    .map((one) => Number.parseInt(one, 10));
  return [side, bottom];
}

export interface Place {
  readonly side: 'left' | 'right';
  readonly offset: readonly [side: number, bottom: number];
  readonly launcher: boolean;
  readonly notices: boolean;
  readonly hidden: boolean;
}

const directionOf = (page: CSSStyleDeclaration): 'ltr' | 'rtl' => (page.direction === 'rtl' ? 'rtl' : 'ltr');

/** `page`: the computed style of the page's root, which may change at any time. */
export function placeOf(element: Element, page: CSSStyleDeclaration, path: string): Place {
  const side = option(element, 'side');
  const usual = directionOf(page) === 'rtl' ? 'left' : 'right';
  return {
    side: side === 'left' || side === 'right' ? side : usual,
    offset: readOffset(option(element, 'offset')),
    launcher: option(element, 'launcher') !== 'none',
    notices: option(element, 'notices') !== 'off',
    hidden: isHiddenOn(option(element, 'hideOn'), path),
  };
}

/** The page's own scheme: light, unless it says that it can be dark, and then as the system is. */
function themeOf(given: string, page: CSSStyleDeclaration): 'light' | 'dark' {
  if (given === 'light' || given === 'dark') return given;
  const schemes = page.colorScheme.split(' ');
  if (!schemes.includes('dark')) return 'light';
  return schemes.includes('light') && !matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark';
}

export function lookOf(element: Element, page: CSSStyleDeclaration): Look {
  const theme = themeOf(option(element, 'theme'), page);
  return {
    theme,
    direction: directionOf(page),
    tokens: legible(readTokens(option(element, 'tokens')), theme),
    logo: option(element, 'logo').slice(0, longest.logo),
    greeting: option(element, 'greeting'),
  };
}
