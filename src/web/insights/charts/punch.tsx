/** Days by hours: the size of a square is the value, so that it needs no colour; the largest one is named. */
import type { Press } from '../page.js';
import { useWidth } from './width.js';

export interface PunchCell {
  /** 0..23 by the local clock. */
  readonly hour: number;
  readonly value: number;
  readonly text: string;
  /** Opens its cases. */
  readonly press?: Press;
}

export interface PunchRow {
  readonly name: string;
  readonly cells: readonly PunchCell[];
}

export interface PunchProps {
  readonly rows: readonly PunchRow[];
  readonly words: string;
}

const left = 62;
const head = 18;

interface SquareProps {
  readonly cell: PunchCell;
  readonly side: number;
  readonly most: boolean;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

function Square({ cell, side, most, x, y }: SquareProps) {
  return (
    <rect
      class={most ? 'punch punch-most' : 'punch'}
      x={x - side / 2}
      y={y - side / 2}
      width={side}
      height={side}
      rx={Math.min(3, side / 4)}
      {...cell.press}
    >
      <title>{cell.text}</title>
    </rect>
  );
}

export function Punch({ rows, words }: PunchProps) {
  const { box, width } = useWidth();
  const cell = (width - left - 4) / 24;
  const line = rows.length > 10 ? 17 : 24;
  const biggest = Math.min(cell, line) - 2;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  const size = (value: number) => Math.max(2, Math.sqrt(value / most) * biggest);
  const height = head + rows.length * line + 4;
  const every = cell < 22 ? 6 : 3;
  return (
    <div ref={box} class="plot">
      <svg width={width} height={height} role="img" aria-label={words}>
        {Array.from({ length: 24 }, (_, hour) =>
          hour % every === 0 ? (
            <text key={hour} class="tick" x={left + cell * (hour + 0.5)} y={11} text-anchor="middle">
              {String(hour).padStart(2, '0')}
            </text>
          ) : null,
        )}
        {rows.map(({ name, cells }, index) => {
          const y = head + line * (index + 0.5);
          return (
            <g key={name}>
              <line class="grid" x1={left} x2={width} y1={y} y2={y} />
              <text class="tick" x={0} y={y + 4}>
                {name}
              </text>
              {cells.map((one) => (
                <Square
                  key={one.hour}
                  cell={one}
                  side={size(one.value)}
                  most={one.value === most}
                  x={left + cell * (one.hour + 0.5)}
                  y={y}
                />
              ))}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
