export type { Person } from './contract.js';
export { createLimiter, type Limiter } from './limiter.js';
export { type Answer, type Call, type Feed, json, type PersonCall, personRoute, route, type Route } from './routes.js';
export { createHttp, type Http } from './server.js';
export { createSessions, demoPeople, type Sessions } from './sessions.js';
export { createTokens, type Tokens } from './tokens.js';
