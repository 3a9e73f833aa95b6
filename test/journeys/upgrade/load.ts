/** Customers behind a balancer, who count everything that does not go as it should. */
import { WebSocket } from 'ws';
import type { ActivitySet, WireActivity } from '../../../src/channels/direct-line/contract.js';
import { call, generate, type Granted } from '../../support/direct-line-calls.js';
import { createInbox } from '../../support/inbox.js';

/** As a stopping server says good-bye. */
const comeBack = 1001;

export interface Account {
  /** What customers saw that they should not have. */
  readonly errors: string[];
  asked: number;
  answered: number;
  conversations: number;
  connections: number;
}

export interface Crowd {
  readonly account: Readonly<Account>;
  /** Lets everybody hear their last answer, and leave. */
  end(): Promise<void>;
}

const questions: readonly (readonly [string, RegExp])[] = [
  ['How long does delivery take?', /two to four working days/],
  ['How can I pay?', /./],
  ['How do I send something back?', /./],
];

type Screen = ReturnType<typeof createInbox<WireActivity>>;

/** The open page of one conversation; it comes back when it is told to. Returns how to leave. */
export async function openPage(url: string, { token, conversationId }: Granted, account: Account) {
  const screen: Screen = createInbox();
  let mark = '';
  let over = false;
  let leave: () => void = () => undefined;
  async function connect(place: string): Promise<void> {
    const { status, body } = await call(url, place, { token });
    if (status !== 200 && status !== 201) account.errors.push(`${place} was answered ${status}`);
    account.connections += 1;
    const socket = new WebSocket(body.streamUrl);
    leave = () => socket.terminate();
    socket.on('error', (fault) => over || account.errors.push(`a stream failed: ${fault.message}`));
    socket.on('message', (frame: Buffer) => {
      if (frame.length === 0) return;
      const { activities, watermark = mark } = JSON.parse(frame.toString()) as ActivitySet;
      mark = watermark;
      for (const activity of activities) if (activity.type === 'message') screen.take(activity);
    });
    socket.on('close', (code) => {
      if (over) return;
      if (code !== comeBack) account.errors.push(`a stream was closed with ${code}`);
      const again = `GET /conversations/${conversationId}?watermark=${mark}`;
      connect(again).catch((fault: unknown) => account.errors.push(`coming back failed: ${String(fault)}`));
    });
  }
  await connect('POST /conversations');
  return {
    screen,
    leave: () => {
      over = true;
      leave();
    },
  };
}

const byOthers = ({ from }: WireActivity): boolean => from.role !== 'user';

/** One conversation: each question is kept once, and answered. */
async function talk(url: string, account: Account): Promise<void> {
  const granted = await generate(url);
  const { screen, leave } = await openPage(url, granted, account);
  account.conversations += 1;
  await screen.until(byOthers);
  for (const [text, answer] of questions) {
    const from = screen.got.length;
    const channelData = { clientActivityID: crypto.randomUUID() };
    const body = { type: 'message', text, from: { id: 'me' }, channelData };
    const place = `POST /conversations/${granted.conversationId}/activities`;
    const { status } = await call(url, place, { token: granted.token, body });
    account.asked += 1;
    if (status !== 200) account.errors.push(`a message was answered ${status}`);
    await screen.until((one) => byOthers(one) && answer.test(one.text ?? ''), from);
    account.answered += 1;
  }
  leave();
  const own = screen.got.filter((one) => !byOthers(one));
  if (own.length !== questions.length) account.errors.push(`${own.length} of ${questions.length} messages were kept`);
  const ids = screen.got.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) account.errors.push('something was shown twice');
}

export const newAccount = (): Account => ({ errors: [], asked: 0, answered: 0, conversations: 0, connections: 0 });

/** So many customers who talk, leave and come again until the end. */
export function startCrowd(url: string, count: number): Crowd {
  const account = newAccount();
  let going = true;
  const talks = Array.from({ length: count }, async () => {
    try {
      while (going) await talk(url, account);
    } catch (fault) {
      account.errors.push(`a customer gave up: ${String(fault)}`);
    }
  });
  return {
    account,
    async end() {
      going = false;
      await Promise.all(talks);
    },
  };
}
