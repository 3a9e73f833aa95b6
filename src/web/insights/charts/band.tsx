/** A span over time, from zero up to the value: the band between nothing and the value of the hour. */
import { span } from '../format.js';
import { areaPath, linePath, runs, spanSteps, ticks } from '../scale.js';
import type { Press } from '../page.js';
import { useWidth } from './width.js';

export interface BandPoint {
  readonly at: number;
  readonly value: number | undefined;
  /** Opens its cases. */
  readonly press?: Press;
}

export interface BandProps {
  readonly points: readonly BandPoint[];
  /** Said for those who do not see it. */
  readonly words: string;
  readonly label: (at: number) => string;
  /** Whether a label stands under this moment. */
  readonly labelled: (at: number) => boolean;
}

const height = 190;
const edge = { top: 22, right: 12, bottom: 24, left: 56 };

function place({ points }: BandProps, width: number) {
  const marks = ticks(Math.max(0, ...points.map(({ value }) => value ?? 0)), spanSteps);
  const top = marks.at(-1) ?? 1;
  const inner = width - edge.left - edge.right;
  const x = (index: number) => edge.left + (points.length < 2 ? inner / 2 : (index / (points.length - 1)) * inner);
  const y = (value: number) => edge.top + (1 - value / top) * (height - edge.top - edge.bottom);
  return { marks, x, y };
}

function Axes({ band, width }: { band: BandProps; width: number }) {
  const { marks, x, y } = place(band, width);
  return (
    <>
      {marks.map((mark) => (
        <g key={mark}>
          <line class={mark === 0 ? 'axis' : 'grid'} x1={edge.left} x2={width - edge.right} y1={y(mark)} y2={y(mark)} />
          <text class="tick" x={edge.left - 8} y={y(mark) + 4} text-anchor="end">
            {mark === 0 ? '0' : span(mark)}
          </text>
        </g>
      ))}
      {band.points.map(({ at }, index) =>
        band.labelled(at) ? (
          <text key={at} class="tick" x={Math.min(x(index), width - 22)} y={height - 6} text-anchor="middle">
            {band.label(at)}
          </text>
        ) : null,
      )}
    </>
  );
}

/** The highest point carries its value; the label stays inside the drawing. */
function Peak({ band, width }: { band: BandProps; width: number }) {
  const { x, y } = place(band, width);
  const at = band.points.reduce(
    (best, { value }, index) => ((value ?? -1) > (band.points[best]?.value ?? -1) ? index : best),
    0,
  );
  const value = band.points[at]?.value;
  if (value === undefined) return null;
  const side = x(at) > width - 90 ? 'end' : x(at) < edge.left + 60 ? 'start' : 'middle';
  return (
    <g>
      <circle class="band-peak" cx={x(at)} cy={y(value)} r="3.5" />
      <text class="mark-label" x={x(at)} y={y(value) - 9} text-anchor={side}>
        {span(value)}
      </text>
    </g>
  );
}

export function Band(props: BandProps) {
  const { box, width } = useWidth();
  const { x, y } = place(props, width);
  const points = props.points.map(({ value }, index) => ({
    x: x(index),
    y: value === undefined ? undefined : y(value),
  }));
  const alone = runs(points).filter((run) => run.length === 1);
  return (
    <div ref={box} class="plot">
      <svg width={width} height={height} role="img" aria-label={props.words}>
        <Axes band={props} width={width} />
        <path class="band-area" d={areaPath(points, y(0))} />
        <path class="band-line" d={linePath(points)} />
        {alone.map(([point]) => point && <circle key={point.x} class="band-dot" cx={point.x} cy={point.y} r="2.5" />)}
        <Peak band={props} width={width} />
        {props.points.map(({ at, value, press }, index) =>
          value === undefined || press === undefined ? null : (
            <circle key={at} class="band-press" cx={x(index)} cy={y(value)} r="6" {...press}>
              <title>{`${props.label(at)}: ${span(value)}`}</title>
            </circle>
          ),
        )}
      </svg>
    </div>
  );
}
