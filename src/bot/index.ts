export { type Assistant, createAssistant } from './assistant.js';
export { placeWords } from './line-words.js';
export { createRelay, type Move, type Relay } from './relay.js';
export type { Mind } from './scene.js';
export { decideTurn } from './turn.js';
