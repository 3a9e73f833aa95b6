/** Mood and feeling → stay, offer a person, or hand off; always with the receipt. And what would have been. */
export { curve, type CurvePoint } from './curve.js';
export { boostMs, type BoostInput, firstMs } from './boost.js';
export { decide, decideChoice, handedOff, offered } from './decide.js';
export { failedAnswer } from './failures.js';
export { type PastLog, readLog } from './log.js';
export { checkPolicy, type Policy } from './policy.js';
export { reasonWords } from './reasons.js';
export {
  outcomeOf,
  type PastConversation,
  type PastDecision,
  type PastTurn,
  replay,
  type Replayed,
  tally,
  type Tally,
} from './replay.js';
export { content, type Input } from './signals.js';
