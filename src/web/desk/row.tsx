/** One ticket of the line in two lines: who and how long; why, and what was said last. */
import { Mood } from '../kit/mood.js';
import { spanText, stopwatch } from '../kit/time.js';
import { queueTitle, unread } from './line.js';
import { claimTicket, type Page } from './page.js';
import { unsentOf } from './state.js';
import type { TicketRow } from './types.js';
import { loudness, waitOf } from './wait.js';
import { chosen, comesFirst, plural, reasonWord, whyText } from './words.js';

function Clock({ page, row }: { page: Page; row: TicketRow }) {
  const wait = waitOf(row, page.now.value);
  if (wait === undefined) return <span class="row-clock muted">answered</span>;
  const loud = loudness(wait);
  return (
    <span class={`row-clock figures clock-${loud}`}>
      <span aria-hidden="true">{stopwatch(wait)}</span>
      <span class="sr-only">
        waiting {spanText(wait)}
        {loud === 'alarm' ? ', too long' : ''}
      </span>
    </span>
  );
}

const speakers = { customer: '', assistant: 'Assistant: ', agent: 'Agent: ', note: 'Note: ', system: '' } as const;

const lastWords = ({ last }: TicketRow, mine: boolean): string => {
  const speaker = last.speaker === undefined ? speakers[last.role] : `${last.speaker}: `;
  if (last.chose) return (last.speaker === undefined ? '' : speaker) + chosen(last.text);
  return (mine && last.role === 'agent' ? 'You: ' : speaker) + last.text;
};

function Unread({ count }: { count: number }) {
  return (
    <span class="unread figures">
      <span aria-hidden="true">{count}</span>
      <span class="sr-only">{plural(count, 'unread message')}</span>
    </span>
  );
}

/** The open ring: words to this customer that have not gone out. */
function NotSent({ count }: { count: number }) {
  return (
    <span class="row-unsent figures">
      <span class="row-ring" aria-hidden="true" />
      {count} unsent
    </span>
  );
}

export function LineRow({ page, row }: { page: Page; row: TicketRow }) {
  const { desk } = page;
  const open = desk.talk.value?.id === row.id;
  const line = desk.line.value;
  const fresh = unread(line, row);
  const mine = row.agentId === desk.me.value?.id;
  const stuck = unsentOf(desk, row.id);
  const queue = queueTitle(line, row);
  return (
    <li class={`row ${open ? 'is-open' : ''} ${fresh > 0 ? 'is-unread' : ''}`}>
      <button type="button" class="row-open" aria-current={open} onClick={() => void desk.open(row.id)}>
        <span class="row-mood">
          <Mood level={row.level} brief />
        </span>
        <span class="row-name">
          {row.customer}
          {!row.channel.usual && <span class="row-extra muted"> {row.channel.short}</span>}
          {queue !== undefined && <span class="row-extra muted"> {queue}</span>}
        </span>
        <Clock page={page} row={row} />
        <span class="row-words">
          {comesFirst(row.reason) && <strong class="row-first">{reasonWord(row.reason)}</strong>}
          {(!comesFirst(row.reason) || (!mine && row.agent)) && (
            <span class="row-reason">{mine ? whyText(row) : (row.agent ?? whyText(row))}</span>
          )}
          {stuck > 0 && <NotSent count={stuck} />}
          <span class="muted"> {lastWords(row, mine)}</span>
        </span>
        {fresh > 0 && <Unread count={fresh} />}
      </button>
      {row.state === 'waiting' && (
        <button
          type="button"
          class="button row-claim"
          aria-label={`Claim ${row.customer}`}
          disabled={desk.busy.value}
          onClick={() => void claimTicket(page, row.id)}
        >
          Claim
        </button>
      )}
    </li>
  );
}
