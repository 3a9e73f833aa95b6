/** What is masked in a message, where the reader may have it shown: behind one button for each kind, and for as long as they want. */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { personalWords } from '../../../conversation/names.js';
import type { Entry, PersonalKind, RevealAnswer } from '../types.js';

export type Shown = RevealAnswer['shown'];

export interface Reveal {
  /** What this reader may have shown. */
  readonly kinds: readonly PersonalKind[];
  /** Rejects with an error whose message can be shown. */
  readonly show: (entry: Entry, kind: PersonalKind) => Promise<Shown>;
}

/** Missing where nothing can be shown: in closed cases, and in the managers' pages. */
export const Reveals = createContext<Reveal | undefined>(undefined);

interface Piece {
  readonly text: string;
  readonly shown: boolean;
}

/** The words of a message with what is shown in the places of its masks. */
function unmasked(text: string, shown: Shown): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const one of shown.toSorted((some, other) => some.at - other.at)) {
    if (one.at < from || one.at + one.length > text.length) continue;
    pieces.push({ text: text.slice(from, one.at), shown: false }, { text: one.text, shown: true });
    from = one.at + one.length;
  }
  return [...pieces, { text: text.slice(from), shown: false }].filter((piece) => piece.text !== '');
}

type Opened = Readonly<Partial<Record<PersonalKind, Shown>>>;

export interface Unmasking {
  readonly entry: Entry;
  readonly kinds: readonly PersonalKind[];
  readonly opened: Opened;
  readonly trouble: string;
  toggle(kind: PersonalKind): void;
}

/** What of an entry is shown right now; it is hidden again with the conversation. */
export function useUnmasking(entry: Entry): Unmasking {
  const reveal = useContext(Reveals);
  const [opened, setOpened] = useState<Opened>({});
  const [trouble, setTrouble] = useState('');
  const kinds = (entry.sealed?.kinds ?? []).filter((kind) => reveal?.kinds.includes(kind) === true);
  const toggle = (kind: PersonalKind) => {
    setTrouble('');
    if (opened[kind] !== undefined) {
      setOpened(({ [kind]: _, ...others }) => others);
      return;
    }
    void reveal?.show(entry, kind).then(
      (shown) => setOpened((before) => ({ ...before, [kind]: shown })),
      (error: unknown) => setTrouble(error instanceof Error ? error.message : 'The server did not answer.'),
    );
  };
  return { entry, kinds, opened: reveal === undefined ? {} : opened, trouble, toggle };
}

/** The words, with what is shown of them. */
export function Unmasked({ of: { entry, opened } }: { of: Unmasking }) {
  const pieces = unmasked(entry.text, Object.values(opened).flat());
  return (
    <div class="rich" dir="auto">
      <p>
        {pieces.map((piece, index) =>
          piece.shown ? (
            <span key={index} class="unmasked">
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
    </div>
  );
}

export function MaskButtons({ of: { kinds, opened, trouble, toggle } }: { of: Unmasking }) {
  if (kinds.length === 0) return null;
  return (
    <>
      <p class="masked muted">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="masked-toggle"
            aria-pressed={opened[kind] !== undefined}
            onClick={() => toggle(kind)}
          >
            {opened[kind] === undefined ? 'Show' : 'Hide'} the {personalWords[kind]}
          </button>
        ))}
        <span>Who looks is written down.</span>
      </p>
      <p class="masked-trouble" role="status">
        {trouble}
      </p>
    </>
  );
}
