/** A sparkline: the shape of a figure over the period, from zero. It is decoration; the figures stand beside it. */
import { areaPath, linePath } from '../scale.js';

const width = 96;
const height = 24;

export function Spark({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const most = Math.max(1, ...values);
  const points = values.map((value, index) => ({
    x: (index / (values.length - 1)) * width,
    y: height - 2 - (value / most) * (height - 4),
  }));
  const last = points.at(-1);
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path class="spark-area" d={areaPath(points, height - 1)} />
      <path class="spark-line" d={linePath(points)} />
      {last && <circle class="spark-end" cx={last.x - 2} cy={last.y} r="2" />}
    </svg>
  );
}
