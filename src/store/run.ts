/** Runs scripts: what is asked of one in one moment goes to the server together. */
import { SupportError } from '../base/index.js';
import type { Connection, Redis } from './connection.js';
import { list, text } from './decode.js';
import { unavailable } from './faults.js';
import { keys } from './keys.js';
import { type ActName, acts, type Answer, type Request as Asked } from './schema/acts.js';
import type { Wire } from './schema/fields.js';
import { readScripts, type Script } from './scripts.js';

/**
 * Runs a script in one shard: what is asked and what is answered is declared in schema/acts.ts. What is asked in one
 * moment goes to the server together: each request has its own answer, and a fault of one is no other's.
 */
export type Run = <Name extends ActName>(name: Name, shard: string, asked: Asked<Name>) => Promise<Answer<Name>>;

interface Request {
  /** The shard first. */
  readonly args: readonly Wire[];
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: SupportError) => void;
}

/** Requests of one moment for one script, and the shard of the first: in a Cluster it is that of all. */
interface Batch {
  readonly script: Script;
  readonly shard: string;
  readonly requests: Request[];
}

/** More at once would keep everyone else waiting: some milliseconds. */
const mostTogether = 64;

export const unknownScript = (fault: unknown): boolean =>
  fault instanceof Error && (fault.message.startsWith('NOSCRIPT') || unknownScript(fault.cause));

/**
 * Two keys are declared, of which the second never exists. While a Cluster moves the slot of a shard to another node, a
 * part of its keys is here and a part there, and a script would be cut in half where it met one that is gone; a script
 * with a declared key that is missing is refused as a whole, and is sent again until the move is done.
 */
const declared = (shard: string): readonly string[] => [keys.log(shard), keys.still(shard)];

/** Half a character, which Redis could not read, becomes the sign for it. */
const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

function written(requests: readonly Request[]): string {
  const all = requests.map(({ args }) => args);
  const json = JSON.stringify(all);
  return json.includes('\\ud') ? JSON.stringify(all, wellFormed) : json;
}

/** What a request came to instead of an answer. */
function faultIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('err' in answer)) return undefined;
  return text(answer.err);
}

async function send(redis: Redis, { script, shard, requests }: Batch): Promise<void> {
  const given = [...declared(shard), written(requests)];
  try {
    const answer = await redis.evalsha(script.sha, 2, ...given).catch((fault: unknown) => {
      if (unknownScript(fault)) return redis.eval(script.text, 2, ...given);
      throw fault;
    });
    const answers = list(JSON.parse(text(answer)));
    for (const [i, { resolve, reject }] of requests.entries()) {
      const fault = faultIn(answers[i]);
      if (fault === undefined) resolve(answers[i]);
      else reject(unavailable(new Error(fault)));
    }
  } catch (fault) {
    for (const { reject } of requests) reject(unavailable(fault));
  }
}

export function createRun(
  { redis, cluster }: Pick<Connection, 'redis' | 'cluster'>,
  scripts: ReadonlyMap<ActName, Script> = readScripts(),
): Run {
  const gathered = new Map<string, Batch>();

  function gather(script: Script, shard: string, request: Request): void {
    const place = cluster ? `${script.sha} ${shard}` : script.sha;
    const open = gathered.get(place);
    if (open !== undefined && open.requests.length < mostTogether) {
      open.requests.push(request);
      return;
    }
    const batch = { script, shard, requests: [request] };
    gathered.set(place, batch);
    setImmediate(() => {
      if (gathered.get(place) === batch) gathered.delete(place);
      void send(redis, batch);
    });
  }

  return async (name, shard, asked) => {
    const script = scripts.get(name);
    if (!script) throw new SupportError('internal', `The script ${name} is missing.`);
    const { pack, answer } = acts[name];
    const args = [shard, ...pack(asked)];
    return answer.read(await new Promise((resolve, reject) => gather(script, shard, { args, resolve, reject })));
  };
}
