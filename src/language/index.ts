export { editDistance } from './distance.js';
export { clausesOf, normalise, wordsOf } from './normal.js';
export { createSpeller } from './speller.js';
export { createStemmer, type Language, languages } from './stem.js';
