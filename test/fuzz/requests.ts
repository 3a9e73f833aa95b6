/** Generated requests for every door: nearly right ones with one thing wrong, and nonsense; the same for the same seed. */
import { createChance } from '../../src/faq/chance.js';

export interface Sent {
  readonly door: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is true at the server, to be used rightly and wrongly. */
export interface Known {
  readonly conversations: readonly { readonly id: string; readonly token: string }[];
  readonly cookies: readonly string[];
  readonly secret: string;
}

interface Door {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: (one: Draw) => unknown;
  /** How often it is drawn, beside the others. */
  readonly weight?: number;
}

interface Draw {
  readonly known: Known;
  chance(): number;
  below(count: number): number;
  of<T>(things: readonly T[]): T;
  text(): string;
  id(): string;
}

const message = (draw: Draw): object => ({
  type: draw.of(['message', 'message', 'message', 'typing', 'event', 'conversationUpdate', 'endOfConversation', '']),
  text: draw.text(),
  from: { id: draw.id(), name: draw.text() },
  channelData: { clientActivityID: draw.id(), choice: draw.of(['solved', 'person', 'not-now', '7', draw.text()]) },
});
const wire = (draw: Draw): object => ({
  ...message(draw),
  type: draw.of(['message', 'message', 'invoke', 'messageReaction', 'installationUpdate', '', 'x'.repeat(300)]),
  id: draw.id(),
  channelId: draw.of(['msteams', 'emulator', 'webchat', draw.text()]),
  serviceUrl: draw.of(['http://127.0.0.1:9/', 'https://smba.trafficmanager.net/', 'file:///etc/passwd', draw.text()]),
  conversation: { id: draw.id(), tenantId: draw.text() },
  recipient: { id: 'bot' },
  entities: [{ type: 'mention', text: draw.text(), mentioned: { id: draw.of(['bot', draw.text()]) } }],
});

const line = '/v3/directline';
const ticket = '/api/desk/tickets/:id';
const epoch = (draw: Draw): object => ({ epoch: draw.below(4), seen: draw.below(1000) });
const doors: readonly Door[] = [
  {
    name: 'chat',
    method: 'POST',
    path: `${line}/tokens/generate`,
    body: (draw) => ({ user: { id: draw.id(), name: draw.text() } }),
  },
  { name: 'chat', method: 'POST', path: `${line}/tokens/refresh`, body: () => ({ renewable: true }) },
  { name: 'chat', method: 'POST', path: `${line}/conversations`, body: () => ({ renewable: true }) },
  { name: 'chat', method: 'GET', path: `${line}/conversations/:id?watermark=:text` },
  { name: 'chat', method: 'GET', path: `${line}/conversations/:id/activities?watermark=:text`, weight: 2 },
  { name: 'chat', method: 'POST', path: `${line}/conversations/:id/activities`, body: message, weight: 4 },
  { name: 'chat', method: 'POST', path: `${line}/session/getsessionid`, body: () => ({}) },
  { name: 'chat', method: 'GET', path: '/widget/settings' },
  { name: 'teams', method: 'POST', path: '/api/messages', body: wire, weight: 4 },
  { name: 'hook', method: 'POST', path: '/api/hook/messages', body: message },
  {
    name: 'access',
    method: 'POST',
    path: '/api/sign-in',
    body: (draw) => ({ id: draw.of(['ana', 'maya', draw.text()]) }),
  },
  { name: 'access', method: 'GET', path: '/api/sign-in' },
  { name: 'access', method: 'GET', path: '/api/me' },
  { name: 'access', method: 'GET', path: '/api/sessions' },
  { name: 'desk', method: 'GET', path: '/api/desk/line' },
  { name: 'desk', method: 'GET', path: '/api/desk/team' },
  { name: 'desk', method: 'GET', path: '/api/desk/answers?q=:text' },
  { name: 'desk', method: 'GET', path: ticket },
  { name: 'desk', method: 'GET', path: `${ticket}/entries?after=:text` },
  {
    name: 'desk',
    method: 'POST',
    path: '/api/desk/presence',
    body: (draw) => ({ state: draw.of(['here', 'away', draw.text()]) }),
  },
  { name: 'desk', method: 'POST', path: '/api/desk/claim', body: (draw) => ({ token: draw.id(), ticket: draw.id() }) },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/say`,
    body: (draw) => ({ ...epoch(draw), id: draw.id(), text: draw.text(), note: draw.chance() < 0.5 }),
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/move`,
    body: (draw) => ({ ...epoch(draw), action: draw.of(['release', 'handback', 'close', draw.text()]) }),
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/pass`,
    body: (draw) => ({ ...epoch(draw), queue: draw.of(['main', draw.text()]), to: draw.of(['ben', draw.text()]) }),
  },
  { name: 'insights', method: 'GET', path: '/api/insights/summary?from=:day&to=:day' },
  { name: 'insights', method: 'GET', path: '/api/insights/episodes?from=:day&to=:day' },
  { name: 'insights', method: 'GET', path: '/api/insights/episodes/:id?number=:text' },
  { name: 'insights', method: 'GET', path: '/api/insights/export?from=:day&to=:day&format=:text' },
  { name: 'pages', method: 'GET', path: '/:text' },
  { name: 'operations', method: 'GET', path: '/health/ready' },
  { name: 'operations', method: 'GET', path: '/metrics' },
];
const drawn = doors.flatMap((door) => Array<Door>(door.weight ?? 1).fill(door));

/** A person and a few figures now and then, and signs that have hurt somebody before. */
const texts = [
  'How long does delivery take?',
  'I want to talk to a person',
  'this is useless, I am so angry',
  '',
  ' ',
  '\u0000',
  '\u202egnp.exe',
  '\ud83d',
  '<script>alert(1)</script>',
  "'; DROP TABLE tickets; --",
  '{{constructor}}',
  '../../etc/passwd',
  '%00%ff%zz',
  '__proto__',
  '2026-11-01',
  '-1',
  '1e309',
  'NaN',
  '9007199254740993',
];
const days = ['1764547200000', '1795564800000', '1796515200000', '2026-11-01', '2026-11-30T00:00:00Z'];
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

function createDraw(known: Known, seed: number): Draw {
  const chance = createChance(seed);
  const below = (count: number) => Math.floor(chance() * count);
  const of = <T>(things: readonly T[]): T => things[below(things.length)] as T;
  const letter = () => String.fromCodePoint(of([32 + below(95), 128 + below(2000), 0x4e00 + below(500), below(32)]));
  const noise = () => Array.from({ length: below(60) }, letter).join('');
  return {
    known,
    chance,
    below,
    of,
    text: () => (chance() < 0.6 ? of(texts) : chance() < 0.9 ? noise() : of(texts).repeat(1 + below(300))),
    id: () => (chance() < 0.6 ? of(known.conversations).id : chance() < 0.8 ? `id-${below(1e6)}` : of(texts)),
  };
}

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

function bodyOf(door: Door, draw: Draw): string {
  const right = door.body?.(draw) ?? {};
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

function headersOf(draw: Draw, body: string | undefined): Record<string, string> {
  const { known } = draw;
  const who = draw.chance();
  const bearer = who < 0.45 ? draw.of(known.conversations).token : who < 0.5 ? known.secret : who < 0.55 ? 'x.y.z' : '';
  const type =
    draw.chance() < 0.95 ? 'application/json' : draw.of(['text/plain', 'application/xml', 'multipart/form-data']);
  return {
    ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
    ...(draw.chance() < 0.5 ? { cookie: draw.of(known.cookies) } : {}),
    ...(draw.chance() < 0.05 ? { origin: draw.of(['http://elsewhere.example', 'null']) } : {}),
    ...(draw.chance() < 0.03 ? { 'x-forwarded-for': escaped(draw.text()).slice(0, 100) } : {}),
    ...(draw.chance() < 0.01 ? { 'x-long': 'h'.repeat(draw.below(20_000)) } : {}),
    ...(body === undefined ? {} : { 'content-type': type }),
  };
}

/** Endless. */
export function* requests(known: Known, seed: number): Generator<Sent> {
  const draw = createDraw(known, seed);
  for (;;) {
    const door = draw.of(drawn);
    const own = draw.of(known.conversations);
    const path = door.path.replace(/:(id|text|day)/g, (_, kind) =>
      escaped(
        kind === 'day' && draw.chance() < 0.7
          ? draw.of(days)
          : kind !== 'id'
            ? draw.text()
            : draw.chance() < 0.5
              ? own.id
              : draw.id(),
      ),
    );
    const method =
      draw.chance() < 0.97 ? door.method : draw.of(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'POST', 'GET']);
    const body = door.body === undefined && draw.chance() < 0.98 ? undefined : bodyOf(door, draw);
    const headers = headersOf(draw, body);
    // a sign-in ends the session it comes with
    if (path === '/api/sign-in') delete headers['cookie'];
    // a token and its conversation belong together half of the time, or no call would ever come far
    const fits = headers['authorization'] !== undefined && path.includes(escaped(own.id)) && draw.chance() < 0.7;
    const token = fits ? { authorization: `Bearer ${own.token}` } : {};
    yield { door: door.name, method, path, headers: { ...headers, ...token }, ...(body === undefined ? {} : { body }) };
  }
}
