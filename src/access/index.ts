export { createAccess, type AccessOptions } from './access.js';
export { demoPeople } from './people.js';
export type { Sessions } from './sessions.js';
