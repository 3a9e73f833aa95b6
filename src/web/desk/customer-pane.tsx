/** Who the customer is to us: how they can be reached, how often they came, how long they have waited, how it felt. */
import { contactTime } from '../../conversation/bounds.js';
import { Avatar } from '../kit/avatar.js';
import { Mood } from '../kit/mood.js';
import { clockText, dayText, spanText } from '../kit/time.js';
import { Before } from './history.js';
import type { Page } from './page.js';
import { StintStrip } from './stint-strip.js';
import { carryOn, spent } from './stints.js';
import type { Talk } from './talk.js';
import { corrections, levelOf } from './thread/readings.js';
import type { Entry, TicketView } from './types.js';
import { plural, worstText } from './words.js';

const before = (contacts: number): string =>
  contacts === 0 ? `First contact in ${contactTime}` : `${plural(contacts, 'contact')} in the ${contactTime} before`;

function Moods({ entries }: { entries: readonly Entry[] }) {
  const corrected = corrections(entries);
  const felt = entries.flatMap((entry) => {
    const level = levelOf(entry, corrected.get(entry.seq));
    return level === undefined ? [] : [{ seq: entry.seq, level }];
  });
  const lately = felt.slice(-6);
  if (lately.length === 0) return <>Nothing said yet</>;
  const worst = worstText(felt.map(({ level }) => level));
  return (
    <>
      <ol class="moods" aria-label="Mood of the last messages, oldest first">
        {lately.map(({ seq, level }, index) => (
          <li key={seq}>
            <Mood level={level} brief={index < lately.length - 1} />
            {index === lately.length - 1 && ' now'}
          </li>
        ))}
      </ol>
      {worst !== undefined && <span class="muted">{worst}</span>}
    </>
  );
}

function Known({ view: { ticket, customerId, contacts } }: { view: TicketView }) {
  return (
    <>
      <div>
        <dt>Reach them</dt>
        <dd>{ticket.contact ?? <span class="muted">Nothing left</span>}</dd>
      </div>
      <div>
        <dt>Customer id</dt>
        <dd>{customerId}</dd>
      </div>
      <div>
        <dt>Before</dt>
        <dd>{before(contacts)}</dd>
      </div>
    </>
  );
}

export function CustomerPane({ page, talk, view }: { page: Page; talk: Talk; view: TicketView }) {
  const { ticket } = view;
  const ended = talk.holder === 'nobody';
  const now = (ended ? talk.entries.at(-1)?.at : undefined) ?? page.now.value;
  const stints = carryOn(view.stints, talk.entries, view.entries.at(-1)?.seq ?? 0);
  const began = stints[0]?.from;
  const waited = spent(stints, now).find(({ kind }) => kind === 'queue')?.span ?? 0;
  return (
    <div class="customer">
      <div class="customer-head">
        <Avatar name={ticket.customer} size={40} />
        <div>
          <h2>{ticket.customer}</h2>
          <p class="muted">{ticket.channel.long}</p>
        </div>
      </div>
      <dl class="facts figures">
        <Known view={view} />
        <div>
          <dt>Waited in line</dt>
          <dd>{spanText(waited)}</dd>
        </div>
        <div>
          <dt>Mood</dt>
          <dd>
            <Moods entries={talk.entries} />
          </dd>
        </div>
      </dl>
      {began !== undefined && (
        <section class="stints-box">
          <h3>This case</h3>
          <p class="muted figures">
            Since {clockText(began)}
            {dayText(began, now) === 'today' ? '' : `, ${dayText(began, now)}`}, {spanText(now - began)}{' '}
            {ended ? 'long' : 'so far'}
          </p>
          <StintStrip stints={stints} now={now} />
        </section>
      )}
      <Before key={`${ticket.id} ${view.episode}`} page={page} ticket={ticket} />
    </div>
  );
}
