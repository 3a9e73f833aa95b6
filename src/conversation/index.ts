export * from './choosing.js';
export * from './episode.js';
export * from './feeling.js';
export * from './flow.js';
export * from './port.js';
export { readScore, readWays, type Score, type Ways } from './replies.js';
export * from './words.js';
