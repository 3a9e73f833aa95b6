import { plantedBugs } from './planted.js';

plantedBugs(1, 3);
