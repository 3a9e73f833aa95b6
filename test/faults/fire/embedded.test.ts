import { embeddedGround } from '../ground/single.js';
import { underFire } from './fire.js';

underFire(embeddedGround);
