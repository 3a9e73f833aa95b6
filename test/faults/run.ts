/** One run: a house under fire, then rest, then the check of what was promised. */
import { createChance } from '../store/conformance/chance.js';
import { startConnector } from '../support/connector.js';
import { type Fault, type Field, type Ground, type GroundCase, wait } from './ground/ground.js';
import { createHistory, groupBy, keepArtefact, only } from './history.js';
import { type House, type HouseOptions, openHouse } from './house.js';
import { houseFaults, torment } from './nemesis.js';
import type { Outfit } from './outfit.js';
import { check, type Evidence, type RuleName, rules } from './rules/index.js';
import { withoutErased } from './rules/erased.js';
import { answered, unseen } from './rules/messages.js';
import { agentIds } from './workload/agent-moves.js';
import { type Agent, playAgent } from './workload/agent.js';
import { playBursts, siteSecret } from './workload/burst.js';
import { type Customer, playCustomer } from './workload/customer.js';
import { createErase, playForgotten } from './workload/forgotten.js';
import { playSeveral } from './workload/several.js';
import type { Stage } from './workload/stage.js';
import { readWorld, type World } from './world.js';

export interface RunOptions {
  readonly ground: GroundCase;
  readonly seed: number;
  readonly milliseconds: number;
  readonly servers: number;
  readonly customers: number;
  /** Customers who come in bursts, beside the others. */
  readonly crowd: number;
  /** Within which a message is answered, milliseconds. */
  readonly soonMs?: number;
  readonly outfit: Pick<Outfit, 'timing' | 'rounds' | 'patches'>;
  /** Which faults strike, by name; all when missing. */
  readonly faults?: readonly string[];
  /** How the servers are started; as processes when missing. */
  readonly house?: (options: HouseOptions) => Promise<House>;
  /** False for the control: nothing is kept on disk. */
  readonly kept?: boolean;
  /** The run ends as soon as this promise seems to be broken, in the same way for so many milliseconds if that is said. */
  readonly until?: RuleName;
  readonly suspicionMs?: number;
  /** How long it may take until nothing moves any more, milliseconds. */
  readonly restMs?: number;
}

export interface Report {
  readonly engine: string;
  readonly seed: number;
  readonly seconds: number;
  readonly messages: number;
  readonly conversations: number;
  readonly tickets: number;
  readonly claims: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly breaches: ReadonlyMap<RuleName, readonly string[]>;
  /** Where the evidence was put, if a promise was broken. */
  readonly artefact?: string;
}

const capacity = 2;
/** Longer than several faults in a row last, with the turn lease of a turn, the round that takes it over, and a start. */
const usualSoonMs = 30_000;
interface Play {
  readonly options: RunOptions;
  readonly ground: Ground;
  readonly house: House;
  readonly stage: Stage;
  readonly customers: readonly Customer[];
  readonly agents: readonly Agent[];
  /** Resolves when the bursts are over. */
  readonly bursts: Promise<void>;
  /** Resolves when those are done of whom somebody is erased in the middle of the run. */
  readonly forgotten: Promise<unknown>;
}

const shardsOf = ({ ground }: Play) => Array.from({ length: ground.shards }, (_, i) => `s${i}`);

/** What an agent's page shows that is not so, or does not show that is. */
function staleness(agents: readonly Agent[], world: World): readonly string[] {
  const open = new Set([...world.waiting, ...world.leased]);
  const queues = new Set(world.waiting);
  return agents.flatMap(({ id, feed }) => {
    const shown = feed.shown();
    const gone = shown.filter((row) => !open.has(row.id)).map((row) => `${id} still sees ${row.id}`);
    const seen = new Set(shown.filter(({ state }) => state === 'waiting').map((row) => row.id));
    const hidden = [...queues].filter((one) => !seen.has(one)).map((one) => `${id} does not see ${one} wait`);
    return [...gone, ...hidden];
  });
}

/** Promises about every key there is: to read them all at each look would slow down the rest. */
const ofTraces: readonly RuleName[] = [
  'what was erased stays erased',
  'of one of several nothing is left, and of the others every word',
];

async function lookAround(play: Play): Promise<Evidence> {
  const history = withoutErased(play.stage.history.all());
  const whole = ofTraces.some((rule) => rule === play.options.until);
  const world = await readWorld(play.ground.reader, shardsOf(play), whole);
  const listening = play.customers.map((one) => one.conversation());
  const late = { unseen: unseen(history, world, listening), stale: staleness(play.agents, world) };
  const { soonMs = usualSoonMs } = play.options;
  return { history, world, capacity, soonMs, restless: [], ...late };
}

/** Looks until nothing moves any more, or for too long; gives back what it saw last. */
async function rest(play: Play): Promise<Evidence> {
  const deadline = performance.now() + (play.options.restMs ?? 30_000);
  for (;;) {
    const seen = await lookAround(play);
    const calm = [...seen.unseen, ...seen.stale, ...answered(seen)].length === 0;
    if (calm || performance.now() > deadline) return seen;
    await wait(100);
  }
}

