/** What everybody in a run shares, and how they call the servers: again and elsewhere, until there is an answer. */
import type { Chance } from '../../store/conformance/chance.js';
import type { History } from '../history.js';

export interface Stage {
  readonly history: History;
  readonly chance: Chance;
  /** The address of some server, as a load balancer would choose. */
  url(): string;
  failed(url: string): void;
  readonly leaseMs: number;
  readonly idleMs: number;
  /** Nothing new is begun any more; what was begun is brought to its end. */
  over(): boolean;
  /** Aborted when everybody leaves. */
  readonly left: AbortSignal;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  /** When it was asked for, milliseconds since the run began. */
  readonly asked: number;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Milliseconds after which a client asks elsewhere. */
const patience = 2500;

/** Resolves after so long, or when everybody leaves. */
export function pause(stage: Stage, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stage.left.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    stage.left.addEventListener('abort', end, { once: true });
  });
}

async function once(stage: Stage, url: string, call: Call): Promise<Answer> {
  const { method, path, headers = {}, body } = call;
  const asked = stage.history.now();
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    signal: AbortSignal.any([AbortSignal.timeout(patience), stage.left]),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { asked, status: answer.status, text: await answer.text(), headers: answer.headers };
}

/** Node itself cuts off a call that comes too slowly, with a status and no word: whoever called knows nothing. */
const isWhole = ({ status, text }: Answer): boolean => status < 500 && (text !== '' || status === 204);

/** Asks until there is a definite answer. Undefined when everybody has left before. */
export async function insist(stage: Stage, call: Call): Promise<Answer | undefined> {
  for (let tries = 0; !stage.left.aborted; tries += 1) {
    const url = stage.url();
    const answer = await once(stage, url, call).catch(() => undefined);
    if (answer !== undefined && isWhole(answer)) return answer;
    stage.failed(url);
    // a crowd that asks on and on would itself be the fault
    await pause(stage, (20 + stage.chance.below(60)) * 2 ** Math.min(tries, 5));
  }
  return undefined;
}

/** The same call to two servers at once, as a channel does that lost the first answer. */
export async function insistTwice(stage: Stage, call: Call): Promise<readonly (Answer | undefined)[]> {
  return Promise.all([insist(stage, call), insist(stage, call)]);
}

/** What is picked by weight; those of weight 0 never. */
export function pickWeighted<T extends { readonly weight: number }>(chance: Chance, from: readonly T[]): T | undefined {
  let at = chance.below(from.reduce((sum, { weight }) => sum + weight, 0));
  return from.find(({ weight }) => (at -= weight) < 0);
}
