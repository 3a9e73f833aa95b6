/** Microsoft's own Direct Line client, under Node: it needs the browser's XMLHttpRequest and WebSocket. */
import { createRequire } from 'node:module';
import type { Activity, DirectLine, DirectLineOptions, Services } from 'botframework-directlinejs';

const load = createRequire(import.meta.url);

export interface Client {
  readonly line: DirectLine;
  /** Everything received, in order. */
  readonly got: readonly Activity[];
  /** Resolves with the first activity, received or yet to come, for which it is true. */
  until(wanted: (activity: Activity) => boolean): Promise<Activity>;
  /** Posts a message and resolves with its id. */
  post(text: string, more?: Record<string, unknown>): Promise<string>;
  end(): void;
}

/** Reconnects at once instead of after 3 to 15 seconds, and tries a call that was cut off again after half a second. */
const hasty = () => -0.25;

export function createClient(options: DirectLineOptions & Partial<Services>): Client {
  Object.assign(globalThis, { XMLHttpRequest: load('xhr2') as unknown, WebSocket: load('ws') as unknown });
  const { DirectLine: Line } = load('botframework-directlinejs') as { DirectLine: typeof DirectLine };
  const line = new Line({ random: hasty, pollingInterval: 200, timeout: 500, ...options });
  const got: Activity[] = [];
  const waiting = new Set<() => void>();
  const subscription = line.activity$.subscribe(
    (activity) => {
      got.push(activity);
      for (const look of waiting) look();
    },
    () => undefined, // ending the line is an error of its stream
  );
  return {
    line,
    got,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = got.find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    post: (text, more = {}) =>
      new Promise((resolve, reject) => {
        const activity = { type: 'message' as const, text, from: { id: 'someone-else' }, ...more };
        line.postActivity(activity).subscribe((id: string) => resolve(id), reject);
      }),
    end() {
      subscription.unsubscribe();
      line.end();
    },
  };
}
