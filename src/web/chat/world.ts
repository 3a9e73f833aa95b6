/** What the client needs of the browser. Tests bring their own. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  /** Parsed JSON, or undefined. */
  readonly body: unknown;
  /** The server asks for this pause before the next try, milliseconds. */
  readonly retryMs?: number;
}

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  readonly opened: () => void;
  readonly frame: (text: string) => void;
  readonly closed: () => void;
}

export interface World {
  /** Rejects when there is no answer. */
  call(ask: Ask): Promise<Answer>;
  socket(url: string, events: SocketEvents): Socket;
  /** Runs later, in milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** From 0 to 1. */
  chance(): number;
  /** One page at a time, so that two of them do not start two conversations, nor use one renewal twice. */
  alone<Result>(act: () => Promise<Result>, what?: 'renewing'): Promise<Result>;
}
