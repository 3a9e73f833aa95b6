/**
 * How often the same caller may do the same. Counted over all processes, but the first quarter of a limit in the
 * process alone: no one who behaves ever costs a call to the store, and each further process lets through a quarter
 * more at most.
 */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type Clock, type Config, type Limit, SupportError } from '../base/index.js';

/** What is counted, and the answer to a caller who does it too often. */
const refusals = {
  message: 'Too many messages were sent in a short time.',
  address: 'Too many messages came from your network.',
  begin: 'Too many conversations were begun from your network.',
  read: 'This is asked too often.',
  signIn: 'Too many sign-ins came from your network, or of this account.',
  guess: 'Too many wrong tries came from your network.',
};
type Counted = keyof typeof refusals;
export type LimitName = Exclude<Counted, 'guess'>;
export type LimitSettings = Readonly<Record<Counted, Limit | undefined>>;

/** The shared count: adds points to a name and returns the count, and in how many milliseconds it is forgotten. */
export interface Counters {
  add(name: string, points: number, windowMs: number): Promise<readonly [count: number, leftMs: number]>;
}

export interface Guesses {
  /** Throws `too-many` when there were too many wrong tries. */
  check(address: string): Promise<void>;
  /** Counts a wrong try; throws `too-many` when it was one too many. */
  missed(address: string): Promise<void>;
}

export interface Limits {
  /** Counts one; throws `too-many`, which says when to try again, for the first that is used up. */
  take(...uses: readonly (readonly [name: LimitName, caller: string])[]): Promise<void>;
  /** Wrong tries at the same secret. */
  guesses(secret: string): Guesses;
}

interface LimitsOptions {
  readonly settings: LimitSettings;
  readonly counters: Counters;
  readonly clock: Clock;
}

function tooMany(name: Counted, ms: number): SupportError {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const wait = `Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}, then try again.`;
  return new SupportError('too-many', `${refusals[name]} ${wait}`, { retryMs: ms });
}

/** Nobody's address or id is written down: a name of the store is a hash. */
const hashed = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** While the store is away, every process counts for itself. */
function shared(counters: Counters, { count, seconds }: Limit): RateLimiterRedis {
  const add = async ([name = '', points, span]: readonly string[]) =>
    counters.add(name, Number(points), Number(span) * 1000);
  const usual = { points: count, duration: seconds, keyPrefix: '' };
  const insuranceLimiter = new RateLimiterMemory(usual);
  // the limiter's own script is not sent: ours does the same, and goes with what else is asked at that moment
  return new RateLimiterRedis({ ...usual, storeClient: { rlflxIncr: add }, insuranceLimiter });
}

/** Milliseconds to wait; 0 when there were points left. */
async function spent(limiter: RateLimiterRedis, key: string, points: number): Promise<number> {
  try {
    const { consumedPoints, msBeforeNext } = await (points > 0
      ? limiter.consume(key, points)
      : limiter.penalty(key, 0));
    return points === 0 && consumedPoints >= limiter.points ? msBeforeNext : 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}

/** One caller in the window that runs. */
interface Seen {
  count: number;
  /** Of those, how many the store does not know yet. */
  own: number;
  /** Until then it is used up. */
  full: boolean;
  till: number;
}

/** Returns how long the caller has to wait, 0 for not at all. */
function createWindow(name: LimitName, limit: Limit, { counters, clock }: LimitsOptions) {
  const limiter = shared(counters, limit);
  const alone = Math.floor(limit.count / 4);
  const windowMs = limit.seconds * 1000;
  const callers = new Map<string, Seen>();
  let sweptAt = clock.now();

  function seen(caller: string, now: number): Seen {
    if (now - sweptAt >= windowMs) {
      sweptAt = now;
      for (const [one, { till }] of callers) if (till <= now) callers.delete(one);
    }
    const known = callers.get(caller);
    if (known !== undefined && known.till > now) return known;
    const fresh = { count: 0, own: 0, full: false, till: now + windowMs };
    callers.set(caller, fresh);
    return fresh;
  }

  return async (caller: string): Promise<number> => {
    const now = clock.now();
    const one = seen(caller, now);
    if (one.full) return one.till - now;
    one.count += 1;
    one.own += 1;
    if (one.count <= alone) return 0;
    const points = one.own;
    one.own = 0;
    const wait = await spent(limiter, hashed(name, caller), points);
    if (wait > 0) Object.assign(one, { full: true, till: now + wait });
    return wait;
  };
}

const week = 604_800;

/**
 * A caller who goes on guessing waits longer each time: twice as many in sixty times as long, six times as many in a
 * day of it.
 */
const steps = (limit: Limit): readonly Limit[] => [
  limit,
  { count: limit.count * 2, seconds: limit.seconds * 60 },
  { count: limit.count * 6, seconds: Math.min(limit.seconds * 1440, week) },
];

export function createLimits(options: LimitsOptions): Limits {
  const { settings, counters } = options;
  const windows = new Map(
    (['message', 'address', 'begin', 'read', 'signIn'] as const).flatMap((name) => {
      const limit = settings[name];
      return limit === undefined ? [] : [[name, createWindow(name, limit, options)] as const];
    }),
  );
  const guessing = settings.guess === undefined ? [] : steps(settings.guess).map((limit) => shared(counters, limit));

  return {
    async take(...uses) {
      for (const [name, caller] of uses) {
        const wait = (await windows.get(name)?.(caller)) ?? 0;
        if (wait > 0) throw tooMany(name, wait);
      }
    },
    guesses(secret) {
      async function spend(address: string, points: number): Promise<void> {
        const waits = guessing.map((limiter, step) =>
          spent(limiter, hashed('guess', secret, `${step}`, address), points),
        );
        const wait = Math.max(0, ...(await Promise.all(waits)));
        if (wait > 0) throw tooMany('guess', wait);
      }
      const check = (address: string) => spend(address, 0);
      return {
        check,
        async missed(address) {
          await check(address); // a try that was refused unheard makes the wait no longer
          await spend(address, 1);
        },
      };
    },
  };
}

type Limited = 'LIMIT_MESSAGES' | 'LIMIT_ADDRESS' | 'LIMIT_BEGIN' | 'LIMIT_READS' | 'LIMIT_SIGN_INS' | 'LIMIT_GUESSES';

/** The limits as they are set; none where they are switched off. */
export function limitSettings(config: Config): LimitSettings {
  const limit = (name: Limited) => (config.LIMITS === 'on' ? config[name] : undefined);
  return {
    message: limit('LIMIT_MESSAGES'),
    address: limit('LIMIT_ADDRESS'),
    begin: limit('LIMIT_BEGIN'),
    read: limit('LIMIT_READS'),
    signIn: limit('LIMIT_SIGN_INS'),
    guess: limit('LIMIT_GUESSES'),
  };
}
