/** The face of the embedded engine; see README.md beside it. */
export { type Engine, type EngineEvent, type EngineOptions, startEngine } from './engine.js';
