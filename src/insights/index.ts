export { logFormats, logLines, type LogFormat } from './export.js';
export { insightsRoutes } from './routes.js';
