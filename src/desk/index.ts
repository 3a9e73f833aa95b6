export { createDeskFeed, type DeskFeed } from './feed.js';
export { deskRoutes } from './routes.js';
export { signedOut } from './staff.js';
