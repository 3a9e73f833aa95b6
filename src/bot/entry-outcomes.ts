/** What a turn means for the entries of the knowledge base, read off its effects: the figures of each entry come from it. */
import { faqChoice, type Effect, type EntryOutcome, type Memory } from '../conversation/index.js';

const fate = (what: EntryOutcome, id: string): Effect => ({ kind: 'entry', what, id });

/** Whether a reply answers from the knowledge base, or offers entries to choose from. */
export const tellsOfEntries = (effect: Effect): boolean =>
  effect.kind === 'say' && fatesOf(effect, undefined).length > 0;

/** `answered`: the last answer from the knowledge base, to which "yes" and "no" refer. */
function fatesOf(effect: Effect, answered: string | undefined): readonly Effect[] {
  switch (effect.kind) {
    case 'say': {
      const { faq, choices = [] } = effect.reply;
      const offered = choices.flatMap(({ value }) => faqChoice.idOf(value) ?? []);
      return [...(faq === undefined ? [] : [fate('shown', faq)]), ...offered.map((id) => fate('clarified', id))];
    }
    case 'end':
      return answered !== undefined && effect.outcome === 'solved' ? [fate('solved', answered)] : [];
    case 'count': {
      const useless = effect.what === 'unsolved' || effect.what === 'repeats';
      return answered !== undefined && useless ? [fate('unsolved', answered)] : [];
    }
    default:
      return [];
  }
}

/** Writes on the reply to a failed question which question it was, so that it is found again when gaps are looked for. */
function stamped(effects: readonly Effect[]): readonly Effect[] {
  const about = effects.find((effect) => effect.kind === 'count' && effect.about !== undefined);
  if (about?.kind !== 'count' || about.about === undefined) return effects;
  const missed = about.about;
  const first = effects.findIndex(({ kind }) => kind === 'say');
  return effects.map((effect, at) =>
    at === first && effect.kind === 'say' ? { ...effect, reply: { ...effect.reply, missed } } : effect,
  );
}

/** The effects with what they mean for the entries, each right before the effect it comes from. */
export const withEntryOutcomes = ({ answered }: Memory, effects: readonly Effect[]): readonly Effect[] =>
  stamped(effects).flatMap((effect) => [...fatesOf(effect, answered), effect]);
