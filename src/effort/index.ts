export { type EntryFigures, entryFigures } from './entries.js';
export { type Measure, measures } from './measures.js';
export type { EpisodeRecord, Hour, Ledger, Period } from './port.js';
export { drivers, type Driver, effort, type EffortFacts, effortRules, unsolved } from './score.js';
export { type Span, spans, spansIn } from './stints.js';
export { byHour, type Ces, type Figures, figures, type HourFigures } from './summary.js';
export type { Spread } from './tallies.js';
