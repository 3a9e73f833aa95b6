export { logFormats, logLines, type LogFormat } from './export.js';
export { openQuestions, questionsOf } from './questions.js';
export { insightsRoutes } from './routes.js';