/** Between two looks, milliseconds. */
const lookMs = 150;

/** Resolves when the same breach of a promise is seen for some time; once may be a look in the middle of something. */
async function spotted(play: Play, rule: RuleName): Promise<void> {
  const { suspicionMs = 2 * lookMs } = play.options;
  let since = new Map<string, number>();
  while (!play.stage.over()) {
    await wait(lookMs);
    const breaches = rules[rule](await lookAround(play));
    since = new Map(breaches.map((breach) => [breach, since.get(breach) ?? performance.now()]));
    if ([...since.values()].some((first) => performance.now() - first >= suspicionMs - lookMs)) return;
  }
}

async function inTime(done: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return Promise.race([done.then(() => true), wait(milliseconds).then(() => false)]);
}

async function judge(play: Play, late: Pick<Evidence, 'unseen' | 'stale' | 'restless'>): Promise<Report> {
  const { options, ground, stage } = play;
  const history = withoutErased(stage.history.all());
  const world = await readWorld(ground.reader, shardsOf(play), true);
  const breaches = check({ history, world, capacity, soonMs: options.soonMs ?? usualSoonMs, ...late });
  const evidence = () =>
    keepArtefact(options.ground.name, [
      ...breaches,
      { options: { ...options, ground: options.ground.name } },
      ...history,
      ...world.talks,
    ]);
  const count = (kind: 'kept' | 'written') => only(history, kind).length;
  return {
    engine: options.ground.name,
    seed: options.seed,
    seconds: Math.round(stage.history.now() / 1000),
    messages: count('kept') + count('written'),
    conversations: world.talks.length,
    tickets: world.log.filter(({ what }) => what === 'queue').length,
    claims: world.log.filter(({ what }) => what === 'claim').length,
    faults: new Map([...groupBy(only(history, 'fault'), ({ name }) => name)].map(([name, all]) => [name, all.length])),
    breaches,
    ...(breaches.size === 0 ? {} : { artefact: evidence() }),
  };
}

async function perform(play: Play, end: { over: boolean; left: AbortController }): Promise<Report> {
  const { options, ground, house, stage, customers, agents, bursts } = play;
  const { timing } = options.outfit;
  const meant = (fault: Fault) => options.faults?.includes(fault.name) ?? true;
  const field = (salt: number): Field => ({
    chance: createChance(options.seed * 31 + salt),
    history: stage.history,
    leaseMs: timing.leaseMs,
  });
  const hands = [ground.faults, houseFaults(house, customers, timing.turnLeaseMs)];
  const torments = hands.map((faults, i) => torment(faults.filter(meant), field(i + 1), () => end.over));
  const { until } = options;
  await Promise.race([wait(options.milliseconds), ...(until === undefined ? [] : [spotted(play, until)])]);
  end.over = true;
  await Promise.all(torments);
  const endings = [...[...customers, ...agents].map((one) => one.done), bursts, play.forgotten];
  const done = Promise.all(endings);
  const busy = !(await inTime(done, options.restMs ?? 30_000));
  const restless = busy ? ['somebody was not answered to the end'] : [];
  const { unseen, stale } = await rest(play);
  await house.close(); // everybody still listens and is present; the database stands still from here on
  end.left.abort();
  return judge(play, { unseen, stale, restless });
}

export async function run(options: RunOptions): Promise<Report> {
  const { servers, seed, outfit, house: open = openHouse } = options;
  const ground = await options.ground.start({ servers, kept: options.kept ?? true });
  const own = { PORT: '0', AGENT_CAPACITY: String(capacity), LIMITS: 'off' };
  const doors = { DIRECT_LINE_SECRET: siteSecret, MESSAGES_ANONYMOUS: 'on' };
  const env = (i: number) => ({ ...ground.env(i), ...own, ...doors });
  const dressed: Outfit = { ...outfit, release: 'older' };
  const house = await open({ size: servers, env, outfit: dressed, chance: createChance(seed + 7) });
  const connector = await startConnector();
  const end = { over: false, left: new AbortController() };
  const stage: Stage = {
    history: createHistory(),
    chance: createChance(seed),
    url: house.url,
    failed: house.failed,
    leaseMs: outfit.timing.leaseMs,
    idleMs: outfit.timing.idleMs,
    over: () => end.over,
    left: end.left.signal,
  };
  try {
    const agents = await Promise.all(agentIds.map((id) => playAgent(stage, id)));
    const customers = Array.from({ length: options.customers }, () => playCustomer(stage));
    const bursts = playBursts(stage, options.crowd);
    const erase = createErase(env(0), dressed);
    const forgotten = Promise.all([playForgotten(stage, erase), playSeveral(stage, connector.serviceUrl, erase)]);
    return await perform({ options, ground, house, stage, customers, agents, bursts, forgotten }, end);
  } finally {
    end.over = true;
    end.left.abort();
    await connector.close();
    await ground.close();
  }
}
