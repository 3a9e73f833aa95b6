import { redisGround } from '../ground/single.js';
import { underFire } from './fire.js';

underFire(redisGround);
