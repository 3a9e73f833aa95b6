import { redis } from '../../support/stores.js';
import { refusals } from './refusals.js';

refusals(redis);
