/** The conversation that is open: why it came here, what was said, and what is typed. */
import { plural } from './words.js';
import { Because } from './because.js';
import { Composer } from './composer.js';
import { type Page, supervises } from './page.js';
import { Outbox } from './outbox.js';
import { shownOutbox, type Talk } from './talk.js';
import { TalkHead } from './talk-head.js';
import { Correct } from './thread/correct.js';
import { type Reveal, Reveals } from './thread/masked.js';
import { placed } from './thread/readings.js';
import { Transcript } from './thread/transcript.js';

function Nothing({ page }: { page: Page }) {
  const { ready, waitingTotal, mine, capacity } = page.desk.line.value;
  if (!ready) return null;
  const words =
    waitingTotal > 0 && mine.length < capacity
      ? `${plural(waitingTotal, 'person is', 'people are')} waiting. Claim the next, or look at one first.`
      : mine.length > 0
        ? 'Choose one of yours to go on.'
        : 'All quiet. The next person who needs you appears on the left.';
  return <p class="talk-nothing muted">{words}</p>;
}

const unreadable: Readonly<Partial<Record<Talk['status'], string>>> = {
  missing: 'This conversation no longer needs a person.',
  failed: 'The conversation could not be loaded.',
  erased: 'This conversation is not kept any more: what was said in it has been erased.',
};

function Unreadable({ page, talk }: { page: Page; talk: Talk }) {
  if (talk.status === 'loading') {
    return (
      <div class="talk-loading" role="status">
        <span class="sr-only">Loading the conversation</span>
        <div class="skeleton" />
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    );
  }
  return (
    <div class="talk-nothing" role="status">
      <p>{unreadable[talk.status]}</p>
      {talk.status === 'failed' && (
        <button type="button" class="button" onClick={() => void page.desk.open(talk.id)}>
          Try again
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={page.desk.shut}>
        Back to the line
      </button>
    </div>
  );
}

/** `soon`: it can still be undone, and nobody was told. */
function holderWords(talk: Talk, soon: boolean): string {
  const name = talk.view?.ticket.customer ?? 'The customer';
  if (talk.holder === 'other') return `${talk.by ?? 'Someone else'} has this conversation now.`;
  if (talk.holder === 'line') return 'Nobody has this conversation yet. Claim it to answer.';
  const told = soon ? ` ${name} is not told yet.` : '';
  if (talk.ending === 'pass') return `You passed ${name} on${soon ? `.${told}` : ', at their old place.'}`;
  if (talk.ending === 'close') return `You closed this conversation.${told}`;
  if (talk.ending === 'hand-back') return `You handed ${name} back to the assistant.${told}`;
  return 'This conversation is no longer with a person.';
}

/** Who has it, when it is not the reader. What was typed stays in the draft, and is shown. */
function Banner({ page, talk }: { page: Page; talk: Talk }) {
  const typed = page.desk.draft.value.text.trim();
  const soon = page.desk.leaving.value?.ticket.id === talk.id;
  const words = holderWords(talk, soon) + (typed ? ' What you typed is kept:' : '');
  return (
    <div class="holder-banner" role="status">
      <p>{words}</p>
      {typed && <blockquote>{typed}</blockquote>}
    </div>
  );
}

/** What is masked is shown to who holds the conversation, and to supervisors while it is open. */
function revealIn(page: Page, talk: Talk): Reveal | undefined {
  const { reveals = [], ticket } = talk.view ?? {};
  const may = talk.holder === 'mine' || (supervises(page) && talk.holder !== 'nobody');
  if (!may || ticket === undefined || reveals.length === 0) return undefined;
  const show: Reveal['show'] = async ({ seq }, kind) =>
    (await page.port.reveal(talk.id, { epoch: ticket.epoch, entry: seq, kind })).shown;
  return { kinds: reveals, show };
}

export function TalkPane({ page }: { page: Page }) {
  const talk = page.desk.talk.value;
  return (
    <section class="talk-pane" aria-label="Conversation">
      {!talk && <Nothing page={page} />}
      {talk && !talk.view && <Unreadable page={page} talk={talk} />}
      {talk?.view && (
        <>
          <TalkHead page={page} talk={talk} view={talk.view} />
          <Because key={talk.id} talk={talk} view={talk.view} />
          <Correct.Provider value={(entry, reads) => void page.desk.correct(entry, reads)}>
            <Reveals.Provider value={revealIn(page, talk)}>
              <Transcript
                key={`t${talk.id}`}
                entries={talk.entries}
                customer={talk.view.ticket.customer}
                now={page.today.value}
                length={placed(talk.entries).length + shownOutbox(talk).length}
              >
                <Outbox page={page} talk={talk} />
              </Transcript>
            </Reveals.Provider>
          </Correct.Provider>
          {talk.holder === 'mine' ? (
            <Composer key={`c${talk.id}`} page={page} talk={talk} />
          ) : (
            <Banner page={page} talk={talk} />
          )}
        </>
      )}
    </section>
  );
}
