/** The page around the frame. It is told little, believed less, and only heard on the port it gave for an answer. */
import { type FromFrame, type FromPage, hello, type Now, readFromPage, ready } from '../widget/wire.js';

export interface Host {
  /** Of the page; what this browser keeps is kept for it. */
  readonly origin: string;
  say(message: FromFrame): void;
}

export interface Heard {
  /** The page is there; called once. */
  readonly begin: (host: Host) => void;
  readonly heard: (message: FromPage) => void;
}

/** What holds where there is no page around: the address was opened by itself. */
const alone = (): Now => ({
  look: {
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    direction: 'ltr',
    tokens: {},
    logo: '',
    greeting: '',
  },
  shown: true,
});

/** Says that it is there, and takes the first page that answers. */
export function meetHost({ begin, heard }: Heard): void {
  if (parent === window) {
    begin({ origin: location.origin, say: () => undefined });
    heard({ kind: 'now', now: alone() });
    return;
  }
  let port: MessagePort | undefined;
  addEventListener('message', ({ source, origin, data, ports }) => {
    const [given] = ports;
    if (source !== parent || data !== hello || given === undefined || port !== undefined) return;
    port = given;
    begin({ origin, say: (message) => port?.postMessage(message) });
    port.onmessage = (event: MessageEvent<unknown>) => {
      const message = readFromPage(event.data);
      if (message !== undefined) heard(message);
    };
  });
  // no secret, so any page may hear it; only those of ALLOWED_ORIGINS are shown the frame at all
  parent.postMessage(ready, '*');
}
