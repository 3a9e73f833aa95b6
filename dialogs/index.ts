/** The conversation itself: the flows, and how each begins. Sentences, knowledge and policy are in the YAML files here. */
import {
  type Choice,
  type EpisodeState,
  type Flow,
  type Known,
  nothingOffered,
  type Offered,
  type Tongues,
} from '../src/conversation/index.js';
import { answerChoices, answerFlow } from './flows/answer.js';
import { clarifyFlow } from './flows/clarify.js';
import { lineFlow } from './flows/line.js';
import { offerFlow } from './flows/offer.js';
import { scale, surveyFlow } from './flows/survey.js';
import { inLine, waitingFlow } from './flows/waiting.js';

export { answerChoices, offerToo } from './flows/answer.js';
export { clarify } from './flows/clarify.js';
export { offer } from './flows/offer.js';
export { askSurvey } from './flows/survey.js';
export { answerInLine, askLeave } from './flows/line.js';
export { leaveLine, stillThere, wait } from './flows/waiting.js';

type Speaker = Pick<Known, 'words'>;

/** Choices that are offered again and again, by a name that stays. */
export function menus(speech: Tongues): Readonly<Record<string, readonly Choice[]>> {
  const answers = speech.languages.map((language) => {
    const name = language === speech.usual ? 'answer' : `answer-${language}`;
    return [name, answerChoices({ words: speech(language) })] as const;
  });
  return { ...Object.fromEntries(answers), scale };
}

const person = ({ words }: Speaker): Offered => ({ choices: [{ title: words('person'), value: 'person' }] });

/** What can be chosen all the time, as long as the conversation is in that state. */
export const standing: Readonly<Record<EpisodeState, (known: Speaker) => Offered>> = {
  bot: person,
  closed: person,
  waiting: inLine,
  assigned: () => nothingOffered,
};

export const flows: readonly Flow[] = [answerFlow, clarifyFlow, lineFlow, offerFlow, surveyFlow, waitingFlow];
