/** Text → feeling; and how the weights behind it are made, measured and checked. */
export type { Before } from './context.js';
export { hostileSpans } from './hostile.js';
export { checkModel, type Model, packModel } from './model.js';
export { createReader, type Reader, type Reading } from './read.js';
export { ownSentences } from './training/compose.js';
export { agreement, auroc, calibrate, calibrationError, type Scored } from './training/measure.js';
export {
  adaptedModel,
  type Emotional,
  type Labelled,
  recalibrated,
  shippedModel,
  type Valued,
} from './training/recipe.js';
export { checkLessons, isFrustrated, readRows } from './training/rows.js';
