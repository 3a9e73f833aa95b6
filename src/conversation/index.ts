export * from './bounds.js';
export * from './episode.js';
export * from './feeling.js';
export * from './flow.js';
export * from './names.js';
export * from './port.js';
export * from './words.js';
