export type { Ring } from './bell.js';
export { openStore, type Store } from './store.js';
