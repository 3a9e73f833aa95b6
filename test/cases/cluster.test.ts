import { cluster } from '../support/stores.js';
import { fieldCases } from './cases.js';

fieldCases(cluster);
