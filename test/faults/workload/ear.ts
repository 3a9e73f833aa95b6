/** A customer's ear: the stream of their conversation, opened again whenever it breaks, from the last number on. */
import { WebSocket } from 'ws';
import type {
  ActivitySet,
  ConversationAnswer,
  Status,
  WireActivity,
} from '../../../src/channels/direct-line/contract.js';
import { insist, pause, type Stage } from './stage.js';

/** What the customer sees on their screen. */
export interface Face {
  readonly state: Status['state'];
  /** The choices under the last words of the other side. */
  readonly choices: readonly string[];
  readonly form: 'scale' | 'comment' | 'none';
  /** How many entries the other side has written so far. */
  readonly replies: number;
}

export interface Ear {
  face(): Face;
  /** Resolves when it is true, or when it takes too long. */
  until(so: (face: Face) => boolean, milliseconds: number): Promise<void>;
  /** Stops reading for a while: a slow reader. */
  jam(milliseconds: number): Promise<void>;
  close(): void;
}

const sockets = { count: 0 };

function seen(face: Face, activity: WireActivity): Face {
  if (activity.name === 'warmline/status') return { ...face, state: (activity.value as Status).state };
  const { role, choices, form } = activity.channelData ?? {};
  if (activity.type !== 'message' || role === 'customer') return face;
  return {
    ...face,
    replies: face.replies + 1,
    choices: choices?.map(({ value }) => value) ?? [],
    form: form ?? 'none',
  };
}

export function openEar(stage: Stage, grant: { readonly conversation: string; readonly token: string }): Ear {
  const { conversation } = grant;
  const headers = { authorization: `Bearer ${grant.token}` };
  const watchers = new Set<() => void>();
  let face: Face = { state: 'assistant', choices: [], form: 'none', replies: 0 };
  let watermark = '';
  let current: WebSocket | undefined;
  let closed = false;

  function take(frame: string, socket: number): void {
    if (frame === '') return;
    const set = JSON.parse(frame) as ActivitySet;
    for (const activity of set.activities) {
      const seq = activity.channelData?.seq;
      if (seq !== undefined) {
        stage.history.note({ kind: 'saw', conversation, socket, seq, text: activity.text ?? '' });
      }
      face = seen(face, activity);
    }
    watermark = set.watermark ?? watermark;
    for (const look of watchers) look();
  }

  async function listen(streamUrl: string): Promise<void> {
    const number = (sockets.count += 1);
    await new Promise<void>((resolve) => {
      const socket = (current = new WebSocket(streamUrl));
      socket.on('message', (data: Buffer) => take(data.toString(), number));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => resolve());
    });
  }

  async function keepOpen(): Promise<void> {
    while (!closed && !stage.left.aborted) {
      const path = `/v3/directline/conversations/${conversation}?watermark=${watermark}`;
      const answer = await insist(stage, { method: 'GET', path, headers });
      const { streamUrl } = JSON.parse(answer?.text ?? '{}') as Partial<ConversationAnswer>;
      if (streamUrl !== undefined) await listen(streamUrl);
      await pause(stage, 30);
    }
  }

  const close = () => {
    closed = true;
    current?.terminate();
  };
  stage.left.addEventListener('abort', close, { once: true });
  void keepOpen();
  return {
    face: () => face,
    close,
    until(so, milliseconds) {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        const look = () => {
          if (so(face)) end();
        };
        const timer = setTimeout(end, milliseconds);
        watchers.add(look);
        look();
      });
    },
    async jam(milliseconds) {
      const socket = current;
      socket?.pause();
      await pause(stage, milliseconds);
      socket?.resume();
    },
  };
}
