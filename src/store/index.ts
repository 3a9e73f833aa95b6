export { type Bell, createBell, type Ring } from './bell.js';
export { createConversations } from './conversations.js';
export { createDeliveries, type Deliveries } from './deliveries.js';
export { createLedger } from './ledger.js';
export { eraseCustomer, readSecret } from './privacy.js';
export { createQueue } from './queue.js';
export { type Connection, connectRedis, connectSocket, startEmbedded } from './redis.js';
export { createRun } from './scripts.js';
