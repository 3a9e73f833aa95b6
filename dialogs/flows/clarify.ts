/** "Did you mean": two or three titles and "None of these"; other words walk on as a new question. */
import { type Choice, chosen, type Flow, type Known, type StepOutcome } from '../../src/conversation/index.js';
import { offer } from './offer.js';

const prefix = 'faq:';

/** `entries`: the FAQ entries it may have been, likeliest first. */
export function clarify(
  entries: readonly { readonly id: string; readonly title: string }[],
  known: Omit<Known, 'memo'>,
): StepOutcome {
  const none = { title: known.words('none-of-these'), value: 'none' };
  const choices: readonly Choice[] = [...entries.map(({ id, title }) => ({ title, value: prefix + id })), none];
  return {
    kind: 'ask',
    effects: [
      { kind: 'say', reply: { text: known.words('clarify', {}, known.tone), choices } },
      { kind: 'count', what: 'clarified' },
    ],
    next: 'clarify/picked',
    memo: Object.fromEntries(choices.map(({ title, value }) => [value, title])),
  };
}

export const clarifyFlow: Flow = {
  name: 'clarify',
  steps: {
    picked(said, known) {
      const choices = Object.entries(known.memo).map(([value, title]) => ({ value, title }));
      const picked = chosen(said, choices);
      if (picked?.startsWith(prefix)) return { kind: 'answer', faq: picked.slice(prefix.length) };
      if (picked === undefined) return { kind: 'pass' };
      const asked = offer(known.words('unknown', {}, known.tone), known, 'unanswered');
      return asked.kind === 'ask'
        ? { ...asked, effects: [...asked.effects, { kind: 'count', what: 'misses' }] }
        : asked;
    },
  },
};
