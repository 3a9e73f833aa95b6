/** The frame with the conversation, and the line to it. Where the frame does not come, it is asked for again for a while. */
import { type FromFrame, type FromPage, hello, readFromFrame, ready } from './wire.js';

export interface LinkOptions {
  readonly frame: HTMLIFrameElement;
  readonly address: string;
  /** What holds at this moment, for a frame that has just come. */
  readonly now: () => FromPage;
  readonly heard: (message: FromFrame) => void;
  /** True while the frame is there. */
  readonly up: (up: boolean) => void;
}

export interface Link {
  /** What is said before the frame is there is said when it is. */
  say(message: FromPage): void;
  /** Asks for a frame that has not come, at once. */
  again(): void;
  close(): void;
}

/** Milliseconds: how long a frame may take to come before it is asked for once more. */
const pauses = [4000, 4000, 8000, 8000, 16_000, 16_000, 30_000, 30_000, 30_000, 30_000];
const mostWaiting = 50;

/** Asks for the frame again and again, for a while. `there`: it has come. */
function createLoading({ frame, address }: LinkOptions, there: () => boolean) {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function load(): void {
    clearTimeout(timer);
    if (there()) return;
    frame.src = address;
    const pause = pauses[tries];
    tries += 1;
    if (pause !== undefined) timer = setTimeout(load, pause);
  }
  return {
    begin() {
      tries = 0;
      load();
    },
    end: () => clearTimeout(timer),
  };
}

export function openLink(options: LinkOptions): Link {
  const { frame, address, now, heard, up } = options;
  const { origin } = new URL(address);
  let port: MessagePort | undefined;
  let waiting: FromPage[] = [];
  const loading = createLoading(options, () => port !== undefined);

  function greet({ source, origin: from, data }: MessageEvent): void {
    const other = frame.contentWindow;
    if (other === null || source !== other || from !== origin || data !== ready) return;
    loading.end();
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event: MessageEvent<unknown>) => {
      const message = readFromFrame(event.data);
      if (message !== undefined) heard(message);
    };
    other.postMessage(hello, origin, [channel.port2]);
    for (const message of [now(), ...waiting]) port.postMessage(message);
    waiting = [];
    up(true);
  }
  addEventListener('message', greet);
  addEventListener('online', loading.begin);
  loading.begin();
  return {
    say(message) {
      if (port !== undefined) port.postMessage(message);
      else if (message.kind !== 'now') waiting = [...waiting, message].slice(-mostWaiting);
    },
    again: loading.begin,
    close() {
      removeEventListener('message', greet);
      removeEventListener('online', loading.begin);
      loading.end();
      port?.close();
      port = undefined;
      up(false);
    },
  };
}
