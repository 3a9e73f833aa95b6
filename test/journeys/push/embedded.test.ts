import { embedded } from '../../support/stores.js';
import { refusals } from './refusals.js';

refusals(embedded);
