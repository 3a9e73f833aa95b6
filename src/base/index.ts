export { type Cache, createCache } from './cache.js';
export { type Clock, type Ids, randomIds, systemClock } from './clock.js';
export { type Config, type Limit, readConfig, settingNames } from './config.js';
export { type ErrorCode, SupportError } from './errors.js';
export { inPackage, readFolder, readTextFile, type TextFile } from './files.js';
export { createLog, type Log } from './log.js';
export { mostThought, placesOfThinkable, thinkable, withoutEnd } from './text.js';
export { createTimers, startRounds, type Timers } from './timers.js';
export { type Checked, checkYaml, type LineOf } from './yaml.js';
