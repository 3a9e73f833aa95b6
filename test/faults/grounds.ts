/** Every engine a run can stand on. */
import type { GroundCase } from './ground/ground.js';
import { clusterGround } from './ground/cluster.js';
import { embeddedGround, redisGround } from './ground/single.js';

export const grounds: readonly GroundCase[] = [embeddedGround, redisGround, clusterGround];
