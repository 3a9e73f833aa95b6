/** The conversation itself: the flows, and how each begins. Sentences, knowledge and policy are in the YAML files here. */
import type { Flow } from '../src/conversation/index.js';
import { answerFlow } from './flows/answer.js';
import { clarifyFlow } from './flows/clarify.js';
import { offerFlow } from './flows/offer.js';
import { surveyFlow } from './flows/survey.js';
import { waitingFlow } from './flows/waiting.js';

export { answerChoices } from './flows/answer.js';
export { clarify } from './flows/clarify.js';
export { offer } from './flows/offer.js';
export { askSurvey } from './flows/survey.js';
export { stillThere, wait } from './flows/waiting.js';

export const flows: readonly Flow[] = [answerFlow, clarifyFlow, offerFlow, surveyFlow, waitingFlow];
