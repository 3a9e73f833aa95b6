import { redis } from '../../support/stores.js';
import { twoServers } from './two.js';

twoServers(redis);
