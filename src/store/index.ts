export type { About, AuditStore, Noted } from './audit.js';
export type { Counters } from './counters.js';
export type { PeopleStore, PersonRecord } from './people.js';
export { openStore, type Store, type StoreOptions, type Timing } from './store.js';
export { salvage, type Salvage } from './salvage.js';
export type { Session, SessionStore } from './sessions.js';
