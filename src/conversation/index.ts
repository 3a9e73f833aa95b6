export * from './episode.js';
export * from './feeling.js';
export * from './flow.js';
export * from './port.js';
export * from './words.js';
