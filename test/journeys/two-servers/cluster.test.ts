import { cluster } from '../../support/stores.js';
import { twoServers } from './two.js';

twoServers(cluster);
