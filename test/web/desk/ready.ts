/** A desk with one open ticket, for the tests of what happens on it. */
import { createDesk, type Desk, type DeskParts } from '../../../src/web/desk/desk.js';
import type { DeskPort } from '../../../src/web/desk/port.js';
import type { FeedEvent } from '../../../src/web/desk/types.js';
import { entry, fakePort, fakeShelf, line, mine, view } from './rows.js';

export const first = [entry(1), entry(2, 'assistant'), entry(3)];
export const lineOf = (...held: ReturnType<typeof mine>[]): FeedEvent => ({ kind: 'line', line: line({ mine: held }) });

export async function ready(answers: Partial<DeskPort>, rest: Partial<DeskParts> = {}): Promise<Desk> {
  let ids = 0;
  const port = fakePort({ ticket: () => Promise.resolve(view(mine('a'), first)), ...answers });
  const stores = { shelf: fakeShelf(), disk: fakeShelf() };
  const never = () => () => undefined;
  const rests = { now: () => 9000, newId: () => `id${++ids}`, after: never, unheard: () => undefined };
  const parts = { port, ...stores, ...rests };
  const desk = createDesk({ ...parts, ...rest });
  await desk.start();
  await desk.receive(lineOf(mine('a')));
  await desk.open('a');
  return desk;
}
