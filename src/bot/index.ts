export { type Assistant, createAssistant } from './assistant.js';
export { watchBacklog } from './backlog.js';
export { createBaseWatch, type BaseWatch, type BaseWatchOptions, type Study } from './base-watch.js';
export { checkKnowledge, type KnowledgeFiles } from './knowledge.js';
export { createRelay, type Fence, type Move, type Relay } from './relay.js';
export type { TurnCounts } from './runner.js';
export { type Knowledge, startersOf } from './turn-context.js';
export { standing } from './status.js';
export { decideTurn } from './turn.js';
