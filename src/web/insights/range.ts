/** The period a manager looks at. Whole hours, in the manager's own time zone; `to` is not part of it. */
export type RangeName = 'today' | 'week' | 'month';

export interface Range {
  readonly name: RangeName;
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;
const days: Readonly<Record<RangeName, number>> = { today: 1, week: 7, month: 30 };

export const rangeNames: readonly RangeName[] = ['today', 'week', 'month'];

const labels: Readonly<Record<RangeName, string>> = { today: 'Today', week: '7 days', month: '30 days' };
export const rangeLabel = (name: RangeName): string => labels[name];

/** Midnight `back` days before the day of `now`, by the local calendar (days may have 23 or 25 hours). */
function midnight(now: number, back: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() - back);
  return day.setHours(0, 0, 0, 0);
}

/** From midnight of the first day up to the end of the running hour. */
export function rangeOf(name: RangeName, now: number): Range {
  return { name, from: midnight(now, days[name] - 1), to: Math.floor(now / hour) * hour + hour };
}

/** The same span, as many days earlier as the range is long: what a change is measured against. */
export function before(range: Range): Range {
  const back = days[range.name];
  const shift = (at: number) => new Date(at).setDate(new Date(at).getDate() - back);
  return { name: range.name, from: shift(range.from), to: shift(range.to) };
}

/** What the earlier period is called beside a change. */
export const beforeWords: Readonly<Record<RangeName, string>> = {
  today: 'yesterday up to this hour',
  week: 'the 7 days before',
  month: 'the 30 days before',
};

/** Read from and written to the page's address, so that a view can be shared. */
export const readRange = (text: string | null): RangeName => rangeNames.find((name) => name === text) ?? 'week';
