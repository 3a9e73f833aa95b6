/** The stints of an episode, read off its transcript: every entry says whose time runs from it on. */
import type { Entry, Stint } from '../conversation/index.js';

export interface Span {
  readonly kind: Stint;
  readonly from: number;
  /** Missing while it runs. */
  readonly to?: number;
}

/**
 * The spans of the episode that begins with entry `from`. They never overlap and add up to its life. The message
 * that opened the episode starts a `bot` stint, because the assistant owed an answer from then on. From its end until it
 * was reopened it was the customer's time.
 */
export function spans(entries: readonly Entry[], from: number): readonly Span[] {
  const found: Span[] = [];
  let open: Span | undefined;
  let closedAt: number | undefined;
  const close = (to: number) => {
    if (open !== undefined && to > open.from) found.push({ ...open, to });
    open = undefined;
  };
  for (const entry of entries) {
    if (entry.seq < from) continue;
    const kind = entry.seq === from ? 'bot' : entry.stint;
    if (kind === 'none') continue;
    if (closedAt !== undefined) {
      if (entry.mark !== 'reopened') return found; // the next episode
      open = { kind: 'customer', from: closedAt }; // nothing was owed to them
      closedAt = undefined;
    }
    if (kind === 'closed') {
      close(entry.at);
      closedAt = entry.at;
      continue;
    }
    if (open?.kind === kind) continue;
    close(entry.at);
    open = { kind, from: entry.at };
  }
  return open === undefined ? found : [...found, open];
}

/** The spans of an episode that is kept: read off its transcript, or what was kept of them when that was erased. */
export const spansIn = (
  { spans: kept, from }: { readonly spans?: readonly Span[]; readonly from: number },
  entries: readonly Entry[],
): readonly Span[] => kept ?? spans(entries, from);
