export { type Assistant, createAssistant } from './assistant.js';
export { watchBacklog } from './backlog.js';
export { createKnowledge, type Knowledge, type KnowledgeOptions, type Study } from './knowledge.js';
export { checkMind, type MindFiles } from './mind.js';
export { createRelay, type Fence, type Move, type Relay } from './relay.js';
export type { TurnCounts } from './runner.js';
export type { Mind } from './scene.js';
export { standing } from './status.js';
export { decideTurn } from './turn.js';
