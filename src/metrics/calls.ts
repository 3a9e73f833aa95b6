/** Answered calls by door: whose they are, by the first part of the route. */
import type { Called } from '../http/index.js';
import type { Instruments } from './instruments.js';

const doors: readonly (readonly [RegExp, string])[] = [
  [/^\/(v3\/directline|api\/chat)\//, 'chat'],
  [/^\/api\/messages$/, 'teams'],
  [/^\/api\/hook\//, 'hook'],
  [/^\/api\/desk\//, 'desk'],
  [/^\/api\/insights(\/|$)/, 'insights'],
  [/^\/(health\/|metrics$)/, 'operations'],
  [/^\/api\//, 'access'],
];

/** Addresses that are no route have one name together. */
const nowhere = 'none';

export function countCall({ http }: Instruments, { path = nowhere, method, status, seconds }: Called): void {
  const door = doors.find(([pattern]) => pattern.test(path))?.[1] ?? (path === nowhere ? nowhere : 'pages');
  const kind = method === 'POST' ? 'write' : 'read';
  http.observe({ door, route: path, method: kind, status: `${Math.floor(status / 100)}xx` }, seconds);
}
