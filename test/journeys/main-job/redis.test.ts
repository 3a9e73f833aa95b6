import { redis } from '../../support/stores.js';
import { mainJob } from './job.js';

mainJob(redis);
