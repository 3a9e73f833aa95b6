export type { EpisodeRecord, Hour, Ledger, Period } from './port.js';
