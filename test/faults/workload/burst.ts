/**
 * Many customers who come in the same moment and all want the same: a person, or a reply. Each leaves when they have
 * it.
 */
import type { ConversationAnswer } from '../../../src/channels/direct-line/contract.js';
import type { Words } from './customer-moves.js';
import { say, type Speaker } from './speech.js';
import { insist, pause, type Stage } from './stage.js';

/** The site's own server brings them: nobody sends so many from one address. */
export const siteSecret = 'the-site-that-sends-its-customers-here';

const wishes: readonly (readonly Words[])[] = [
  [{ text: 'Talk to a person' }, { text: 'Leave the line', choice: 'leave-line' }],
  [{ text: 'How long does standard delivery take?' }],
];

async function come(stage: Stage, id: string, wish: readonly Words[]): Promise<void> {
  const answer = await insist(stage, {
    method: 'POST',
    path: '/v3/directline/tokens/generate',
    headers: { authorization: `Bearer ${siteSecret}` },
    body: { user: { id } },
  });
  if (answer?.status !== 200) return;
  const { conversationId: conversation, token } = JSON.parse(answer.text) as ConversationAnswer;
  const speaker: Speaker = { conversation, headers: { authorization: `Bearer ${token}` }, said: [] };
  for (const words of wish) await say(stage, speaker, words);
}

/** Bursts of up to a fifth of `total`, until all have come or it is over. Resolves when everyone was acknowledged. */
export async function playBursts(stage: Stage, total: number): Promise<void> {
  for (let came = 0; came < total && !stage.over();) {
    const size = Math.min(total - came, 1 + stage.chance.below(Math.ceil(total / 5)));
    const wish = wishes[stage.chance.once(4) ? 1 : 0] ?? [];
    const from = came;
    // some come by two ways at once, as one person
    const ways = Array.from({ length: size }, (_, n) => (n % 4 === 1 ? from + n - 1 : from + n));
    await Promise.all(ways.map((n) => come(stage, `burst-${n}`, wish)));
    came += size;
    await pause(stage, 300 + stage.chance.below(1500));
  }
}
