// Our sign, a bubble of speech with a warm line in it, drawn point by point as a PNG.
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc.js';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** `colour(x, y)`: red, green, blue and alpha of a point. */
function png(size, colour) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Array.from({ length: size }, (__, x) => colour((x + 0.5) / size, (y + 0.5) / size));
    return Buffer.from([0, ...row.flat()]);
  });
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

/** How far a point lies outside of the bubble; negative inside. */
function bubble(x, y) {
  const [dx, dy] = [Math.abs(x - 0.5) - 0.2, Math.abs(y - 0.46) - 0.12];
  const body = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - 0.14;
  const tail = Math.max(Math.abs(x - 0.38) - (0.86 - y) * 0.5, y - 0.86, 0.6 - y);
  return Math.min(body, tail);
}

const onLine = (x, y) => Math.abs(y - 0.46 - 0.06 * Math.sin((x - 0.5) * 18)) < 0.035 && Math.abs(x - 0.5) < 0.22;

const [deep, white, warm] = [
  [15, 82, 87, 255],
  [255, 255, 255, 255],
  [232, 138, 69, 255],
];

/** 192 by 192, filled to its edges as Teams wants it. */
export const colourIcon = () => png(192, (x, y) => (bubble(x, y) > 0 ? deep : onLine(x, y) ? warm : white));
/** 32 by 32: white on nothing. */
export const outlineIcon = () =>
  png(32, (x, y) => (Math.abs(bubble(x, y)) < 0.045 || onLine(x, y) ? white : [255, 255, 255, 0]));
