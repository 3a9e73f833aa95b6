/** What customers and agents taught the knowledge base, read from the transcripts. */
import { type Entry, faqChoice } from '../conversation/index.js';
import { entriesOf, type EpisodeRecord, type Period } from '../effort/index.js';
import type { FaqEntry, Lesson } from '../faq/index.js';
import { records } from './export.js';
import type { Source } from './questions.js';

type Told = Omit<Lesson, 'person'>;

interface Walk {
  /** The customer's question, in their own words. */
  question?: string | undefined;
  /** What was answered to it, and what it was asked back for. */
  answered?: string | undefined;
  offered?: readonly string[];
}

function toldBy({ question, answered, offered = [] }: Walk, value: string): readonly Told[] {
  if (question === undefined) return [];
  const picked = faqChoice.idOf(value);
  if (picked !== undefined) return offered.includes(picked) ? [{ text: question, id: picked, fits: true }] : [];
  if (answered === undefined || (value !== 'solved' && value !== 'not-solved')) return [];
  return [{ text: question, id: answered, fits: value === 'solved' }];
}

/** "Did you mean" has a way out; what is offered before the first word has none, and answers nothing. */
const offeredIn = ({ choices = [] }: Entry): readonly string[] =>
  choices.some(({ value }) => value === 'none') ? choices.flatMap(({ value }) => faqChoice.idOf(value) ?? []) : [];

/** What one episode taught, in the order of its transcript. `entries`: the knowledge base. */
export function lessonsOf(transcript: readonly Entry[], entries: readonly FaqEntry[]): readonly Told[] {
  const walk: Walk = {};
  return transcript.flatMap((entry): readonly Told[] => {
    const { role, text, value, faq } = entry;
    switch (role) {
      case 'customer': {
        if (value === undefined) {
          Object.assign(walk, { question: text, answered: undefined, offered: [] } satisfies Walk);
          return [];
        }
        return toldBy(walk, value);
      }
      case 'assistant':
        if (faq !== undefined) walk.answered = faq;
        if (offeredIn(entry).length > 0) walk.offered = offeredIn(entry);
        return [];
      case 'agent': {
        const sent = entries.find(({ answer }) => answer !== '' && text.includes(answer));
        return sent === undefined || walk.question === undefined
          ? []
          : [{ text: walk.question, id: sent.id, fits: true }];
      }
      default:
        return [];
    }
  });
}

const mayHold = ({ counts: { answers = 0, clarified = 0, escalations = 0 } }: EpisodeRecord): boolean =>
  answers + clarified + escalations > 0;

/** Transcripts that are read at most, however many episodes there are. */
const mostRead = 5000;

/** What was taught in the newest episodes born in a period, newest first. What was forgotten or erased teaches no more. */
export async function* lessonsIn(source: Source, period: Period, entries: readonly FaqEntry[]): AsyncGenerator<Lesson> {
  let left = mostRead;
  for await (const some of records(source.ledger, period)) {
    const read = some.filter(mayHold).slice(0, left);
    left -= read.length;
    const found = await Promise.all(
      read.map(async (record): Promise<readonly Lesson[]> => {
        const transcript = await entriesOf(source, record);
        return lessonsOf(transcript, entries).map((told) => ({ ...told, person: record.person }));
      }),
    );
    yield* found.flat();
    if (left === 0) return;
  }
}
