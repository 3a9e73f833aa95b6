/** A customer: speaks, listens, repeats what was not acknowledged, and sometimes says several things at once. */
import type { ConversationAnswer } from '../../../src/channels/direct-line/contract.js';
import { type Ear, openEar } from './ear.js';
import { customerMoves } from './customer-moves.js';
import { deliver, say, type Speaker } from './speech.js';
import { insist, pause, pickWeighted, type Stage } from './stage.js';

export interface Customer {
  /** The conversation they are in now. */
  conversation(): string;
  /** Resolves when they have come to the end of what they were doing. */
  readonly done: Promise<void>;
  /** Does not read for a while. */
  jam(milliseconds: number): Promise<void>;
}

interface Talk extends Speaker {
  readonly ear: Ear;
}

/** Undefined when the door says that too many were begun. */
async function begin(stage: Stage): Promise<Talk | undefined> {
  const answer = await insist(stage, { method: 'POST', path: '/v3/directline/tokens/generate' });
  if (answer?.status !== 200) return undefined;
  const { conversationId: conversation, token } = JSON.parse(answer.text) as ConversationAnswer;
  const ear = openEar(stage, { conversation, token });
  return { conversation, headers: { authorization: `Bearer ${token}` }, ear, said: [] };
}

/** Reads by REST what others read on the stream. */
async function lookBack(stage: Stage, { conversation, headers }: Talk): Promise<void> {
  const path = `/v3/directline/conversations/${conversation}/activities`;
  const answer = await insist(stage, { method: 'GET', path, headers });
  if (answer?.status === 200) stage.history.note({ kind: 'read', conversation, body: answer.text });
}

async function act(stage: Stage, talk: Talk): Promise<void> {
  const { chance, history } = stage;
  const { ear, said } = talk;
  const face = ear.face();
  const next = () =>
    pickWeighted(
      chance,
      customerMoves.filter(({ when }) => when(face)),
    )?.says?.(chance);
  const words = next();
  if (words === undefined) {
    await pause(stage, stage.idleMs * 1.3);
    return;
  }
  if (chance.once(12)) {
    history.note({ kind: 'fault', name: 'sent out of order' });
    const more = Array.from({ length: 2 }, next).filter((one) => one !== undefined);
    await Promise.all([words, ...more].map((one) => say(stage, talk, one)));
  } else await say(stage, talk, words);
  const old = said[said.length - 1 - chance.below(20)];
  if (old !== undefined && chance.once(15)) {
    history.note({ kind: 'fault', name: 'delivered late again' });
    await deliver(stage, talk, old);
  }
  if (chance.once(15)) await lookBack(stage, talk);
  if (face.state === 'assistant') await ear.until(({ replies }) => replies > face.replies, 1000);
}

export function playCustomer(stage: Stage): Customer {
  let talk: Talk | undefined;

  async function live(): Promise<void> {
    while (!stage.over()) {
      const fresh =
        talk === undefined || (talk.said.length > 20 && stage.chance.once(20)) ? await begin(stage) : undefined;
      if (fresh !== undefined) {
        talk?.ear.close();
        talk = fresh;
      }
      if (talk !== undefined) await act(stage, talk);
      await pause(stage, 30 + stage.chance.below(150));
    }
  }

  return {
    conversation: () => talk?.conversation ?? '',
    jam: async (milliseconds) => talk?.ear.jam(milliseconds),
    done: live(),
  };
}
