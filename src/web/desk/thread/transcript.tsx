/** The whole transcript, kept at its end while the reader is there, and left alone while they read further up. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/icon.js';
import { arrowDown } from '../../kit/icons.js';
import { dayText } from '../../kit/time.js';
import type { Entry } from '../types.js';
import { Bubble } from './bubble.js';
import { lay } from './days.js';
import { corrections, latePresses, placed } from './readings.js';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every entry, with the days between them. `now` decides what is called today. */
export function Entries({ entries, customer, now }: { entries: readonly Entry[]; customer: string; now: number }) {
  const dayOf = (at: number) => dayText(at, now);
  const corrected = corrections(entries);
  const late = latePresses(entries);
  return (
    <>
      {lay(placed(entries), dayOf).map(({ entry, day, head }) => (
        <div key={entry.seq} class="entry" data-seq={entry.seq}>
          {day && <p class="day">{capital(dayOf(entry.at))}</p>}
          <Bubble {...{ entry, head, customer }} corrected={corrected.get(entry.seq)} late={late.has(entry.seq)} />
        </div>
      ))}
    </>
  );
}

const near = 60;

/** Follows the end of a box, unless the reader has scrolled away from it. */
function useEnd(box: RefObject<HTMLDivElement | null>, length: number) {
  const following = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    if (following.current) toEnd();
    else setBehind(true);
  }, [length]);
  useEffect(() => {
    const inside = box.current?.firstElementChild;
    if (!inside) return;
    const watch = new ResizeObserver(() => {
      if (following.current) toEnd();
    });
    watch.observe(inside);
    return () => watch.disconnect();
  }, []);
  const onScroll = () => {
    const at = box.current;
    if (!at) return;
    following.current = at.scrollHeight - at.scrollTop - at.clientHeight < near;
    if (following.current) setBehind(false);
  };
  return { behind, onScroll, toEnd };
}

export interface TranscriptProps {
  readonly entries: readonly Entry[];
  readonly customer: string;
  readonly now: number;
  /** What is on its way out, after the entries. */
  readonly children?: ComponentChildren;
  /** How many things are shown, so that a new one is noticed. */
  readonly length: number;
}

export function Transcript({ entries, customer, now, children, length }: TranscriptProps) {
  const box = useRef<HTMLDivElement>(null);
  const { behind, onScroll, toEnd } = useEnd(box, length);
  return (
    <div class="transcript-frame">
      <div ref={box} class="transcript" role="log" aria-label="Transcript" tabIndex={0} onScroll={onScroll}>
        <div class="transcript-inside">
          <Entries entries={entries} customer={customer} now={now} />
          {children}
        </div>
      </div>
      {behind && (
        <button type="button" class="button transcript-end" onClick={toEnd}>
          <Icon shape={arrowDown} size={16} />
          New messages
        </button>
      )}
    </div>
  );
}
