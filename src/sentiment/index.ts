/** Text → feeling. */
export { hostileSpans } from './hostile.js';
export { type Before, createReader, type Reader } from './read.js';
