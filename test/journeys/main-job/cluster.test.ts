import { cluster } from '../../support/stores.js';
import { mainJob } from './job.js';

mainJob(cluster);
