/** The one outbox: what must reach somebody outside, in order, at least once, with back-off. It knows no channel. */
export { createOutbox, type Outbox } from './outbox.js';
export type { Carrier, Letter } from './postman.js';
export { type Pushed, unsent } from './pushed.js';
