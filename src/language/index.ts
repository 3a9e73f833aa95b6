export { commonWords } from './common.js';
export { createConcepts } from './concepts.js';
export { editDistance } from './distance.js';
export { clausesOf, normalise, wordsOf } from './normal.js';
export { type Lexis, lexisOf } from './lexis.js';
export { type Spoken, spokenIn, toldApart } from './spoken.js';
export { createSpeller } from './speller.js';
export { createStemmer } from './stem.js';
