/** A world for the client with a clock to move and a small Direct Line server whose faults can be chosen. */
import type { Answer, Ask, SocketEvents, World } from '../../../src/web/chat/world.js';

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/** Time that stands still until it is moved; everything asynchronous settles between two moments. */
function createTime() {
  let now = 0;
  let timers: Timer[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const after = (ms: number, act: () => void) => {
    const timer = { at: now + ms, act };
    timers.push(timer);
    return () => {
      timers = timers.filter((held) => held !== timer);
    };
  };
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    await settle();
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((held) => held !== next);
      now = next.at;
      next.act();
      await settle();
    }
    now = end;
  }
  return { after, pass, settle, now: () => now };
}

export interface Stored {
  readonly text: string;
  readonly key: string;
  readonly choice?: string | undefined;
}

interface OpenSocket {
  readonly id: string;
  readonly told: SocketEvents;
  readonly sent: string[];
}

export function createWorld() {
  const time = createTime();
  const logs = new Map<string, Stored[]>();
  const sockets = new Set<OpenSocket>();
  const calls: string[] = [];
  /** What goes wrong; each may be set and cleared while the client runs. */
  const faults = {
    down: false,
    expired: false,
    lost: false,
    deaf: false,
    postStatus: 200,
    loseAnswer: false,
    limitedTill: 0,
  };
  let count = 0;

  const wire = (id: string, index: number, { text, key }: Stored) => ({
    type: 'message',
    id: `${id}|${index + 1}`,
    timestamp: '2026-03-01T10:00:00.000Z',
    from: { id: 'dl_1', role: 'user' },
    text,
    channelData: { seq: index + 1, role: 'customer', clientActivityID: key },
  });
  const frame = (id: string, from: number) => {
    const log = logs.get(id) ?? [];
    const activities = log.slice(from).map((one, index) => wire(id, from + index, one));
    return JSON.stringify({ activities, watermark: String(log.length) });
  };
  const grant = (id: string, more = {}) => ({
    conversationId: id,
    token: `t${(count += 1)}`,
    expires_in: 1800,
    ...more,
  });
  const stream = (id: string, mark: string) => ({ streamUrl: `ws://server/${id}?watermark=${mark}` });

  const limited = (): Answer => ({ status: 429, body: undefined, retryMs: faults.limitedTill - time.now() });

  function post(id: string, body: unknown): Answer {
    if (faults.postStatus !== 200) return { status: faults.postStatus, body: undefined };
    if (time.now() < faults.limitedTill) return limited();
    const { text, channelData } = body as { text: string; channelData: { clientActivityID: string; choice?: string } };
    const log = logs.get(id) ?? [];
    if (!log.some(({ key }) => key === channelData.clientActivityID)) {
      log.push({ text, key: channelData.clientActivityID, choice: channelData.choice });
      if (!faults.deaf) for (const socket of sockets) socket.told.frame(frame(id, log.length - 1));
    }
    if (faults.loseAnswer) throw new Error('The answer was lost.');
    return { status: 200, body: { id: 'x' } };
  }

  function answer({ method, path, token, body }: Ask): Answer {
    calls.push(`${method} ${path.replace('/v3/directline', '')}`);
    if (faults.down) throw new Error('Nobody answers.');
    if (path.endsWith('/tokens/generate') && time.now() < faults.limitedTill) return limited();
    if (path.endsWith('/tokens/generate')) return { status: 200, body: grant(`c${(count += 1)}`) };
    const denied = { status: 403, body: { error: { code: 'forbidden', message: 'No.' } } };
    if (path.endsWith('/tokens/refresh')) {
      faults.expired = false;
      return faults.lost ? denied : { status: 200, body: grant([...logs.keys()].at(-1) ?? '') };
    }
    if (faults.expired || token === undefined) return denied;
    if (path.endsWith('/conversations')) {
      faults.lost = false;
      const id = `c${(count += 1)}`;
      logs.set(id, []);
      return { status: 201, body: grant(id, stream(id, '')) };
    }
    const [, id = '', rest = ''] = /conversations\/([^/?]+)((?:[/?].*)?)$/.exec(path) ?? [];
    if (!logs.has(id)) return { status: 404, body: undefined };
    if (method === 'POST') return post(id, body);
    return { status: 200, body: grant(id, stream(id, /watermark=(\d*)/.exec(rest)?.[1] ?? '')) };
  }

  const world: World = {
    call: (ask) => new Promise((resolve) => resolve(answer(ask))),
    socket(url, told) {
      const [, id = '', mark = ''] = /server\/([^?]+)\?watermark=(.*)$/.exec(url) ?? [];
      const socket = { id, told, sent: [] as string[] };
      time.after(1, () => {
        if (faults.down) {
          told.closed();
          return;
        }
        sockets.add(socket);
        told.opened();
        if (!faults.deaf) told.frame(frame(id, Number(mark)));
      });
      return {
        send: (text) => socket.sent.push(text),
        close: () => void sockets.delete(socket),
      };
    },
    after: time.after,
    chance: () => 1,
    alone: (act) => act(),
  };
  const drop = () => {
    for (const socket of [...sockets]) {
      sockets.delete(socket);
      socket.told.closed();
    }
  };
  return { world, time, faults, logs, sockets, calls, drop };
}
