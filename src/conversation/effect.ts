/** What a turn, or an agent's move, does: computed first, and carried out in one step. */
import type { EntryOutcome, Memory, Reply, WaitPace } from './episode.js';
import type { Feeling, Receipt } from './feeling.js';
import type { Count, Outcome, Reason } from './names.js';

/**
 * How a place in line is said. Only the store knows the place of a ticket, and only when it keeps it: it fills
 * `{ordinal}`, `{low}` and `{high}` (minutes) into the words.
 */
export interface PlaceWords {
  /** For the first place, the second and so on; the last one says every further place, by its `{number}`. */
  readonly ordinals: readonly string[];
}

/** Everything a turn can do, computed first and carried out in one step. */
export type Effect =
  | { readonly kind: 'open' }
  /** `place`: follows a `queue` of the same turn, and says where the ticket came to stand. */
  | { readonly kind: 'say'; readonly reply: Reply; readonly place?: PlaceWords }
  | { readonly kind: 'feel'; readonly feeling: Feeling; readonly peak: number }
  | { readonly kind: 'remember'; readonly memory: Memory }
  | {
      readonly kind: 'queue';
      readonly boostMs: number;
      readonly reason: Reason;
      readonly receipt?: Receipt;
      /**
       * The wait that is promised to the customer, for each place; the real one is kept beside it, to see how often it
       * held.
       */
      readonly promised?: WaitPace;
    }
  /**
   * A ticket that waits, or that a person has, turns out to be more than that: its new reason, and its place in time. What is
   * no heavier than its reason changes nothing. `elsewhere`: it is the person's ticket in another conversation, and the note
   * in which it reads there.
   */
  | {
      readonly kind: 'raise';
      readonly boostMs: number;
      readonly reason: Reason;
      readonly receipt: Receipt;
      readonly elsewhere?: Reply;
    }
  /** Somebody is in danger, robbed or in distress: it is remembered as long as the case lasts, whoever has it. */
  | { readonly kind: 'grave' }
  | { readonly kind: 'leave-line' }
  /** The message of this turn wants no answer of a person: see owed.ts. */
  | { readonly kind: 'no-answer' }
  /**
   * `outcome`: without it a person ends it, and it is helped when one has written to the customer, else unanswered;
   * `system message`: what everyone sees of it, if anything.
   */
  | { readonly kind: 'end'; readonly outcome?: Outcome; readonly notice?: Reply }
  | { readonly kind: 'rate'; readonly score: number }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'contact'; readonly text: string }
  /** `about`: the number of the message that failed. */
  | { readonly kind: 'count'; readonly what: Count; readonly about?: number }
  /** What became of an entry of the knowledge base, by its id. */
  | { readonly kind: 'entry'; readonly what: EntryOutcome; readonly id: string };
