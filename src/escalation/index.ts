/** Mood and feeling → stay, offer a person, or hand off; always with the receipt. */
export { boostMs, type BoostInput } from './boost.js';
export { decide } from './decide.js';
export { checkPolicy, type Policy } from './policy.js';
export { reasonWords } from './reasons.js';
export { type Input } from './signals.js';
