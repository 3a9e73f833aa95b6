export { logFormats, logLines, type LogFormat } from './export.js';
export { lessonsIn, lessonsOf } from './lessons.js';
export { openQuestions, questionsOf } from './questions.js';
export { insightsRoutes } from './routes.js';
