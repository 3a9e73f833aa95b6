/** "Did you mean": up to three titles and "None of these"; other words walk on as a new question. */
import { type Choice, faqChoice, type Flow, type Known, type StepOutcome } from '../../src/conversation/index.js';
import { failed } from './failed.js';
import { offer } from './offer.js';

/**
 * `entries`: the FAQ entries it may have been, likeliest first; `unsure` when most likely it is none of them; `person`:
 * one is offered beside them.
 */
export function clarify(
  entries: readonly { readonly id: string; readonly title: string }[],
  known: Omit<Known, 'memo'>,
  { unsure = false, person = false } = {},
): StepOutcome {
  const only = entries.length === 1;
  const none = { title: known.words(only ? 'not-that' : 'none-of-these'), value: 'none' };
  const question = unsure ? 'unsure' : 'clarify';
  const choices: readonly Choice[] = [
    ...entries.map(({ id, title }) => ({ title, value: faqChoice.valueOf(id) })),
    none,
  ];
  const text = known.words(only ? `${question}-one` : question, {}, known.tone);
  // what can be asked for all the time is no place in the list
  const shown = person ? [...choices, { title: known.words('person'), value: 'person' }] : choices;
  return {
    kind: 'ask',
    effects: [
      { kind: 'say', reply: { text, choices: shown } },
      { kind: 'count', what: 'clarified' },
      ...(person ? [{ kind: 'count', what: 'offers' } as const] : []),
    ],
    next: 'clarify/picked',
    memo: Object.fromEntries(choices.map(({ title, value }) => [value, title])),
  };
}

export const clarifyFlow: Flow = {
  name: 'clarify',
  steps: {
    picked: {
      offers({ memo }) {
        const choices = Object.entries(memo).map(([value, title]) => ({ value, title }));
        const [only, ...more] = choices.filter(({ value }) => value !== 'none');
        const yes = only === undefined || more.length > 0 ? {} : { yes: only.value };
        return { choices, ways: { no: 'none', none: 'none', ordered: true, ...yes } };
      },
      take({ picked }, known) {
        if (picked === undefined) return { kind: 'pass' };
        const faq = faqChoice.idOf(picked);
        if (faq !== undefined) return { kind: 'answer', faq };
        const name = known.memory.failures > 0 ? 'unknown-more' : 'unknown';
        const asked = offer(known.words(name, {}, known.tone), known, 'unanswered');
        return { ...asked, effects: [...asked.effects, failed(known, 'misses')] };
      },
    },
  },
};
