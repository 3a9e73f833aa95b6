/**
 * Everything that is measured, declared once. Labels take few values: names of ours, never of a customer, a conversation
 * or an address.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const calls = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];
const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];
const ages = [0.25, 0.5, 1, 2.5, 10, 60, 600, 3600, 21_600];

/** What makes instruments of one registry; `L` are their labels. */
function makers(registry: Registry) {
  const registers = [registry];
  return {
    counter: <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
      new Counter({ name: `warmline_${name}`, help, labelNames, registers }),
    gauge: <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
      new Gauge({ name: `warmline_${name}`, help, labelNames, registers }),
    histogram: <L extends string>(
      name: string,
      { help, buckets }: { readonly help: string; readonly buckets: number[] },
      labelNames: readonly L[],
    ) => new Histogram({ name: `warmline_${name}`, help, labelNames, buckets, registers }),
  };
}
type Makers = ReturnType<typeof makers>;

/** What this process does. */
const ofProcess = ({ counter, gauge, histogram }: Makers) => ({
  http: histogram(
    'http_request_seconds',
    { help: 'Answered calls, from the first byte to the last; live feeds are not in it.', buckets: calls },
    ['door', 'route', 'method', 'status'],
  ),
  sockets: gauge('open_sockets', 'WebSockets of open chats at this process.', []),
  turns: histogram(
    'turn_stage_seconds',
    { help: 'A turn: its message is kept (receive), thought about (decide) and settled (commit).', buckets: quick },
    ['stage'],
  ),
  oddTurns: gauge('odd_turns', 'Turns since the start that did not go as usual.', ['how']),
  counts: counter('talk_total', 'What settled turns came to: answers, misses, clarified, offers and more.', ['what']),
  entries: counter('faq_entry_outcomes_total', 'What became of answers of the FAQ.', ['outcome']),
  escalations: counter('escalations_total', 'Tickets that were opened, by reason.', ['reason']),
  ends: counter('episodes_ended_total', 'Episodes that turns of this process ended.', ['outcome']),
  deliveries: counter('deliveries_total', 'Tries to bring a message to a push channel.', ['channel', 'result']),
  ages: histogram(
    'delivery_age_seconds',
    { help: 'From the writing of a message until its push channel took it.', buckets: ages },
    ['channel'],
  ),
  store: histogram(
    'store_seconds',
    { help: 'What is asked of the store, until it has answered, waiting included.', buckets: quick },
    ['act'],
  ),
  storeErrors: counter('store_errors_total', 'What the store did not carry out.', ['act']),
  isOpen: gauge('desk_open', 'Whether the desk is open by its hours: 1 or 0.', []),
  isUp: gauge('store_up', 'Whether the store answered when these figures were read: 1 or 0.', []),
  emptied: gauge('store_emptied', 'How often this process has found the store emptied or replaced.', []),
});

/** What the store says: it is the same at every process, and nothing while the store does not answer. */
const ofStore = ({ gauge }: Makers) => ({
  waiting: gauge('waiting', 'Customers in the line, all processes together.', ['queue']),
  oldest: gauge('oldest_wait_seconds', 'The longest wait in the line.', ['queue']),
  assigned: gauge('assigned', 'Tickets that somebody has.', ['queue']),
  agents: gauge('agents_present', 'Agents who are there for a queue.', ['queue']),
  promises: gauge('promised_waits_day', 'Waits of the last 24 hours, by how the promised range turned out.', [
    'result',
  ]),
  due: gauge('deliveries_due', 'Conversations with something to deliver that is in nobody’s hands.', []),
});

export type Instruments = ReturnType<typeof createInstruments>;

export function createInstruments() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const make = makers(registry);
  return { registry, ...ofProcess(make), line: ofStore(make) };
}
