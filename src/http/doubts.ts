/** Feeds that are open, by whose they are: when something has changed with a person, each asks whether it may go on. */

type Look = () => Promise<unknown>;

export interface Doubts {
  /** Answers how to stop. */
  on(person: string | undefined, look: Look): () => void;
  /** Asks those of this person, or all. */
  about(person?: string): void;
}

export function createDoubts(): Doubts {
  const looks = new Map<Look, string | undefined>();
  return {
    on(person, look) {
      looks.set(look, person);
      return () => looks.delete(look);
    },
    about(person) {
      for (const [look, whose] of looks) {
        // a store that is away says nothing against anybody: the next beat asks again
        if (person === undefined || whose === person) look().catch(() => undefined);
      }
    },
  };
}
