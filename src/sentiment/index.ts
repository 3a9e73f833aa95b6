/** Text → feeling. */
export { hostileSpans } from './hostile.js';
export { checkModel, type Model } from './model.js';
export { createReader, type Reader } from './read.js';
export type { Before } from './context.js';
