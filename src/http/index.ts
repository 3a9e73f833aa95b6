export type { Person, PersonRole } from './contract.js';
export type { Every } from './feed.js';
export type { Called } from './called.js';
export { isLoopback, ownHost } from './door.js';
export type { Site } from './site.js';
export { type Counters, createLimits, type Limits, limitSettings, type LimitSettings } from './limits.js';
export {
  type Answer,
  type Call,
  type Feed,
  json,
  type PersonCall,
  type PersonRoute,
  personRoute,
  type Query,
  route,
  type Route,
} from './routes.js';
export { createHttp, type Http, type HttpOptions } from './server.js';
export type { StaticFiles } from './static.js';
export { createTokens, type Secrets, type Tokens } from './tokens.js';
export type { Handshake, Upgrade } from './upgrades.js';
