import { cluster } from '../../support/stores.js';
import { refusals } from './refusals.js';

refusals(cluster);
