/** The REST half of Direct Line: opens the kept conversation again, or starts one. Rejects when nobody answers. */
import { readJoined, type Joined } from './frames.js';
import type { Answer, Ask, World } from './world.js';

export interface Thread {
  readonly conversationId: string;
  readonly token: string;
  /** Good for one use, when the token has run out. */
  readonly renewal?: string;
}

export interface DoorOptions {
  readonly world: World;
  readonly thread: { read(): Thread | undefined; keep(thread: Thread): void };
  /** It is another conversation from here on: forget the lines of the one before. */
  readonly renewed: () => void;
}

export interface Door {
  join(): Promise<Joined>;
  /** How far the stream was heard: joining again goes on from there. */
  reached(watermark: string): void;
  /** The next one to join begins anew. */
  forget(): void;
  /** False when the server will not give a new token for the old one. */
  refresh(): Promise<boolean>;
  /** Posts to the open conversation; undefined when there is none, or its token is of no use any more. */
  post(activity: unknown): Promise<Answer | undefined>;
}

/** Too much was asked in a short time: the server wants this pause, milliseconds. */
export class Paused extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super(`The server asks to wait ${ms} ms.`);
    this.ms = ms;
  }
}

const usualPause = 5000;
const base = '/v3/directline';
const denied = ({ status }: Answer) => status === 401 || status === 403;
const pathOf = ({ conversationId }: Thread) => `/conversations/${encodeURIComponent(conversationId)}`;

/** More renewals in a row than other pages can have made meanwhile. */
const mostRenewals = 3;

/** Asks the server; one in trouble counts as no answer. */
const createAsk =
  (world: World) =>
  async (what: Ask): Promise<Answer> => {
    const answer = await world.call({ ...what, path: base + what.path });
    if (answer.status === 429) throw new Paused(answer.retryMs ?? usualPause);
    if (answer.status >= 500) throw new Error(`The server answered ${answer.status}.`);
    return answer;
  };

/** Our thread, as this page and the others of the site keep it. */
function createThread(thread: DoorOptions['thread']) {
  let mine = thread.read();
  return {
    mine: () => mine,
    forget: () => void (mine = undefined),
    keep(joined: Joined): Joined {
      const { conversationId, token } = joined;
      const renewal = joined.renewal ?? (mine?.conversationId === conversationId ? mine.renewal : undefined);
      mine = { conversationId, token, ...(renewal === undefined ? {} : { renewal }) };
      thread.keep(mine);
      return joined;
    },
    /** Whether another page has a newer token for it, which is ours then, too. */
    renewedElsewhere(): boolean {
      const stored = thread.read();
      if (stored?.conversationId !== mine?.conversationId || stored?.token === mine?.token) return false;
      mine = stored;
      return true;
    },
    /** Another page of this site may have moved on to a new conversation meanwhile. */
    follow(): { before: string | undefined; moved: boolean } {
      const before = mine?.conversationId;
      mine = thread.read() ?? mine;
      return { before, moved: mine?.conversationId !== before };
    },
  };
}

function createAccess({ world, thread }: DoorOptions) {
  const { mine, keep, renewedElsewhere, follow, forget } = createThread(thread);
  const ask = createAsk(world);
  /** With the token while that is good, else with the renewal. */
  async function renew(): Promise<boolean> {
    if (renewedElsewhere()) return true;
    for (const token of [mine()?.token, mine()?.renewal]) {
      if (token === undefined) continue;
      const joined = readJoined((await ask({ method: 'POST', path: '/tokens/refresh', token, body: {} })).body);
      if (joined === undefined) continue;
      keep(joined);
      return true;
    }
    return false;
  }
  const refresh = (): Promise<boolean> => world.alone(renew, 'renewing');
  /** Asks with our token; again with a new one when it has expired. */
  async function askMine(what: (held: Thread) => Ask): Promise<Answer | undefined> {
    for (let renewals = 0; ; renewals += 1) {
      const held = mine();
      if (held === undefined) return undefined;
      const answer = await ask({ ...what(held), token: held.token });
      if (!denied(answer)) return answer;
      if (renewals >= mostRenewals || !(await refresh())) return undefined;
    }
  }
  return { keep, ask, refresh, askMine, follow, forget };
}

export function createDoor(options: DoorOptions): Door {
  const { keep, ask, refresh, askMine, follow, forget } = createAccess(options);
  let watermark = '';
  const renewed = () => {
    watermark = '';
    options.renewed();
  };
  async function begin(): Promise<Joined> {
    const given = readJoined((await ask({ method: 'POST', path: '/tokens/generate', body: {} })).body);
    const token = given?.token ?? '';
    const joined = readJoined(
      (await ask({ method: 'POST', path: '/conversations', token, body: { renewable: true } })).body,
    );
    if (joined === undefined) throw new Error('No conversation was given.');
    return keep(joined);
  }
  async function rejoin(): Promise<Joined | undefined> {
    const from = `?watermark=${encodeURIComponent(watermark)}`;
    const asked = ({ renewal }: Thread) => (renewal === undefined ? `${from}&renewable=yes` : from);
    const answer = await askMine((held) => ({ method: 'GET', path: pathOf(held) + asked(held) }));
    const joined = answer?.status === 200 ? readJoined(answer.body) : undefined;
    return joined && keep(joined);
  }
  async function join(): Promise<Joined> {
    const { before, moved } = follow();
    if (moved && before !== undefined) renewed();
    const joined = await rejoin();
    if (joined !== undefined) return joined;
    return options.world.alone(async () => {
      const now = follow();
      if (now.before !== undefined) renewed();
      return (now.moved ? await rejoin() : undefined) ?? begin();
    });
  }
  const post = (activity: unknown) =>
    askMine((held) => ({ method: 'POST', path: `${pathOf(held)}/activities`, body: activity }));
  return {
    join,
    refresh,
    post,
    reached: (mark) => void (watermark = mark),
    forget() {
      watermark = '';
      forget();
    },
  };
}
