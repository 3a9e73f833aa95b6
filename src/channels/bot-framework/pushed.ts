/** What came of sending to a channel: done, not now, or never. */
export type Pushed =
  | { readonly kind: 'sent' }
  /** The network, the channel or our credentials fail at present. */
  | { readonly kind: 'failed'; readonly why: string }
  /** The channel will not take this message however often it is sent. */
  | { readonly kind: 'refused'; readonly why: string };

/** 401 is about our credentials, 408 and 429 about the moment; the other 4xx are about the message or the receiver. */
const passing = [401, 408, 429];

export function toPushed(fault: unknown): Pushed {
  if (fault === undefined) return { kind: 'sent' };
  if (!(fault instanceof Error)) return { kind: 'failed', why: 'unknown' };
  const status = 'statusCode' in fault ? Number(fault.statusCode) : 0;
  const why = fault.message;
  return { kind: status >= 400 && status < 500 && !passing.includes(status) ? 'refused' : 'failed', why };
}
