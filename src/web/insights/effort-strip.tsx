/** The effort strip: a case from left to right, whose time it was, how the customer felt, and what went wrong. */
import { stintMeaning, stintWord } from '../desk/words.js';
import { moodLook } from '../kit/moods.js';
import { clockText } from '../kit/time.js';
import { Chart } from './charts/chart.js';
import { useWidth } from './charts/width.js';
import { span } from './format.js';
import { linePath } from './scale.js';
import { strip, totals, type MarkKind, type Strip } from './strip.js';
import type { EpisodeView } from './types.js';

const signs: Readonly<Record<MarkKind, { readonly sign: string; readonly word: string }>> = {
  miss: { sign: '?', word: 'not understood' },
  repeat: { sign: '↻', word: 'said again' },
  transfer: { sign: '⇄', word: 'changed hands' },
  survey: { sign: '★', word: 'survey' },
};

const mood = { top: 10, height: 62 };
const moodY = (level: number) => mood.top + ((3 - level) / 6) * mood.height;

function MoodLine({ found, width }: { found: Strip; width: number }) {
  const points = found.moods.map(({ left, level, seq, at }) => ({
    x: 6 + left * (width - 12),
    y: moodY(level),
    level,
    seq,
    at,
  }));
  return (
    <svg class="strip-mood" width={width} height={mood.top * 2 + mood.height} role="img" aria-label={moodWords(found)}>
      {[3, 0, -3].map((level) => (
        <line key={level} class={level === 0 ? 'axis' : 'grid'} x1={0} x2={width} y1={moodY(level)} y2={moodY(level)} />
      ))}
      <text class="tick" x={width} y={moodY(3) - 3} text-anchor="end">
        delighted
      </text>
      <text class="tick" x={width} y={moodY(-3) - 4} text-anchor="end">
        very frustrated
      </text>
      <path class="band-line" d={linePath(points)} />
      {points.map(({ x, y, level, seq, at }) => (
        <circle key={seq} class={`mood-dot mood-dot-${moodLook(level).tone}`} cx={x} cy={y} r="4.5">
          <title>{`${clockText(at)}: ${moodLook(level).word}`}</title>
        </circle>
      ))}
    </svg>
  );
}

const moodWords = ({ moods }: Strip): string =>
  moods.length === 0
    ? 'No mood was read.'
    : `Mood of the customer: ${moods.map(({ level }) => moodLook(level).word).join(', ')}.`;

const percent = (part: number) => `${part * 100}%`;

/** Only where it fits: a letter is about 6.5 px wide. */
function BlockLabel({ words, room }: { words: string; room: number }) {
  return words.length * 6.5 + 24 > room ? null : <span class="block-label figures">{words}</span>;
}

function Blocks({ found, width }: { found: Strip; width: number }) {
  return (
    <div class="effort-blocks" aria-hidden="true">
      {found.blocks.map(({ kind, from, to, left, width: part }) => (
        <span
          key={from}
          class={`stint stint-${kind} effort-block`}
          style={{ left: percent(left), width: percent(part) }}
          title={`${stintMeaning(kind)}: ${span(to - from)}`}
        >
          <BlockLabel words={`${stintWord(kind)} ${span(to - from)}`} room={part * width} />
        </span>
      ))}
    </div>
  );
}

const apart = 18;

/** Marks of nearly the same moment stand beside each other, in their order. */
function Marks({ found, width }: { found: Strip; width: number }) {
  let last = -apart;
  const places = found.marks.map(({ left }) => (last = Math.max(left * (width - apart) + apart / 2, last + apart)));
  return (
    <div class="effort-marks" aria-hidden="true">
      {found.marks.map(({ kind, seq, text, at }, index) => (
        <span key={seq} class="effort-mark" style={{ left: `${places[index]}px` }} title={`${clockText(at)}: ${text}`}>
          {signs[kind].sign}
        </span>
      ))}
    </div>
  );
}

function Legend({ found }: { found: Strip }) {
  const kinds = [...new Set(found.marks.map(({ kind }) => kind))];
  return (
    <div class="strip-legend figures">
      <ul>
        {totals(found.blocks).map(({ kind, span: length }) => (
          <li key={kind}>
            <span class={`stint stint-${kind} legend-swatch`} aria-hidden="true" />
            {stintMeaning(kind)} {span(length)}
          </li>
        ))}
      </ul>
      {kinds.length > 0 && (
        <ul class="muted">
          {kinds.map((kind) => (
            <li key={kind}>
              <span aria-hidden="true">{signs[kind].sign}</span> {signs[kind].word}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const twinRows = (found: Strip): readonly (readonly string[])[] =>
  [
    ...found.blocks.map(({ from, to, kind }) => ({ at: from, cells: [stintMeaning(kind), span(to - from)] })),
    ...found.moods.map(({ at, level }) => ({ at, cells: [`Read as ${moodLook(level).word}`, ''] })),
    ...found.marks.map(({ at, text }) => ({ at, cells: [text, ''] })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ at, cells }) => [clockText(at), ...cells]);

function Drawing({ found }: { found: Strip }) {
  const { box, width } = useWidth(900);
  return (
    <div ref={box} class="effort-strip">
      <MoodLine found={found} width={width} />
      <Blocks found={found} width={width} />
      <Marks found={found} width={width} />
      <Legend found={found} />
    </div>
  );
}

export function EffortStrip({ view }: { view: EpisodeView }) {
  const found = strip(view);
  const length = found ? span(found.to - found.from) : '';
  return (
    <Chart
      title="How it went"
      heading="h2"
      note={found ? `${clockText(found.from)} to ${clockText(found.to)}, ${length}; above, how the customer felt` : ''}
      twin={{
        columns: [{ name: 'Time' }, { name: 'What happened' }, { name: 'How long', number: true }],
        rows: found ? twinRows(found) : [],
      }}
      empty={found ? undefined : 'This case has no length yet.'}
    >
      {found && <Drawing found={found} />}
    </Chart>
  );
}
