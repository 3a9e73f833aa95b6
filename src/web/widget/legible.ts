/** Keeps words readable on colours that a site has chosen: at least 4.5:1, by WCAG 2's formula for contrast. */
import type { Look } from './wire.js';

type Colour = readonly [red: number, green: number, blue: number];

const least = 4.5;
const ground: Readonly<Record<Look['theme'], Colour>> = { light: [250, 248, 245], dark: [20, 23, 26] };
const ink: Readonly<Record<Look['theme'], Colour>> = { light: [31, 35, 40], dark: [233, 236, 239] };
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

/** Relative luminance, 0..1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1..21. */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const bestOn = (colour: Colour): Colour => (contrast(white, colour) >= contrast(black, colour) ? white : black);

/** The colour, moved towards `to` until it can be read on `on`. */
function readable(colour: Colour, on: Colour, to: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((part, index) =>
      Math.round(part + ((to[index] ?? 0) - part) * share),
    ) as unknown as Colour;
    if (contrast(mixed, on) >= least) return mixed;
  }
  return to;
}

/** Of a colour as the browser writes it after reading it. */
function readColour(text: string): Colour | undefined {
  const [, hex] = /^#([\da-f]{6})$/i.exec(text) ?? [];
  if (hex !== undefined) return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
  const [, ...parts] = /^rgba?\((\d{1,3}), (\d{1,3}), (\d{1,3})/.exec(text) ?? [];
  return parts.length === 3 ? (parts.map(Number) as unknown as Colour) : undefined;
}

function ofBrowser(css: string): Colour | undefined {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return undefined;
  pen.fillStyle = css;
  return readColour(pen.fillStyle);
}

const rgb = (colour: Colour) => `rgb(${colour.join(' ')})`;

/** What goes with a site's accent, where it does not say so itself. */
export function legible(tokens: Look['tokens'], theme: Look['theme']): Look['tokens'] {
  const accent = tokens['accent'] === undefined ? undefined : ofBrowser(tokens['accent']);
  if (accent === undefined) return tokens;
  const paper = (tokens['paper'] === undefined ? undefined : ofBrowser(tokens['paper'])) ?? ground[theme];
  const made = {
    'on-accent': rgb(bestOn(accent)),
    'accent-strong': rgb(readable(accent, bestOn(accent), theme === 'light' ? black : white)),
    'accent-soft': `color-mix(in srgb, ${rgb(accent)} 12%, ${rgb(paper)})`,
    'accent-ink': rgb(readable(accent, paper, ink[theme])),
  };
  return { ...made, ...tokens };
}
