/** What came of sending to a channel: done, not now, or never. */
export type Pushed =
  | { readonly kind: 'sent' }
  /** The network, the channel or our credentials fail at present; `afterMs`: the channel asked for that much time. */
  | { readonly kind: 'failed'; readonly why: string; readonly afterMs?: number }
  /** The channel will not take this message however often it is sent. */
  | { readonly kind: 'refused'; readonly status: number; readonly why: string };

/** 401 is about our credentials, the others about the moment; all other 4xx are about the message or the receiver. */
const passing = [401, 408, 409, 412, 425, 429];

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, 10.2.3); undefined when it is neither. */
function retryAfter(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** How a channel that speaks HTTP said no. `status`: 0 when it did not answer at all. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
  readonly retryAfter?: string | null | undefined;
}

/** Whether a refusal is for good or for now. */
export function unsent({ status, why, retryAfter: asked }: Refusal, now: number): Exclude<Pushed, { kind: 'sent' }> {
  if (status >= 400 && status < 500 && !passing.includes(status)) return { kind: 'refused', status, why };
  const afterMs = retryAfter(asked, now);
  return { kind: 'failed', why, ...(afterMs === undefined ? {} : { afterMs }) };
}
