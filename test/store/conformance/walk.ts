/** A random walk over all calls of the store: what is asked next depends on what was answered before. */
import type { Effect, DeliveryLease, Said, Committed, Turn } from '../../../src/conversation/index.js';
import type { Claim, Claimed, Agent, Ticket } from '../../../src/queue/index.js';
import type { Chance } from './chance.js';
import { drawEffects, texts } from './effects.js';
import { drawRelease, drawReopen, drawSeen } from './letting-go.js';
import { drawLook } from './look.js';
import { drawReport } from './report.js';
import type { Side } from './side.js';
import { agents, queues } from './team.js';

/** One call, to be made on both sides; `learn` is told what both answered. */
export interface Call {
  readonly name: string;
  readonly make: (side: Side) => Promise<unknown>;
}

interface Holding {
  readonly conversation: string;
  readonly agent: Agent;
  readonly epoch: number;
}

const keptAtMost = 200;

export interface Walk {
  /** Microseconds since 1970; now and then it steps back, as after a failover. */
  readonly now: () => number;
  readonly next: () => Call;
  /** Laws that an answer broke, each with its call. */
  readonly broken: readonly string[];
}

/** `answer` of a call is read from the first side, inside `make`. */
export function createWalk(chance: Chance, start: number): Walk {
  let [now, serial] = [start, 0];
  const heard: Said[] = [];
  const turns: Turn[] = [];
  const committed: { readonly turn: Turn; readonly effects: readonly Effect[] }[] = [];
  const claims: Claim[] = [];
  const held: Holding[] = [];
  const tickets: Ticket[] = [];
  const posts: DeliveryLease[] = [];
  const served = new Map<string, string>();
  const broken: string[] = [];

  const keep = <T>(list: T[], item: T): void => {
    list.push(item);
    if (list.length > keptAtMost) list.shift();
  };
  /** Mostly the newest, sometimes one from long ago. */
  const recall = <T>(list: readonly T[]): T | undefined =>
    list[Math.max(0, list.length - 1 - (chance.once(6) ? chance.below(list.length) : chance.below(8)))];
  /** No stint is ever negative, whatever the clock does. */
  function keepTurn(turn: Turn): void {
    keep(turns, turn);
    const stints = Object.entries(turn.episode?.stints ?? {}).filter(([, ms]) => ms < 0);
    for (const [name, ms] of stints) broken.push(`${turn.said.conversation}: the stint ${name} is ${ms} ms`);
  }
  const conversation = (): string => `c${chance.below(60)}`;
  const fresh = (prefix: string): string => `${prefix}${(serial += 1)}`;
  const notice = () => ({ text: chance.pick(texts), mark: 'joined' as const });

  function said(): Said {
    const id = conversation();
    const teams = Number(id.slice(1)) % 2 === 0;
    return {
      conversation: id,
      channel: teams ? 'teams' : 'web',
      activity: fresh('activity '),
      customer: { id: `u-${id}`, ...(teams ? { name: 'Zoë' } : {}) },
      text: chance.pick(texts),
      ...(teams ? { reference: '{"ref":1}' } : {}),
      ...(chance.once(5) ? { value: 'person' } : {}),
    };
  }

  function step(): number {
    if (chance.once(40)) return chance.below(30_000_000);
    return chance.once(20) ? -chance.below(1_000_000) : chance.below(800_000);
  }

  const call = (name: string, make: Call['make']): Call => ({ name, make });
  /** Makes a call whose answer the walk wants to know; both sides answer alike, so either will do. */
  const learning = <T>(name: string, make: (side: Side) => Promise<T>, learn: (answer: T) => void): Call => {
    let known = false;
    return call(name, async (side) => {
      const answer = await make(side);
      if (!known) learn(answer);
      known = true;
      return answer;
    });
  };

  function receive(): Call {
    const again = chance.once(8) ? recall(heard) : undefined;
    const message = again ?? said();
    keep(heard, message);
    return learning(
      'receive',
      (side) => side.conversations.receive(message),
      (answer) => answer.kind === 'turn' && keepTurn(answer.turn),
    );
  }

  function commit(): Call {
    const again = chance.once(10) ? recall(committed) : undefined;
    const turn = again?.turn ?? recall(turns);
    if (!turn) return receive();
    const one = again ?? { turn, effects: drawEffects(turn, chance) };
    keep(committed, one);
    const learn = (answer: Committed) => {
      if (answer.kind === 'moved') keepTurn(answer.turn);
      if (answer.kind === 'committed' && answer.next) keepTurn(answer.next);
    };
    return learning('commit', (side) => side.conversations.commit(one.turn, one.effects), learn);
  }

  function overdue(): Call {
    const limit = 1 + chance.below(4);
    return learning(
      'overdue',
      (side) => side.conversations.overdue(limit),
      (answer) => answer.forEach(keepTurn),
    );
  }

  function claim(): Call {
    const again = chance.once(8) ? recall(claims) : undefined;
    const asked = { conversation: recall(tickets)?.conversation ?? conversation(), force: chance.once(3) };
    const wanted = chance.once(4) ? asked : {};
    const one = again ?? { agent: chance.pick(agents), token: fresh('token '), notice: notice(), ...wanted };
    keep(claims, one);
    const learn = (answer: Claimed) => {
      if (answer.kind !== 'claimed') return;
      keep(held, { ...answer, agent: one.agent });
      const first = served.get(one.token) ?? answer.conversation; // one wish never gets two tickets
      if (first !== answer.conversation) broken.push(`${one.token} got ${first}, then ${answer.conversation}`);
      served.set(one.token, first);
    };
    return learning('claim', (side) => side.queue.claim(one), learn);
  }

  /** A ticket somebody holds or held; now and then the wrong agent or an old epoch. */
  function holding(): Holding {
    const found = recall(held) ?? { conversation: conversation(), agent: chance.pick(agents), epoch: 1 };
    return chance.once(10) ? { ...found, agent: chance.pick(agents), epoch: chance.below(9) } : found;
  }

  function speak(): Call {
    const speech = { ...holding(), id: fresh('s'), text: chance.pick(texts), note: chance.once(4) };
    return call('speak', (side) => side.queue.speak(speech));
  }

  function release(): Call {
    const move = drawRelease(chance, holding(), notice());
    return call(`release ${move.action}`, (side) => side.queue.release(move));
  }

  function undo(): Call {
    const { conversation, agent, epoch } = holding();
    return call('undo', (side) => side.queue.undo({ conversation, agent, epoch }));
  }

  function reopen(): Call {
    const wish = drawReopen(chance, holding(), { token: fresh('again '), notice: notice() });
    return call('reopen', (side) => side.queue.reopen(wish));
  }

  function pass(): Call {
    const wish = { ...holding(), seen: drawSeen(chance), to: chance.pick(agents), notice: notice() };
    return learning(
      'pass',
      (side) => side.queue.pass(wish),
      (answer) => answer.kind === 'moved' && keep(held, { ...wish, agent: wish.to, epoch: wish.epoch + 1 }),
    );
  }

  function present(): Call {
    const [agent, here] = [chance.pick(agents), !chance.once(8)];
    return call('present', (side) => side.queue.present(agent, here));
  }

  function look(): Call {
    const [id, after, agent] = [conversation(), chance.below(12), chance.pick(agents).id];
    if (chance.once(12)) {
      return learning(
        'ticket',
        (side) => side.queue.ticket(id),
        (answer) => answer && keep(tickets, answer),
      );
    }
    const [name, make] = drawLook(chance, { id, after, agent, found: recall(tickets), now, queues });
    return call(name, make);
  }

  function deliver(): Call {
    const post = recall(posts);
    if (post && chance.once(2)) return call('report', drawReport(post, chance));
    const again = post && chance.once(3) ? post : undefined;
    const id = again?.conversation ?? conversation();
    const hold = { leaseMs: 20_000, ...(again ? { fence: again.fence } : {}) };
    return learning(
      'takeLease',
      (side) => side.deliveries.takeLease(id, hold),
      (answer) => answer && keep(posts, answer),
    );
  }

  function greet(): Call {
    const message = said();
    return call('greet', (side) => side.conversations.greet(message, { text: 'hello' }));
  }

  function erase(): Call {
    const customer = `u-${conversation()}`;
    return call('erase', (side) => side.erase(customer));
  }

  const likely: readonly (readonly [number, () => Call])[] = [
    [300, receive],
    [300, commit],
    [30, overdue],
    [90, claim],
    [70, speak],
    [50, release],
    [20, pass],
    [25, undo],
    [25, reopen],
    [40, present],
    [15, () => call('sweep', (side) => side.queue.sweep('nobody came'))],
    [15, greet],
    [60, deliver],
    [3, erase],
    [20, () => call('retire', (side) => side.retire())],
    [90, look],
  ];
  const total = likely.reduce((sum, [weight]) => sum + weight, 0);

  return {
    now: () => now,
    broken,
    next() {
      now += step();
      let at = chance.below(total);
      const [, draw] = likely.find(([weight]) => (at -= weight) < 0) ?? [0, receive];
      return draw();
    },
  };
}
