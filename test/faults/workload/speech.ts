/** What a customer says, until it is acknowledged; sometimes delivered twice, as channels do that lost the answer. */
import type { Words } from './customer-moves.js';
import { type Answer, insist, insistTwice, type Stage } from './stage.js';

export interface Speaker {
  readonly conversation: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly said: { readonly activity: string; readonly words: Words }[];
}

export async function deliver(
  stage: Stage,
  { conversation, headers }: Speaker,
  { activity, words }: Speaker['said'][number],
): Promise<void> {
  const channelData = {
    clientActivityID: activity,
    ...(words.choice === undefined ? {} : { choice: words.choice }),
  };
  const call = {
    method: 'POST',
    path: `/v3/directline/conversations/${conversation}/activities`,
    headers,
    body: { type: 'message', text: words.text, from: { id: 'me' }, channelData },
  } as const;
  const twice = stage.chance.once(5);
  if (twice) stage.history.note({ kind: 'fault', name: 'delivered twice' });
  const answers: readonly (Answer | undefined)[] = twice ? await insistTwice(stage, call) : [await insist(stage, call)];
  for (const { asked } of answers.filter((one) => one?.status === 200).filter((one) => one !== undefined)) {
    stage.history.note({ kind: 'kept', asked, conversation, activity });
  }
}

export async function say(stage: Stage, speaker: Speaker, words: Words): Promise<void> {
  const { conversation, said } = speaker;
  const message = { activity: `${conversation.slice(-12)}-${said.length + 1}`, words };
  said.push(message);
  stage.history.note({ kind: 'sent', conversation, activity: message.activity, text: words.text });
  await deliver(stage, speaker, message);
}
