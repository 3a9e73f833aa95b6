/** What a channel answers where nothing is left to open. */
import { SupportError } from '../base/index.js';

export const gone = (): SupportError =>
  new SupportError('gone', 'This conversation cannot be opened any more. Begin a new one.');
