/** What operators watch: one set of figures for each process, in the words of Prometheus. Only user of prom-client. */
import type { Clock } from '../base/index.js';
import type { Conversations, Deliveries } from '../conversation/index.js';
import type { Called, Http } from '../http/index.js';
import { countCall } from './calls.js';
import { type MetricsSettings, openDoor } from './door.js';
import { createInstruments, type Instruments } from './instruments.js';
import { type LineSources, readLine } from './line.js';
import { measuredConversations, measuredDeliveries } from './turns.js';

export interface Metrics {
  /** For the server: a call was answered. */
  readonly called: (call: Called) => void;
  /** For the store: something was asked of it. */
  readonly asked: (act: string, seconds: number, failed: boolean) => void;
  /** For the assistant: a turn was thought about. */
  readonly decided: (seconds: number) => void;
  readonly conversations: (inner: Conversations) => Conversations;
  readonly deliveries: (inner: Deliveries) => Deliveries;
  /** Opens the door to the figures. */
  open(house: MetricsHouse): Promise<void>;
  close(): Promise<void>;
}

export interface MetricsHouse extends LineSources {
  readonly config: MetricsSettings;
  readonly http: Pick<Http, 'add' | 'sockets'>;
  /** Turns since the start that did not go as usual. */
  readonly oddTurns: () => Readonly<Record<string, number>>;
  /** How often the store was found emptied. */
  readonly emptied: () => number;
}

function reader(house: MetricsHouse, instruments: Instruments): () => Promise<string> {
  return async () => {
    for (const [how, count] of Object.entries(house.oddTurns())) instruments.oddTurns.set({ how }, count);
    instruments.sockets.set(house.http.sockets());
    instruments.emptied.set(house.emptied());
    await readLine(house, instruments);
    return instruments.registry.metrics();
  };
}

export function createMetrics(clock: Clock): Metrics {
  const instruments = createInstruments();
  const { turns, store, storeErrors, registry } = instruments;
  let shut: () => Promise<void> = () => Promise.resolve();
  return {
    called: (call) => countCall(instruments, call),
    asked(act, seconds, failed) {
      store.observe({ act }, seconds);
      if (failed) storeErrors.inc({ act });
    },
    decided: (seconds) => turns.observe({ stage: 'decide' }, seconds),
    conversations: (inner) => measuredConversations(inner, instruments),
    deliveries: (inner) => measuredDeliveries(inner, instruments, clock),
    async open(house) {
      shut = await openDoor({ read: reader(house, instruments), type: registry.contentType }, house);
    },
    close: () => shut(),
  };
}
