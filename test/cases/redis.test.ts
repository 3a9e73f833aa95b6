import { redis } from '../support/stores.js';
import { fieldCases } from './cases.js';

fieldCases(redis);
