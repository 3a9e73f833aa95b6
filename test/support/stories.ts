/** What happens to customers in a driven week: each story is one case, from its first message to wherever it ends. */
import { randomIds } from '../../src/base/index.js';
import { type Channel, type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import type { Agent } from '../../src/queue/index.js';
import type { Store } from '../../src/store/index.js';
import { readAll } from './tickets.js';

const minute = 60_000;
const hour = 60 * minute;

const notice = { text: 'notice' };
const count = (what: 'turns' | 'answers' | 'misses' | 'repeats' | 'unsolved' | 'clarified' | 'asked-ces'): Effect => ({
  kind: 'count',
  what,
});
const survey: readonly Effect[] = [{ kind: 'say', reply: { text: 'how easy?', form: 'scale' } }, count('asked-ces')];
const ends = (outcome?: 'solved' | 'assumed' | 'unanswered' | 'gave-up'): Effect => ({
  kind: 'end',
  ...(outcome === undefined ? {} : { outcome }),
  notice: { text: 'closed' },
});
const handed = (
  reason: 'asked' | 'frustrated' | 'unanswered',
  promised: boolean,
  boostMs: number,
): readonly Effect[] => [
  { kind: 'count', what: 'escalations' },
  { kind: 'queue', boostMs, reason, ...(promised && { promised: { low: 2 * minute, high: 6 * minute } }) },
];

export interface Talk {
  readonly conversation: string;
  readonly channel: Channel;
  readonly customer: string;
  readonly language: string;
}

export interface House {
  readonly store: Store;
  readonly random: () => number;
  readonly pass: (milliseconds: number) => void;
}

const agents: readonly Agent[] = ['ana', 'ben', 'cleo'].map((id) => ({ id, name: `Agent ${id}`, queues: ['main'] }));

export function createActs({ store, random, pass }: House) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = (most: number) => Math.floor(random() * most);

  async function says(talk: Talk, effects: (turn: Turn) => readonly Effect[]): Promise<void> {
    const { conversation, channel, customer, language } = talk;
    const reference = channel === 'teams' ? { reference: JSON.stringify({ to: conversation }) } : {};
    const heard = await store.conversations.receive({
      ...{ conversation, channel, text: `words of ${customer}`, activity: randomIds.next(), ...reference },
      customer: { id: customer, name: `Name of ${customer}` },
    });
    if (heard.kind !== 'turn') throw new Error(heard.kind);
    pass(1 + some(900));
    const memory = { mood: freshMood, failures: 0, language };
    await store.conversations.commit(heard.turn, [...effects(heard.turn), { kind: 'remember', memory }]);
  }
  const opens = (talk: Talk, effects: readonly Effect[]) =>
    says(talk, () => [{ kind: 'open' }, count('turns'), ...effects]);

  async function claims({ conversation }: Talk, agent: Agent, force = false) {
    const token = randomIds.next();
    const claim = await store.queue.claim({ agent, token, conversation, notice, force });
    if (claim.kind !== 'claimed') throw new Error(claim.kind);
    return { conversation, agent, epoch: claim.epoch };
  }
  type Held = Awaited<ReturnType<typeof claims>>;
  const speaks = (held: Held) => store.queue.speak({ ...held, id: randomIds.next(), text: 'on its way', note: false });
  const lets = (
    held: Held,
    how: { action: 'close' | 'hand-back'; effects: readonly Effect[] } | { action: 'release' },
  ) => store.queue.release({ ...readAll, ...held, ...how, notice });
  const closes = async (held: Held, asks = true) => {
    const asked = (await store.queue.ticket(held.conversation))?.asked === true;
    return lets(held, { action: 'close', effects: [ends(), ...(asks && !asked ? survey : [])] });
  };
  async function rates(talk: Talk): Promise<void> {
    if (random() < 0.25) return; // asked, and says nothing
    pass(some(20 * minute));
    const score = 1 + Math.min(6, Math.floor(random() * random() * -7 + 7));
    await says(talk, () => [{ kind: 'rate', score }]);
    if (random() < 0.3) await says(talk, () => [{ kind: 'comment', text: `comment, "of" ${talk.customer}` }]);
  }
  return { random, pass, pick, some, says, opens, claims, speaks, lets, closes, rates };
}
type Acts = ReturnType<typeof createActs>;

