import { embedded } from '../../support/stores.js';
import { mainJob } from './job.js';

mainJob(embedded);
