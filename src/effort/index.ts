export { type EntryFigures, entryFigures } from './entries.js';
export { type Definition, timeIn } from './measure.js';
export { countersOf, definitions, measureNamed, measures } from './measures.js';
export { type Cohort, cohorts, type EpisodeRecord, type Hour, type Ledger, type Period, stands } from './port.js';
export { drivers, type Driver, effort, type EffortFacts, effortRules, unsolved } from './score.js';
export { type Span, spans, spansIn } from './stints.js';
export { byHour, type Ces, type Figures, figures, type HourFigures } from './summary.js';
export type { Spread } from './tallies.js';
export { entriesOf } from './words.js';
