import { plantedBugs } from './planted.js';

plantedBugs(2, 3);
