/** The languages whose anger is read by what people say. */
import { dutch } from './dutch.js';
import { french } from './french.js';
import { german } from './german.js';
import { italian } from './italian.js';
import { polish } from './polish.js';
import { portuguese } from './portuguese.js';
import { spanish } from './spanish.js';
import type { Tongue } from './told.js';

export { scripts } from './scripts.js';
export type { Tongue, Way } from './told.js';
export const tongues: readonly Tongue[] = [german, french, spanish, portuguese, italian, dutch, polish];

export const english = new Set(
  'the i is and not to a of my you it in for on with how when why where please thanks but if can have since no any always also be at was what this that your me do so are just get from they we he she will would there been has had or as an'.split(
    ' ',
  ),
);
