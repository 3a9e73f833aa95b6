export * from './choosing.js';
export * from './episode.js';
export * from './feeling.js';
export * from './flow.js';
export * from './port.js';
export { readWays, type Ways } from './replies.js';
export { readScore, type Score } from './scores.js';
export * from './words.js';
