/** Questions that the assistant could not answer, with what an agent said to them, read from the transcripts. */
import type { Conversations, Entry } from '../conversation/index.js';
import type { EpisodeRecord, Ledger, Period } from '../effort/index.js';
import type { OpenQuestion } from '../faq/index.js';
import { records } from './export.js';

/** A shorter message of an agent is a greeting, not an answer. */
const leastAnswer = 25;
/** A shorter message of a customer is no question. */
const leastQuestion = 10;

function answerAfter(entries: readonly Entry[], seq: number): string | undefined {
  return entries.find((entry) => entry.role === 'agent' && entry.seq > seq && entry.text.length >= leastAnswer)?.text;
}

/** What was asked last before an agent joined: they answer that, whatever the assistant made of it. */
function lastBeforeAgent(entries: readonly Entry[]): readonly Entry[] {
  const joined = entries.findIndex(({ role }) => role === 'agent');
  const asked = entries
    .slice(0, Math.max(joined, 0))
    .findLast(({ role, text, value }) => role === 'customer' && value === undefined && text.length >= leastQuestion);
  return asked === undefined ? [] : [asked];
}

/** The open questions of one episode, each once. */
export function questionsOf(entries: readonly Entry[]): readonly OpenQuestion[] {
  const missed = new Set(entries.flatMap((entry) => entry.missed ?? []));
  const failed = entries.filter(({ seq, role }) => role === 'customer' && missed.has(seq));
  const asked = failed.length > 0 ? failed : lastBeforeAgent(entries);
  return asked.map(({ seq, text }) => {
    const answer = answerAfter(entries, seq);
    return answer === undefined ? { text } : { text, answer };
  });
}

const mayHold = ({ counts: { misses = 0, unsolved = 0, repeats = 0, escalations = 0 } }: EpisodeRecord): boolean =>
  misses + unsolved + repeats + escalations > 0;

export interface Source {
  readonly ledger: Ledger;
  readonly conversations: Pick<Conversations, 'entries'>;
}

async function readOne({ ledger, conversations }: Source, record: EpisodeRecord): Promise<readonly OpenQuestion[]> {
  const [entries, following] = await Promise.all([
    conversations.entries(record.conversation, record.from - 1),
    ledger.episode(record.conversation, record.number + 1),
  ]);
  return questionsOf(entries.filter(({ seq }) => following === undefined || seq < following.from));
}

/** All open questions of the episodes born in a period, newest episode first. Words that were forgotten are left out. */
export async function* openQuestions(source: Source, period: Period): AsyncGenerator<OpenQuestion> {
  for await (const some of records(source.ledger, period)) {
    const found = await Promise.all(some.filter(mayHold).map((record) => readOne(source, record)));
    yield* found.flat();
  }
}
