/** The period that `--from` and `--to` mean. */
import { SupportError } from '../base/index.js';
import type { Period } from '../effort/index.js';

const day = 24 * 3_600_000;

function time(text: string, name: string): number {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw new SupportError(
    'bad-request',
    `--${name} ${text} is not a date. Write it as 2026-11-23 or 2026-11-23T10:00Z.`,
  );
}

/** `to` is included when it is a whole day. Without dates, the last 30 days. */
export function readPeriod(values: { readonly from?: string | undefined; readonly to?: string | undefined }): Period {
  const end = values.to === undefined ? Date.now() : time(values.to, 'to');
  const to = values.to !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(values.to) ? end + day : end;
  return { from: values.from === undefined ? to - 30 * day : time(values.from, 'from'), to };
}
