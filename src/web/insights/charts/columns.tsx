/** Columns from zero, each with its figure on top: histograms, and hours of one day. */
import type { Press } from '../page.js';
import { useWidth } from './width.js';

export interface ColumnBar {
  readonly name: string;
  readonly value: number;
  /** What stands on top; nothing for columns without anything in them. */
  readonly text: string;
  readonly chosen?: boolean;
  /** Opens its cases. */
  readonly press?: Press;
}

export interface ColumnsProps {
  readonly bars: readonly ColumnBar[];
  readonly words: string;
  readonly height?: number;
  /** The words under the first and the last column. */
  readonly ends?: readonly [string, string];
  /** Every how many columns a name is written. */
  readonly every?: number;
}

const head = 20;

function Ends({ words, width, y }: { words: readonly [string, string]; width: number; y: number }) {
  return (
    <>
      <text class="tick" x={0} y={y}>
        {words[0]}
      </text>
      <text class="tick" x={width} y={y} text-anchor="end">
        {words[1]}
      </text>
    </>
  );
}

export function Columns({ bars, words, height = 160, ends, every = 1 }: ColumnsProps) {
  const { box, width } = useWidth(420);
  const foot = ends ? 38 : 22;
  const step = width / Math.max(1, bars.length);
  const thick = Math.min(56, step * 0.72);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const base = height - foot;
  const tall = (value: number) => (value === 0 ? 0 : Math.max(2, (value / most) * (base - head)));
  return (
    <div ref={box} class="plot">
      <svg width={width} height={height} role="img" aria-label={words}>
        <line class="axis" x1={0} x2={width} y1={base} y2={base} />
        {bars.map(({ name, value, text, press, chosen = false }, index) => {
          const middle = step * (index + 0.5);
          return (
            <g key={name}>
              <rect
                class={chosen ? 'pillar pillar-chosen' : 'pillar'}
                x={middle - thick / 2}
                y={base - tall(value)}
                width={thick}
                height={tall(value)}
                rx={2}
                {...(value > 0 ? press : {})}
              />
              {value > 0 && (every === 1 || value === most) && (
                <text class="mark-label" x={middle} y={base - tall(value) - 6} text-anchor="middle">
                  {text}
                </text>
              )}
              {index % every === 0 && (
                <text class="tick" x={middle} y={base + 16} text-anchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        })}
        {ends && <Ends words={ends} width={width} y={height - 5} />}
      </svg>
    </div>
  );
}
