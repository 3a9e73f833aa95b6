import { plantedBugs } from './planted.js';

plantedBugs(0, 3);
