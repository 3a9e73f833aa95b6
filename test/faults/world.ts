/** What the database holds, read past the product's own code: the other half of the evidence. */
import { groupBy } from './history.js';

/** The few reads the checker needs, of a server or of a whole cluster. */
export interface Reader {
  /** All keys that match a pattern of KEYS, on every node. */
  keys(pattern: string): Promise<readonly string[]>;
  call(command: string, ...args: readonly (string | number)[]): Promise<unknown>;
  close(): void;
}

export type Fields = Readonly<Record<string, string | undefined>>;

export interface Line {
  readonly seq: number;
  /** Microseconds since 1970. */
  readonly at: number;
  /** c(ustomer) b(ot) a(gent) n(ote) s(eam) */
  readonly role: string;
  readonly text: string;
  /** Whose time runs from here. */
  readonly stint: string;
  /** What it carries, by letter: k is a mark, v a value, o a form, e how it reads. */
  readonly carries: Fields;
  /** Its channel's id, while it is fresh. */
  readonly activity: string;
}

export interface Talk {
  readonly id: string;
  readonly shard: string;
  readonly fields: Fields;
  readonly lines: readonly Line[];
  /** By number, from 1. */
  readonly episodes: readonly Fields[];
  /** Numbers of the messages that were read by the assistant. */
  readonly felt: readonly number[];
  readonly log: readonly Logged[];
}

/** One transition, as the scripts log it. */
export interface Logged {
  readonly what: string;
  readonly conversation: string;
  readonly shard: string;
  readonly episode: number;
  readonly epoch: number;
  /** Microseconds since 1970. */
  readonly at: number;
  readonly who: string;
}

export interface World {
  readonly talks: readonly Talk[];
  /** Every transition of all shards; within a shard in the order in which it happened. */
  readonly log: readonly Logged[];
  /** In some line. */
  readonly waiting: readonly string[];
  readonly leased: readonly string[];
  /** The episodes of customers who were erased. */
  readonly nobodys: readonly Fields[];
  /** Every key with what it holds, as text; empty where nobody was erased. */
  readonly traces: readonly string[];
  readonly tallies: ReadonlyMap<string, number>;
}

const strings = (value: unknown): readonly string[] => (value as readonly string[] | null) ?? [];

function record(value: unknown): Fields {
  const flat = strings(value).flat(); // RESP3 pairs members with their scores
  return Object.fromEntries(flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1]]] : [])));
}

const rows = (value: unknown) =>
  (value as readonly (readonly [string, readonly string[]])[]).map(([id, flat]) => ({ id, fields: record(flat) }));

function line(packed: string, known: ReadonlyMap<number, string>): Line {
  const [, role = '', stint = '', seq = '', at = '', head = '', text = ''] =
    /^(.)(.)(\d+) (\d+)((?:[^\d\n].*)?)\n([^]*)$/.exec(packed) ?? [];
  const carries = Object.fromEntries(head.split('\t').map((part) => [part.charAt(0), part.slice(1)]));
  const activity = known.get(Number(seq)) ?? '';
  return { seq: Number(seq), at: Number(at), role, text, stint, carries, activity };
}

async function readLog({ call }: Reader, shard: string): Promise<readonly Logged[]> {
  const found = rows(await call('XRANGE', `e:{${shard}}:log`, '-', '+'));
  return found.map(({ fields: f }) => ({
    what: f['k'] ?? '',
    conversation: f['c'] ?? '',
    shard,
    episode: Number(f['e']),
    epoch: Number(f['p']),
    at: Number(f['t']),
    who: f['w'] ?? '',
  }));
}

async function readTalk(reader: Reader, shard: string, id: string): Promise<Omit<Talk, 'log'>> {
  const fields = record(await reader.call('HGETALL', `c:{${shard}}:${id}`));
  const numbers = Array.from({ length: Number(fields['e'] ?? 0) }, (_, i) => i + 1);
  const [items, seen, episodes] = await Promise.all([
    reader.call('LRANGE', `t:{${shard}}:${id}`, 0, -1),
    reader.call('ZRANGE', `d:{${shard}}:${id}`, 0, -1, 'WITHSCORES'),
    Promise.all(numbers.map(async (e) => record(await reader.call('HGETALL', `p:{${shard}}:${e}:${id}`)))),
  ]);
  const known = new Map(Object.entries(record(seen)).map(([activity, seq]) => [Number(seq), activity]));
  const lines = strings(items).map((item) => line(item, known));
  const felt = lines.filter(({ carries }) => carries['e'] !== undefined).map(({ seq }) => seq);
  return { id, shard, fields, lines, felt, episodes };
}

async function readTallies({ keys, call }: Reader): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const key of await keys('h:{*}:*')) {
    for (const [name, value] of Object.entries(record(await call('HGETALL', key)))) {
      sums.set(name, (sums.get(name) ?? 0) + Number(value));
    }
  }
  return sums;
}

/** The members of all sorted sets of that name. */
async function inAll(reader: Reader, pattern: string): Promise<readonly string[]> {
  const keys = await reader.keys(pattern);
  return (await Promise.all(keys.map((key) => reader.call('ZRANGE', key, 0, -1)))).flatMap(strings);
}

const ways: Readonly<Record<string, readonly (string | number)[]>> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', 0, -1],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', 0, -1],
  stream: ['XRANGE', '-', '+'],
};

async function readTraces({ keys, call }: Reader): Promise<readonly string[]> {
  const all = await keys('*');
  return Promise.all(
    all.map(async (key) => {
      const [command, ...rest] = ways[String(await call('TYPE', key))] ?? ['TYPE'];
      return `${key} ${JSON.stringify(await call(String(command), key, ...rest))}`;
    }),
  );
}

async function readNobodys({ keys, call }: Reader): Promise<readonly Fields[]> {
  return Promise.all((await keys('p:{*}:1:erased-*')).map(async (key) => record(await call('HGETALL', key))));
}

/** `whole`: with every trace of the customers who were erased. */
export async function readWorld(reader: Reader, shards: readonly string[], whole: boolean): Promise<World> {
  const named = await reader.keys('c:{*}:*');
  const ids = named
    .map((key) => /^c:\{(.+?)\}:(.+)$/.exec(key) ?? [])
    .map(([, shard = '', id = '']) => ({ shard, id }));
  const [logged, talks] = await Promise.all([
    Promise.all(shards.map((shard) => readLog(reader, shard))).then((all) => all.flat()),
    Promise.all(ids.map(({ shard, id }) => readTalk(reader, shard, id))),
  ]);
  const [waiting, leased, tallies] = await Promise.all([
    inAll(reader, 'q:{*}:*'),
    inAll(reader, 'l:{*}:leases'),
    readTallies(reader),
  ]);
  const names = new Map(talks.map(({ id, fields }) => [fields['lg'] ?? id, id])); // the log has its own name for each
  const log = logged.map((one) => ({ ...one, conversation: names.get(one.conversation) ?? one.conversation }));
  const logs = groupBy(log, (one) => one.conversation);
  return {
    talks: talks.map((talk) => ({ ...talk, log: logs.get(talk.id) ?? [] })),
    log,
    waiting,
    leased,
    tallies,
    nobodys: await readNobodys(reader),
    traces: whole ? await readTraces(reader) : [],
  };
}
