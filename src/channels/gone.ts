/** The error of a conversation that cannot be opened any more. */
import { SupportError } from '../base/index.js';

export const gone = (): SupportError =>
  new SupportError('gone', 'This conversation cannot be opened any more. Begin a new one.');
