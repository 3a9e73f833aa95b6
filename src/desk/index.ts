export { createDeskFeed, type DeskFeed } from './feed.js';
export { deskRoutes } from './routes.js';
export { createStanding, signedOut } from './staff.js';
