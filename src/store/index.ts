export type { Ring } from './bell.js';
export { openStore, type Store, type Timing } from './store.js';
