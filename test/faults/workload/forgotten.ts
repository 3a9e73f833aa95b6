/**
 * A customer who is erased in the middle of the run, while they wait for a person. Their page goes on knocking with all
 * that it was ever given.
 */
import { createLog, randomIds, readConfig } from '../../../src/base/index.js';
import type { ConversationAnswer } from '../../../src/channels/direct-line/contract.js';
import { openStore } from '../../../src/store/index.js';
import { type Outfit, patchesOf } from '../outfit.js';
import { plant } from '../patches.js';
import { type Call, insist, pause, type Stage } from './stage.js';

/** Erases a customer as the command does, over a connection of its own; again, until it is done. */
export type Erase = (stage: Stage, customer: string) => Promise<void>;

export const createErase =
  (env: Readonly<Record<string, string>>, outfit: Outfit): Erase =>
  async (stage, customer) => {
    const options = { config: readConfig(env), log: createLog('silent'), ids: randomIds, join: true };
    const scripts = plant(patchesOf(outfit), outfit.release);
    const attempt = async (): Promise<boolean> => {
      const store = await openStore({ ...options, scripts });
      try {
        await store.erase(customer);
        return true;
      } finally {
        await store.close();
      }
    };
    while (!stage.left.aborted && !(await attempt().catch(() => false))) await pause(stage, 100);
  };

/** Milliseconds before they are erased. */
const calm = 1500;
const words = ['Hello, where is my parcel?', 'This takes far too long', 'I want to talk to a person'];

const userOf = (token: string): string => {
  const [, claims = ''] = token.split('.');
  return String((JSON.parse(Buffer.from(claims, 'base64url').toString()) as { user?: unknown }).user);
};

/** Resolves when they have come to the end of what they were doing. */
export async function playForgotten(stage: Stage, erase: Erase): Promise<void> {
  const { history } = stage;
  const given = await insist(stage, { method: 'POST', path: '/v3/directline/tokens/generate' });
  if (given?.status !== 200) return;
  const { conversationId: conversation, token } = JSON.parse(given.text) as ConversationAnswer;
  const at = `/v3/directline/conversations/${conversation}`;
  const as = (bearer: string) => ({ authorization: `Bearer ${bearer}` });
  const message = (text: string, bearer: string): Call => ({
    method: 'POST',
    path: `${at}/activities`,
    headers: as(bearer),
    body: { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: `forgotten ${text.length}` } },
  });
  const begun = await insist(stage, {
    method: 'POST',
    path: '/v3/directline/conversations',
    headers: as(token),
    body: { renewable: true },
  });
  const held = JSON.parse(begun?.text ?? '{}') as Partial<ConversationAnswer>;
  for (const text of words) {
    const activity = `forgotten ${text.length}`;
    history.note({ kind: 'sent', conversation, activity, text });
    await insist(stage, message(text, token));
  }
  await pause(stage, calm);
  const asked = history.now();
  await erase(stage, userOf(token));
  history.note({ kind: 'erased', asked, conversation, customer: userOf(token) });

  const later = 'and now?';
  history.note({ kind: 'sent', conversation, activity: `forgotten ${later.length}`, text: later });
  const knocks: readonly Call[] = [token, held.token ?? token].flatMap((one): readonly Call[] => [
    { method: 'GET', path: `${at}/activities`, headers: as(one) },
    { method: 'GET', path: `${at}?watermark=2`, headers: as(one) },
    { method: 'POST', path: '/v3/directline/conversations', headers: as(one), body: {} },
    message(later, one),
  ]);
  while (!stage.over()) {
    for (const call of knocks) {
      const answer = await insist(stage, call);
      if (answer !== undefined && answer.status < 300) {
        history.note({ kind: 'opened', asked: answer.asked, conversation, path: call.path });
      }
    }
    await pause(stage, 100);
  }
}