const shown = (id: string): Effect => ({ kind: 'entry', what: 'shown', id });
const felt = (frustration: number): Effect => ({
  kind: 'feel',
  feeling: { valence: -frustration, frustration, level: -1, evidence: [] },
  peak: frustration,
});

type Story = (talk: Talk, acts: Acts, house: House) => Promise<void>;

const solved: Story = async (talk, { opens, says, rates, pick, some }, { pass }) => {
  await opens(talk, [count('answers'), shown(pick(['parking', 'hours', 'returns']))]);
  pass(some(5 * minute));
  if (some(2) > 0) await says(talk, () => [count('turns'), count('unsolved'), count('answers'), shown('hours')]);
  await says(talk, () => [ends('solved'), ...survey]);
  await rates(talk);
};
const assumed: Story = async (talk, { opens, says }, { pass }) => {
  await opens(talk, [count('answers'), shown('parking')]);
  pass(11 * minute);
  await says(talk, () => [ends('assumed')]);
};
const unanswered: Story = async (talk, { opens, says }, { pass }) => {
  await opens(talk, [count('misses'), felt(0.5)]);
  pass(2 * minute);
  await says(talk, () => [count('turns'), count('misses'), count('repeats'), ends('unanswered')]);
};
/** Into the line; the customer waits for so long. */
async function waits(talk: Talk, { opens, pick, some, pass, random }: Acts, most: number): Promise<void> {
  const boost = random() < 0.2 ? 5 * minute : 0;
  await opens(talk, handed(pick(['asked', 'frustrated', 'unanswered']), random() < 0.7, boost));
  pass(1 + some(most));
}
const helped: Story = async (talk, acts, house) => {
  await waits(talk, acts, 12 * minute);
  const held = await acts.claims(talk, acts.pick(agents));
  house.pass(acts.some(3 * minute));
  await acts.speaks(held);
  await acts.says(talk, () => [count('turns'), felt(0.2)]);
  house.pass(acts.some(4 * minute));
  await acts.speaks(held);
  await acts.closes(held, acts.some(4) > 0);
  if (acts.some(2) > 0) await acts.rates(talk);
};
const gone: Story = async (talk, acts) => {
  await waits(talk, acts, acts.some(3) > 0 ? 25 * minute : 9000);
  await acts.says(talk, () => [{ kind: 'leave-line' }, ends('gave-up')]);
};
const fellSilent: Story = async (talk, acts) => {
  await waits(talk, acts, 40 * minute);
  await acts.says(talk, () => [ends('gave-up')]);
};
const passedOn: Story = async (talk, acts, house) => {
  await waits(talk, acts, 8 * minute);
  const [ana, ben] = agents as readonly [Agent, Agent];
  await house.store.queue.present(ben, true);
  const held = await acts.claims(talk, ana);
  await acts.speaks(held);
  const to = { id: ben.id, name: ben.name };
  const passed = await house.store.queue.pass({ ...readAll, ...held, to, notice });
  if (passed.kind !== 'moved') throw new Error(passed.kind);
  const epoch = (await house.store.queue.ticket(talk.conversation))?.epoch ?? 0;
  house.pass(acts.some(2 * minute));
  await acts.speaks({ ...held, agent: ben, epoch });
  await acts.closes({ ...held, agent: ben, epoch });
  await acts.rates(talk);
};
const handedBack: Story = async (talk, acts, house) => {
  await waits(talk, acts, 5 * minute);
  const held = await acts.claims(talk, acts.pick(agents));
  if (acts.some(2) > 0) await acts.speaks(held);
  await acts.lets(held, { action: 'hand-back', effects: [{ kind: 'count', what: 'handed-back' }] });
  house.pass(acts.some(9 * minute));
  if (acts.some(2) > 0) {
    await acts.says(talk, () => [count('turns'), ...handed('frustrated', true, 0)]);
    house.pass(acts.some(9 * minute));
    const again = await acts.claims(talk, acts.pick(agents));
    await acts.speaks(again);
    await acts.closes(again);
  } else await acts.says(talk, () => [count('turns'), count('answers'), ends('solved'), ...survey]);
};
const leftMessage: Story = async (talk, acts, house) => {
  await acts.opens(talk, [...handed('asked', false, 0), { kind: 'contact', text: `${talk.customer}@example.org` }]);
  house.pass(acts.some(9 * hour));
  if (acts.some(4) === 0) {
    await acts.says(talk, () => [ends('gave-up')]);
    return;
  }
  const held = await acts.claims(talk, acts.pick(agents));
  await acts.speaks(held);
  await acts.closes(held, false);
};
const closedInLine: Story = async (talk, acts, house) => {
  await waits(talk, acts, 9 * minute);
  const epoch = (await house.store.queue.ticket(talk.conversation))?.epoch ?? 0;
  const agent = { id: 'sam', name: 'Sam' };
  const what = { ...readAll, conversation: talk.conversation, agent, epoch, notice, force: true } as const;
  await house.store.queue.release({ ...what, action: 'close', effects: [ends()] });
};
export const reopened: Story = async (talk, acts, house) => {
  await waits(talk, acts, 6 * minute);
  const agent = acts.pick(agents);
  const held = await acts.claims(talk, agent);
  await acts.speaks(held);
  await acts.closes(held);
  await acts.rates(talk);
  house.pass(acts.some(3 * hour));
  const number = (await house.store.ledger.ofPerson(talk.customer, 1)).found[0]?.number ?? 1;
  const { epoch = 0, seq: seen = 0 } = (await house.store.queue.closedOne(talk.conversation, number)) ?? {};
  const words = { text: 'reopened', mark: 'reopened', by: 'Ana' } as const;
  const told = { asked: 'reopened', scored: 'reopened' };
  const wish = { conversation: talk.conversation, episode: number, agent, epoch, seen, token: randomIds.next() };
  const back = await house.store.queue.reopen({ ...wish, notice: words, told });
  if (back.kind !== 'reopened') throw new Error(back.kind);
  house.pass(acts.some(30 * minute));
  if (acts.some(5) === 0) return; // it stays open
  await acts.speaks({ ...held, epoch: back.epoch });
  await acts.closes({ ...held, epoch: back.epoch });
};
const takenOver: Story = async (talk, acts, house) => {
  await waits(talk, acts, 4 * minute);
  const [ana, , cleo] = agents as readonly [Agent, Agent, Agent];
  await acts.claims(talk, ana);
  house.pass(acts.some(6 * minute));
  const held = await acts.claims(talk, cleo, true);
  await acts.speaks(held);
  await acts.closes(held);
};
const asksTwiceInLine: Story = async (talk, acts, house) => {
  await waits(talk, acts, 3 * minute);
  await acts.says(talk, () => [{ kind: 'leave-line' }, count('turns')]);
  house.pass(acts.some(3 * minute));
  await acts.says(talk, () => [...handed('frustrated', true, 0)]);
  house.pass(acts.some(7 * minute));
  const held = await acts.claims(talk, acts.pick(agents));
  await acts.speaks(held);
  await acts.closes(held);
};
export const stillOpen: Story = (talk, { opens }) => opens(talk, [count('answers'), shown('returns')]);
export const stillWaiting: Story = (talk, acts) => waits(talk, acts, minute);

export const stories: readonly Story[] = [
  ...[solved, solved, solved, solved, assumed, assumed, assumed, unanswered, helped, helped, helped, helped],
  ...[gone, gone, fellSilent, passedOn, passedOn, handedBack, leftMessage, closedInLine, reopened, takenOver],
  ...[asksTwiceInLine, stillOpen],
];
