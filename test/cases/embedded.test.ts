import { embedded } from '../support/stores.js';
import { fieldCases } from './cases.js';

fieldCases(embedded);
