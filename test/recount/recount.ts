/**
 * The figures of a period counted again from the effort log and nothing else: plain SQL in DuckDB, written from the words
 * of the definitions. It shares no code with the server, so that what both say is true or both were told wrong.
 */
import { DuckDBInstance } from '@duckdb/node-api';

/** By the names of this file's queries; null where nothing was measured. */
export type Recounted = Readonly<Record<string, number | null>>;

const text = 'VARCHAR';
const number = 'DOUBLE';
const time = 'TIMESTAMP';
const columns = {
  ...{ episode: text, channel: text, language: text, queue: text, state: text, outcome: text, reason: text },
  ...{ stood: text, promise: text, born: time, asked: time, ended: time },
  ...{ wait_seconds: number, first_reply_seconds: number, contacts: number, transfers: number, effort: number },
  ...{
    answers: number,
    misses: number,
    asked_ces: number,
    ces: number,
    entries: 'MAP(VARCHAR, STRUCT(shown INTEGER))',
  },
};

const within = (column: string) => `${column} >= $since AND ${column} < $till`;
const cases = (column: string, condition: string) =>
  `SELECT count(*) FROM log WHERE ${within(column)} AND (${condition})`;
const sum = (column: string, what: string) => `SELECT coalesce(sum(${what}), 0) FROM log WHERE ${within(column)}`;
const spans = (what: string, stood: string) =>
  `SELECT ${what} AS span FROM log WHERE ${within('asked')} AND ${what} IS NOT NULL AND ${stood}`;
const percentile = (what: string, stood: string, share: number) =>
  `SELECT quantile_disc(span, ${share}) FROM (${spans(what, stood)})`;

/** The estimate of Kaplan and Meier: who was not served had waited at least so long. */
const survival = (share: number) => `
  WITH waits AS (
    SELECT wait_seconds AS t, (stood = 'served')::INT AS served FROM log
    WHERE ${within('asked')} AND stood IN ('served', 'left', 'dropped')
  ),
  steps AS (SELECT t, sum(served) AS served, count(*) AS here FROM waits GROUP BY t),
  risk AS (SELECT t, served, sum(here) OVER (ORDER BY t DESC) AS here FROM steps),
  open AS (SELECT t, product(1 - served / here) OVER (ORDER BY t) AS share FROM risk WHERE served > 0)
  SELECT min(t) FROM open WHERE 1 - share >= ${share} - 1e-9`;

const shares = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
const each = (prefix: string, names: readonly (string | number)[], query: (name: string | number) => string) =>
  Object.fromEntries(names.map((name) => [`${prefix}:${name}`, query(name)]));
const spread = (prefix: string, what: string, stood: string) => ({
  [`${prefix}.n`]: `SELECT count(*) FROM (${spans(what, stood)})`,
  ...Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [`${prefix}.${name}`, percentile(what, stood, share)]),
  ),
  [`${prefix}.longest`]: `SELECT max(span) FROM (${spans(what, stood)})`,
});

const outcomes = ['solved', 'assumed', 'helped', 'unanswered', 'gave-up'] as const;
const reasons = ['danger', 'fraud', 'distress', 'asked', 'frustrated', 'unanswered', 'fault', 'message', 'undelivered'];

const queries: Readonly<Record<string, string>> = {
  episodes: cases('born', 'true'),
  again: cases('born', 'contacts > 0'),
  answers: sum('born', 'answers'),
  misses: sum('born', 'misses'),
  ...each('shown', ['parking', 'hours', 'returns'], (name) => sum('born', `coalesce(entries['${name}'].shown, 0)`)),
  asked: cases('asked', 'true'),
  ...each('reason', reasons, (name) => cases('asked', `reason = '${name}'`)),
  dropped: cases('asked', `stood = 'dropped'`),
  lost: cases('asked', `stood = 'lost'`),
  prompt: cases('asked', `stood = 'served' AND wait_seconds <= 120`),
  short: cases('asked', `stood = 'left' AND wait_seconds <= 10`),
  ...each('promise', ['kept', 'sooner', 'later'], (name) => cases('asked', `promise = '${name}'`)),
  ...spread('served', 'wait_seconds', `stood = 'served'`),
  ...spread('left', 'wait_seconds', `stood = 'left'`),
  ...spread('taken', 'wait_seconds', `stood = 'taken'`),
  ...spread('reply', 'first_reply_seconds', 'true'),
  'all.n': cases('asked', `stood IN ('served', 'left', 'dropped')`),
  ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [`all.${name}`, survival(share)])),
  ended: cases('ended', 'true'),
  transferred: cases('ended', 'transfers > 0'),
  ...each('outcome', outcomes, (name) => cases('ended', `outcome = '${name}'`)),
  surveyed: sum('ended', 'asked_ces'),
  ...each('ces', [1, 2, 3, 4, 5, 6, 7], (score) => cases('ended', `ces = ${score}`)),
  'ces.n': cases('ended', 'ces IS NOT NULL'),
  'ces.mean': `SELECT avg(ces) FROM log WHERE ${within('ended')}`,
  easy: cases('ended', 'ces >= 5'),
  'effort.n': cases('ended', 'effort IS NOT NULL'),
  'effort.mean': `SELECT avg(effort) FROM log WHERE ${within('ended')}`,
  high: cases('ended', 'effort >= 50'),
};

/** `file`: the log as JSON lines; from and to milliseconds since 1970, `to` not included. */
export async function recount(file: string, { from, to }: { from: number; to: number }): Promise<Recounted> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
    const quoted = `'${file.replaceAll("'", "''")}'`;
    await connection.run(`CREATE TABLE log AS SELECT * FROM read_json(${quoted}, columns = {${types.join(', ')}})`);
    const bound = (at: number) => `make_timestamp(${Math.round(at * 1000)})`;
    const found: Record<string, number | null> = {};
    for (const [name, query] of Object.entries(queries)) {
      const asked = query.replaceAll('$since', bound(from)).replaceAll('$till', bound(to));
      const [row] = (await connection.runAndReadAll(asked)).getRows();
      const value = row?.[0];
      found[name] = value === null || value === undefined ? null : Number(value);
    }
    return found;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
