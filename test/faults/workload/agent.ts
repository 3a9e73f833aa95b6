/** An agent with two pages open: claims, speaks, lets go, falls asleep over tickets and speaks nevertheless. */
import type {
  ClaimAnswer,
  MoveAnswer,
  PassAnswer,
  SayAnswer,
  TicketView,
  UndoAnswer,
} from '../../../src/desk/contract.js';
import type { ClosedView, ReopenAnswer } from '../../../src/desk/closed/contract.js';
import { agentMoves, type Hands, type Held, supervisor, supervisorMoves } from './agent-moves.js';
import { openFeed, type Feed } from './feed.js';
import { type Answer, type Call, insist, insistTwice, pause, pickWeighted, type Stage } from './stage.js';

export interface Agent {
  readonly id: string;
  /** Resolves when they have come to the end of what they were doing; they stay present. */
  readonly done: Promise<void>;
  readonly feed: Feed;
}

async function signIn(stage: Stage, id: string): Promise<string> {
  const answer = await insist(stage, { method: 'POST', path: '/api/sign-in', body: { id } });
  return answer?.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** What the server answered, if it did what was asked. */
const told = (answer: Answer | undefined): unknown => (answer?.status === 200 ? JSON.parse(answer.text) : undefined);

const ticketPath = ({ conversation }: Held) => `/api/desk/tickets/${encodeURIComponent(conversation)}`;

function createHands(stage: Stage, me: { id: string; cookie: string; feed: Feed; held: Map<string, number> }) {
  const { chance, history } = stage;
  const { id: agent, cookie, feed, held } = me;
  let asleep = false;
  /** What they closed last, and which episode it was. */
  let closed: { readonly conversation: string; readonly episode: number } | undefined;
  const post = (path: string, body: unknown): Call => ({ method: 'POST', path, headers: { cookie }, body });
  const once = async (call: Call) => [await insist(stage, call)];
  const sent = (call: Call) => (chance.once(5) ? insistTwice(stage, call) : once(call));
  const unique = () => crypto.randomUUID();
  /** Thinks better of it now and then, in time or too late. */
  async function perhapsUndo({ conversation, epoch }: Held, undoMs: number): Promise<void> {
    if (chance.once(2)) return;
    await pause(stage, chance.below(undoMs * 1.2));
    const answer = await insist(stage, post(`${ticketPath({ conversation, epoch })}/undo`, { epoch }));
    const undone = told(answer) as UndoAnswer | undefined;
    if (undone?.kind === 'back') held.set(conversation, undone.epoch);
  }
  /** Lets go by what the page shows; who is told that the customer wrote reads that, and does it then. */
  async function letGo({ conversation, epoch }: Held, action: string, body: object): Promise<boolean> {
    const path = `${ticketPath({ conversation, epoch })}/${'action' in body ? 'move' : 'pass'}`;
    let seen = feed.shown().find(({ id }) => id === conversation)?.seq ?? 0;
    for (let tries = 0; tries < 3; tries += 1) {
      history.note({ kind: 'wished', conversation, epoch });
      const answer = await insist(stage, post(path, { ...body, epoch, seen }));
      const answered = told(answer) as MoveAnswer | PassAnswer | undefined;
      if (answer !== undefined && answered?.kind === 'moved' && 'undoMs' in answered) {
        history.note({ kind: 'leaving', asked: answer.asked, agent, conversation, epoch, seen, action });
        await perhapsUndo({ conversation, epoch }, answered.undoMs ?? 0);
        return true;
      }
      if (answer !== undefined && answered?.kind === 'moved') {
        history.note({ kind: 'moved', asked: answer.asked, agent, conversation, epoch, seen, action });
        return true;
      }
      if (answered?.kind !== 'wrote') return false;
      seen = answered.entries.at(-1)?.seq ?? seen;
    }
    return false;
  }

  const hands: Hands = {
    chance,
    feed,
    async claim(ticket, takeOver) {
      const what = ticket === undefined ? {} : { ticket, ...(takeOver === true ? { takeOver } : {}) };
      const body = { token: unique(), ...what };
      for (const answer of await sent(post('/api/desk/claim', body))) {
        const claim = told(answer) as ClaimAnswer | undefined;
        if (claim?.kind !== 'claimed') continue;
        const { id: conversation, epoch } = claim.ticket;
        held.set(conversation, epoch);
        history.note({ kind: 'claimed', asked: answer?.asked ?? 0, agent, conversation, epoch });
      }
    },
    async say({ conversation, epoch }, note = false) {
      const mark = unique();
      const text = note ? `not for customers [${mark}]` : `I am looking into it [${mark}]`;
      history.note({ kind: 'wrote', agent, conversation, epoch, mark, note });
      const call = post(`${ticketPath({ conversation, epoch })}/say`, { id: unique(), epoch, text, note });
      for (const answer of await sent(call)) {
        const said = (told(answer) as SayAnswer | undefined)?.kind;
        if (said === 'said') history.note({ kind: 'written', asked: answer?.asked ?? 0, conversation, mark });
        if (said === 'fenced' && held.get(conversation) === epoch) held.delete(conversation);
      }
    },
    async letGo({ conversation, epoch }, action, force) {
      held.delete(conversation);
      const path = ticketPath({ conversation, epoch });
      const shown = action === 'close' ? await insist(stage, { method: 'GET', path, headers: { cookie } }) : undefined;
      const episode = (told(shown) as TicketView | undefined)?.episode;
      const why = action === 'close' ? { why: { reason: 'other' } } : {};
      const body = { action, ...why, ...(force === true ? { force } : chance.once(2) ? { undo: true } : {}) };
      const gone = await letGo({ conversation, epoch }, action, body);
      if (gone && episode !== undefined) closed = { conversation, episode };
    },
    async reopen() {
      if (closed === undefined) return;
      const { conversation, episode } = closed;
      const path = `/api/desk/closed/${encodeURIComponent(`${episode}:${conversation}`)}`;
      const found = told(await insist(stage, { method: 'GET', path, headers: { cookie } })) as ClosedView | undefined;
      if (found?.case === undefined) return;
      const { epoch: closedBy, seq: seen } = found.case;
      const wish = { token: unique(), episode, epoch: closedBy, seen };
      for (const answer of await sent(post(`${ticketPath({ conversation, epoch: 0 })}/reopen`, wish))) {
        const back = told(answer) as ReopenAnswer | undefined;
        if (back?.kind !== 'reopened') continue;
        const { epoch } = back.ticket;
        held.set(conversation, epoch);
        history.note({ kind: 'claimed', asked: answer?.asked ?? 0, agent, conversation, epoch });
      }
    },
    async pass({ conversation, epoch }, to) {
      if (await letGo({ conversation, epoch }, 'to' in to ? 'pass' : 'queue', to)) held.delete(conversation);
    },
    async sleep() {
      if (asleep) return;
      history.note({ kind: 'fault', name: 'agent slept past the lease' });
      asleep = true;
      await pause(stage, stage.leaseMs * 1.5 + stage.chance.below(stage.leaseMs));
      asleep = false;
    },
    async present(state) {
      if (asleep) return;
      const answer = await insist(stage, post('/api/desk/presence', { state }));
      for (const lost of (told(answer) as { lost: readonly string[] } | undefined)?.lost ?? []) held.delete(lost);
    },
  };
  return hands;
}

export async function playAgent(stage: Stage, id: string): Promise<Agent> {
  const supervises = id === supervisor;
  const cookie = await signIn(stage, id);
  const held = new Map<string, number>();
  const feed = openFeed(stage, cookie);
  const hands = createHands(stage, { id, cookie, feed, held });

  async function stayPresent(): Promise<void> {
    while (!stage.left.aborted) {
      await hands.present('here');
      await pause(stage, stage.leaseMs / 5);
    }
  }

  async function work(): Promise<void> {
    while (!stage.over()) {
      const tickets = [...held].map(([conversation, epoch]) => ({ conversation, epoch }));
      const ticket = tickets[stage.chance.below(tickets.length)];
      const moves = supervises ? [...agentMoves, ...supervisorMoves] : agentMoves;
      const move = pickWeighted(
        stage.chance,
        moves.filter(({ needsTicket }) => !needsTicket || ticket !== undefined),
      );
      await move?.act(hands, ticket ?? { conversation: '', epoch: 0 });
      await pause(stage, 20 + stage.chance.below(100));
    }
  }

  void stayPresent();
  return { id, feed, done: Promise.all([work(), work()]).then(() => undefined) };
}
