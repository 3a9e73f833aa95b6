export { createConcepts } from './concepts.js';
export { editDistance } from './distance.js';
export { clausesOf, normalise, wordsOf } from './normal.js';
export { createSpeller } from './speller.js';
export { createStemmer } from './stem.js';
