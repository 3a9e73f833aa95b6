export { answerFor } from './answer.js';
export { checkFaq, type FaqEntry } from './entry.js';
export { type AskOptions, createFaq, type Faq, type FaqResult, learnFaq } from './faq.js';
export { checkLabelled, entriesOf, type Labelled, outOfScope } from './labelled.js';
export { type Match, type Ranked } from './matcher.js';
export { reviewFaq } from './review.js';
export { confusionsOf, type ScoredRow, scoreRows, weakEntries } from './score.js';
export { type Talk } from './talk.js';
export { finishGently } from './work.js';
