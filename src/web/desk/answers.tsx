/** Quick answers above the composer: found while typing after "/", chosen with the arrows and Enter. */
import { useId, useRef, useState } from 'preact/hooks';
import { isComposing } from '../kit/enter.js';
import type { DeskPort } from './port.js';
import { slashAt } from './slash.js';
import type { CannedAnswer } from './types.js';
import { plural } from './words.js';

interface Shown {
  readonly query: string;
  /** Undefined while they are looked up. */
  readonly found: readonly CannedAnswer[] | undefined;
  readonly at: number;
}

export interface Answers {
  readonly shown: Shown | undefined;
  readonly id: string;
  /** What ties the text field to the list. */
  readonly field: Readonly<Record<string, string | boolean | undefined>>;
  readonly look: (text: string, caret: number) => void;
  readonly choose: (answer: CannedAnswer) => void;
  readonly shut: () => void;
  /** True when the key was meant for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

type Move = (shown: Shown, found: readonly CannedAnswer[]) => void;

const around = (at: number, length: number) => (at + length) % length;

/** Search, shown list and the newest query, so that a late answer never replaces a newer one. */
function useSearch(port: DeskPort) {
  const [shown, setShown] = useState<Shown>();
  const asked = useRef('');
  const shut = () => {
    asked.current = '';
    setShown(undefined);
  };
  const look = (text: string, caret: number) => {
    const slash = slashAt(text, caret);
    if (!slash) {
      shut();
      return;
    }
    const mark = `/${slash.query}`;
    if (asked.current === mark) return;
    asked.current = mark;
    setShown((held) => ({ query: slash.query, found: held?.found, at: 0 }));
    port.answers(slash.query).then(
      (found) => asked.current === mark && setShown({ query: slash.query, found, at: 0 }),
      () => asked.current === mark && setShown({ query: slash.query, found: [], at: 0 }),
    );
  };
  return { shown, setShown, look, shut };
}

export function useAnswers(port: DeskPort, insert: (text: string) => void): Answers {
  const { shown, setShown, look, shut } = useSearch(port);
  const id = useId();
  const choose = (answer: CannedAnswer) => {
    insert(answer.text);
    shut();
  };
  const to =
    (by: number): Move =>
    (held, found) =>
      setShown({ ...held, at: around(held.at + by, found.length) });
  const pick: Move = (held, found) => {
    const answer = found[held.at];
    if (answer) choose(answer);
  };
  const moves: Readonly<Record<string, Move>> = {
    ArrowDown: to(1),
    ArrowUp: to(-1),
    Enter: pick,
    Tab: pick,
    Escape: shut,
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!shown || event.shiftKey || isComposing(event)) return false;
    const found = shown.found ?? [];
    const move = moves[event.key];
    if (!move || (found.length === 0 && event.key !== 'Escape')) return false;
    move(shown, found);
    return true;
  };
  const active = shown?.found?.[shown.at];
  const field = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': shown ? id : undefined,
    'aria-activedescendant': active && `${id}-${active.id}`,
  };
  return { shown, id, field, look, choose, shut, onKey };
}

export function QuickAnswers({ answers }: { answers: Answers }) {
  const { shown, id, choose } = answers;
  if (!shown) return null;
  const { found, at, query } = shown;
  if (found?.length === 0) {
    return (
      <div class="answers" id={id} role="status">
        <p class="muted answers-none">No quick answer for “{query}”. Keep typing, or press Esc.</p>
      </div>
    );
  }
  return (
    <>
      <p role="status" class="sr-only">
        {found && `${plural(found.length, 'quick answer')}. Choose with the arrows and Enter.`}
      </p>
      <ul class="answers" id={id} role="listbox" aria-label="Quick answers">
        {found?.map((answer, index) => (
          <li
            key={answer.id}
            id={`${id}-${answer.id}`}
            role="option"
            aria-selected={index === at}
            ref={(item) => {
              if (index === at) item?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(answer);
            }}
          >
            <strong>{answer.title}</strong>
            <span class="muted">{answer.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
