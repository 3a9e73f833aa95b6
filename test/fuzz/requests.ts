/** Generated requests for every door: right ones, ones with one thing wrong, and nonsense. The same seed draws alike. */
import { sign } from '../../src/channels/hook/signature.js';
import { type Door, doorsOf } from './doors.js';
import { createDraw, type Draw, type Held, type Known } from './draw.js';

export interface Sent {
  readonly door: Door;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  [],
  {},
  [[[[]]]],
  { length: 1e9 },
  '',
  'x'.repeat(5000),
];
const days = ['1764547200000', '1795564800000', '1796515200000', '2026-11-01', '2026-11-30T00:00:00Z'];

/** One field, at any depth, becomes another thing, is gone, or is there once more. */
function spoil(value: unknown, draw: Draw): unknown {
  if (typeof value !== 'object' || value === null || draw.chance() < 0.2) return draw.of(values);
  const names = Object.keys(value);
  const name = names.length === 0 ? 'more' : draw.of(names);
  const kept: Record<string, unknown> = { ...value };
  const fate = draw.chance();
  // JSON leaves out what is undefined
  kept[name] = fate < 0.2 ? undefined : fate < 0.6 ? draw.of(values) : spoil(kept[name], draw);
  return kept;
}

function spelled(right: unknown, draw: Draw): string {
  const kind = draw.chance();
  if (kind < 0.5) return JSON.stringify(right);
  if (kind < 0.85) return JSON.stringify(spoil(right, draw));
  const text = JSON.stringify(right);
  if (kind < 0.93) return text.slice(0, draw.below(text.length));
  if (kind < 0.97) return draw.text();
  const depth = draw.below(5000);
  return kind < 0.99 ? '['.repeat(depth) + ']'.repeat(depth) : `{"text":"${'a'.repeat(draw.below(300_000))}"}`;
}

const escaped = (text: string): string => encodeURIComponent(text.toWellFormed());

function headersOf(draw: Draw, door: Door, body: string | undefined): Record<string, string> {
  const { known } = draw;
  const who = draw.chance();
  const bearer = who < 0.45 ? draw.of(known.conversations).token : who < 0.5 ? known.secret : who < 0.55 ? 'x.y.z' : '';
  const type =
    draw.chance() < 0.95 ? 'application/json' : draw.of(['text/plain', 'application/xml', 'multipart/form-data']);
  const signs = door.signed !== undefined && draw.chance() < 0.9;
  const id = { id: `hook-${draw.below(1e6)}`, at: Date.now() };
  const cookie = door.by !== undefined && draw.chance() < 0.5 ? door.by : draw.of([...cookieNames(known), undefined]);
  return {
    ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
    ...(cookie === undefined || door.ends === true ? {} : { cookie: known.cookies[cookie] }),
    ...(draw.chance() < 0.05 ? { origin: draw.of(['http://elsewhere.example', 'null']) } : {}),
    ...(draw.chance() < 0.03 ? { 'x-forwarded-for': escaped(draw.text()).slice(0, 100) } : {}),
    ...(draw.chance() < 0.01 ? { 'x-long': 'h'.repeat(draw.below(20_000)) } : {}),
    ...(body === undefined ? {} : { 'content-type': type }),
    ...(signs ? sign(door.signed ?? '', id, Buffer.from(body ?? '')) : {}),
  };
}
const cookieNames = ({ cookies }: Known) => Object.keys(cookies) as (keyof Known['cookies'])[];

/** Whose words they are: of a chat with its own token, or of a ticket with the session of who claimed it. */
interface Place {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly held?: Held;
}

function placeOf(door: Door, draw: Draw): Place {
  const { conversations, held } = draw.known;
  const about = door.holds !== undefined && held.length > 0 && draw.chance() < 0.5 ? draw.of(held) : undefined;
  if (about !== undefined) return { id: about.id, headers: { cookie: about.cookie }, held: about };
  const own = draw.of(conversations);
  if (draw.chance() < 0.5) return { id: draw.id(), headers: {} };
  return { id: own.id, headers: draw.chance() < 0.5 ? { authorization: `Bearer ${own.token}` } : {} };
}

function pathOf({ path }: Door, id: string, draw: Draw): string {
  const filled = (kind: string): string =>
    kind === 'id' ? id : kind === 'day' && draw.chance() < 0.7 ? draw.of(days) : draw.text();
  return path.replace(/:(id|text|day)/g, (_, kind: string) => escaped(filled(kind)));
}

/** Endless. `hook`: the secret of the web hook. */
export function* requests(known: Known, hook: string, seed: number): Generator<Sent> {
  const draw = createDraw(known, seed);
  const drawn = doorsOf(hook).flatMap((door) => Array<Door>(door.weight ?? 1).fill(door));
  for (;;) {
    const door = draw.of(drawn);
    const { id, headers: own, held } = placeOf(door, draw);
    const method =
      draw.chance() < 0.97 ? door.method : draw.of(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'POST', 'GET']);
    const right = held !== undefined ? door.holds?.(held, draw) : (door.body?.(draw) ?? {});
    const body = door.method === 'GET' && draw.chance() < 0.98 ? undefined : spelled(right, draw);
    const headers = { ...headersOf(draw, door, body), ...own };
    yield { door, method, path: pathOf(door, id, draw), headers, ...(body === undefined ? {} : { body }) };
  }
}
