/** Choices under the newest line: real buttons, gone once one is used. A scale is one row with words at its ends. */
import { Text } from '../kit/text.js';
import { readScale } from './shown.js';
import type { Choice, Line } from './store.js';

export interface ChoicesProps {
  readonly choices: readonly Choice[];
  /** `byKey`: with the keyboard, so the focus must be taken care of. */
  readonly onChoose: (choice: Choice, byKey: boolean) => void;
}

const choose = (choice: Choice, onChoose: ChoicesProps['onChoose']) => (event: MouseEvent) =>
  onChoose(choice, event.detail === 0);

export function Choices({ choices, onChoose }: ChoicesProps) {
  return (
    <div class="choices">
      {choices.map((choice) => (
        <button key={choice.value} type="button" class="choice" dir="auto" onClick={choose(choice, onChoose)}>
          {choice.title}
        </button>
      ))}
    </div>
  );
}

function nameOf(title: string, at: { index: number; last: number; low: string; high: string }): string {
  const end = at.index === 0 ? at.low : at.index === at.last ? at.high : '';
  return end === '' ? `${title} of ${at.last + 1}` : `${title} of ${at.last + 1}, ${end}`;
}

export function Scale({ line, choices, onChoose }: ChoicesProps & { line: Line }) {
  const { question, low, high } = readScale(line.text);
  const last = choices.length - 1;
  return (
    <div class="scale" role="group" aria-label={question}>
      <div class="scale-row">
        {choices.map((choice, index) => (
          <button
            key={choice.value}
            type="button"
            class="scale-step"
            aria-label={nameOf(choice.title, { index, last, low, high })}
            onClick={choose(choice, onChoose)}
          >
            {choice.title}
          </button>
        ))}
      </div>
      {low !== '' && (
        <div class="scale-ends" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </div>
      )}
    </div>
  );
}

/** A question with a scale: the words at the ends stand at the ends, not in the text. */
export const LineText = ({ line }: { line: Line }) => (
  <Text text={line.form === 'scale' ? readScale(line.text).question : line.text} />
);
