import { clusterGround } from '../ground/cluster.js';
import { underFire } from './fire.js';

underFire(clusterGround);
