/**
 * Several who write in one conversation of a channel that is pushed to. One of them is erased in the middle, while their
 * last message may still be thought about; the others go on.
 */
import { keyOf } from '../../../src/conversation/index.js';
import { questionsAndDemands } from './customer-moves.js';
import type { Erase } from './forgotten.js';
import { insist, insistTwice, pause, type Stage } from './stage.js';

interface Member {
  readonly id: string;
  readonly name: string;
}

interface Where {
  /** As Teams calls the conversation, and as the store does. */
  readonly id: string;
  readonly key: string;
  readonly serviceUrl: string;
}

const several = 3;
/** Messages before one of them is erased, and after that. */
const before = 8;
const after = 4;

/** Says something that nobody else has said; resolves with that when it was acknowledged. */
async function say(stage: Stage, { id, key, serviceUrl }: Where, who: Member) {
  const { chance, history } = stage;
  const [mark, activity] = [`word-${crypto.randomUUID()}`, `several-${crypto.randomUUID()}`];
  const text = `${chance.pick(questionsAndDemands)} [${mark}]`;
  const call = {
    method: 'POST',
    path: '/api/messages',
    body: {
      ...{ type: 'message', id: activity, text, channelId: 'msteams', serviceUrl },
      ...{ conversation: { id, isGroup: true }, from: who, recipient: { id: 'bot' } },
      entities: [{ type: 'mention', text: '@bot', mentioned: { id: 'bot' } }],
    },
  } as const;
  history.note({ kind: 'sent', conversation: key, activity, text });
  const answers = chance.once(5) ? await insistTwice(stage, call) : [await insist(stage, call)];
  const asked = answers.flatMap((one) => (one !== undefined && one.status < 300 ? [one.asked] : []))[0];
  return { mark, activity, asked };
}

async function talk(stage: Stage, serviceUrl: string, erase: Erase): Promise<void> {
  const { chance, history } = stage;
  const id = `19:${crypto.randomUUID()}@thread.v2`;
  const key = keyOf('teams', id);
  const members = Array.from({ length: several }, (): Member => {
    const own = crypto.randomUUID();
    return { id: `29:${own}`, name: `Name ${own.slice(0, 8)}` };
  });
  const [gone, ...others] = members as [Member, ...Member[]];
  const theirs: string[] = [gone.name];
  async function one(who: Member): Promise<void> {
    const { mark, activity, asked } = await say(stage, { id, key, serviceUrl }, who);
    if (who === gone) theirs.push(mark);
    else if (asked !== undefined) history.note({ kind: 'kept', asked, conversation: key, activity });
    await pause(stage, chance.below(150));
  }
  for (let n = 0; n < before; n += 1) await one(chance.pick(members));
  await one(gone);
  const asked = history.now();
  await erase(stage, gone.id);
  if (stage.left.aborted) return;
  history.note({ kind: 'unsaid', asked, conversation: key, customer: gone.id, traces: theirs });
  for (let n = 0; n < after; n += 1) await one(chance.pick(others));
}

/** One conversation after the other, until it is over. */
export async function playSeveral(stage: Stage, serviceUrl: string, erase: Erase): Promise<void> {
  while (!stage.over()) {
    await talk(stage, serviceUrl, erase);
    await pause(stage, 500 + stage.chance.below(1500));
  }
}
