/** What is masked in a customer's message and may be seen all the same, by the policy: sealed before it is kept, and opened again. */
import { createSealer, type Hidden, type Masked, personalKinds, SupportError } from '../base/index.js';
import { type Entry, type Privacy, revealAge, revealedTo, type Sealed } from '../conversation/index.js';

export interface Sealing {
  /** Undefined where nothing of it may ever be seen. */
  seal(conversation: string, masked: Masked): Sealed | undefined;
  /** Undefined where it was changed or moved, or its secret was taken away. */
  open(conversation: string, entry: Entry, box: string): readonly Hidden[] | undefined;
}

export interface SealingOptions {
  readonly privacy: Privacy;
  readonly secrets: readonly [string, ...string[]] | undefined;
}

/** It opens in this conversation only, and only for the words that were kept. */
const aboutOf = (conversation: string, text: string): string => JSON.stringify([conversation, text]);

/** Throws `settings` when the policy lets somebody see what no secret seals. */
export function createSealing({ privacy, secrets }: SealingOptions): Sealing {
  const kinds = revealedTo(privacy, 'supervisor');
  const age = revealAge(privacy);
  if (kinds.length > 0 && secrets === undefined) {
    throw new SupportError(
      'settings',
      `privacy.yaml lets the team see what is masked (${kinds.join(', ')}), and SEAL_SECRET, which seals it, is not set. ` +
        'Set it (openssl rand -hex 32), or take `reveal` out.',
    );
  }
  const sealer = secrets === undefined ? undefined : createSealer(secrets);
  return {
    seal(conversation, { text, hidden }) {
      const some = hidden.filter(({ kind }) => kinds.includes(kind));
      if (sealer === undefined || some.length === 0) return undefined;
      const seal = sealer.seal(JSON.stringify(some), aboutOf(conversation, text));
      return { ...seal, kinds: personalKinds.filter((kind) => some.some((one) => one.kind === kind)), seconds: age };
    },
    open(conversation, { text, sealed }, box) {
      const seal = { mark: sealed?.mark ?? '', box };
      const content = sealer?.open(seal, aboutOf(conversation, text));
      return content === undefined ? undefined : (JSON.parse(content) as readonly Hidden[]); // as we wrote it
    },
  };
}
