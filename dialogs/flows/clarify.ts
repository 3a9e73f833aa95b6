/** "Did you mean": up to three titles and "None of these"; other words walk on as a new question. */
import { type Choice, faqChoice, type Flow, type Known, type StepOutcome } from '../../src/conversation/index.js';
import { failed } from './failed.js';
import { offer } from './offer.js';

/** `entries`: the FAQ entries it may have been, likeliest first; `unsure` when most likely it is none of them. */
export function clarify(
  entries: readonly { readonly id: string; readonly title: string }[],
  known: Omit<Known, 'memo'>,
  { unsure = false } = {},
): StepOutcome {
  const only = entries.length === 1;
  const none = { title: known.words(only ? 'not-that' : 'none-of-these'), value: 'none' };
  const question = unsure ? 'unsure' : 'clarify';
  const choices: readonly Choice[] = [
    ...entries.map(({ id, title }) => ({ title, value: faqChoice.valueOf(id) })),
    none,
  ];
  return {
    kind: 'ask',
    effects: [
      { kind: 'say', reply: { text: known.words(only ? `${question}-one` : question, {}, known.tone), choices } },
      { kind: 'count', what: 'clarified' },
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
        const asked = offer(known.words('unknown', {}, known.tone), known, 'unanswered');
        return { ...asked, effects: [...asked.effects, failed(known, 'misses')] };
      },
    },
  },
};
