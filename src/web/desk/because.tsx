/** Why the assistant handed over: the reasons at a glance, and the receipt with every signal that counted. */
import { useState } from 'preact/hooks';
import { Icon } from '../kit/icon.js';
import { chevronDown, chevronUp } from '../kit/icons.js';
import type { Talk } from './talk.js';
import { ReceiptTable } from './thread/receipt.js';
import type { TicketView } from './types.js';
import { comesFirst } from './words.js';

const holders = { mine: 'you', line: 'the line', nobody: 'a person' } as const;

const most = 3;

const chipOf = (reason: TicketView['ticket']['reason']): string =>
  comesFirst(reason) ? 'chip-alarm' : reason === 'frustrated' || reason === 'distress' ? 'chip-warm' : '';

export function Because({ talk, view }: { talk: Talk; view: TicketView }) {
  const [open, setOpen] = useState(false);
  const { ticket, receipt } = view;
  // the receipt lists all of them; without one, none may be left out
  const shown = receipt ? ticket.because.slice(0, most) : ticket.because;
  const more = ticket.because.length - shown.length;
  const to = talk.holder === 'other' ? (talk.by ?? 'someone else') : holders[talk.holder];
  return (
    <section class="because" aria-label="Why it came here">
      <div class="because-line">
        <ul class="chips">
          <li>
            <strong>Assistant → {to}</strong> <span class="muted">because</span>
          </li>
          {shown.map((words) => (
            <li key={words} class={`chip ${chipOf(ticket.reason)}`}>
              {words}
            </li>
          ))}
          {more > 0 && <li class="muted">and {more} more</li>}
        </ul>
        {receipt && (
          <button
            type="button"
            class="button button-quiet because-open"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide the receipt' : 'Show the receipt'}
            <Icon shape={open ? chevronUp : chevronDown} size={16} />
          </button>
        )}
      </div>
      {receipt && open && <ReceiptTable receipt={receipt} />}
    </section>
  );
}
