export { createAccess, type AccessOptions } from './access.js';
export { createAudit } from './audit.js';
export { auditFormats, auditLines } from './audit-rows.js';
export type { Deed } from './contract.js';
export { demoPeople } from './people.js';
export { createStandingOf, peopleRoutes } from './people-routes.js';
export type { Sessions } from './sessions.js';
