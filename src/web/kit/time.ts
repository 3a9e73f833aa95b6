/** Times in words. Fed with numbers only: spans are milliseconds, moments milliseconds since 1970. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** "40 s", "2 min", "1 h 5 min", "3 d 4 h"; never negative. */
export function spanText(ms: number): string {
  const span = Math.max(0, ms);
  if (span < minute) return `${Math.floor(span / second)} s`;
  if (span < hour) return `${Math.floor(span / minute)} min`;
  const [unit, part, names] = span < day ? ([hour, minute, ['h', 'min']] as const) : ([day, hour, ['d', 'h']] as const);
  const rest = Math.floor((span % unit) / part);
  return `${Math.floor(span / unit)} ${names[0]}${rest > 0 ? ` ${rest} ${names[1]}` : ''}`;
}

/** A running clock: "0:07", "12:40", "1:02:09". */
export function stopwatch(ms: number): string {
  const total = Math.floor(Math.max(0, ms) / second);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(total % 60)}`;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** "about 2–5 min", "less than a minute", "about 1–2 h": the low end rounded down, the high end up. */
export function rangeText({ low, high }: Range): string {
  if (high <= minute) return 'less than a minute';
  const [unit, name] = low >= hour ? [hour, 'h'] : [minute, 'min'];
  const from = Math.floor(Math.max(0, low) / unit);
  const to = Math.ceil(high / unit);
  if (from === 0) return `up to ${to} ${name}`;
  return from === to ? `about ${to} ${name}` : `about ${from}–${to} ${name}`;
}

const plain: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' };

/** "first" … "fifth", then "6th", "21st". */
export function ordinal(place: number): string {
  const word = plain[place];
  if (word !== undefined) return word;
  const tail = place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${tail}`;
}

/** The hour on the wall: "14:05". `zone` is for tests; without it, the reader's own. */
export function clockText(at: number, zone?: string): string {
  const place = zone === undefined ? {} : { timeZone: zone };
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...place }).format(at);
}

/** "today", "yesterday", "Mon 4 May", with the year when it is another one. `now` decides. */
export function dayText(at: number, now: number, zone?: string): string {
  const place = zone === undefined ? {} : { timeZone: zone };
  const key = (moment: number) => new Intl.DateTimeFormat('en-CA', place).format(moment);
  if (key(at) === key(now)) return 'today';
  if (key(at) === key(now - day)) return 'yesterday';
  const year = key(at).slice(0, 4) === key(now).slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...year,
    ...place,
  }).format(at);
}
