/** The conversation itself: the flows, and how each begins. Sentences, knowledge and policy are in the YAML files here. */
import type { Choice, Flow, Known } from '../src/conversation/index.js';
import { answerChoices, answerFlow } from './flows/answer.js';
import { clarifyFlow } from './flows/clarify.js';
import { offerFlow } from './flows/offer.js';
import { scale, surveyFlow } from './flows/survey.js';
import { waitingFlow } from './flows/waiting.js';

export { answerChoices } from './flows/answer.js';
export { clarify } from './flows/clarify.js';
export { offer } from './flows/offer.js';
export { askSurvey } from './flows/survey.js';
export { stillThere, wait } from './flows/waiting.js';

/** Choices that are offered again and again, by a name that stays. */
export const menus = (known: Pick<Known, 'words'>): Readonly<Record<string, readonly Choice[]>> => ({
  answer: answerChoices(known),
  scale,
});

export const flows: readonly Flow[] = [answerFlow, clarifyFlow, offerFlow, surveyFlow, waitingFlow];
