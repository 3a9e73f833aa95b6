/** Days and times of day in one time zone, by the platform's own tables; daylight saving included. */

export interface LocalDay {
  /** As 2026-12-25. */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Midnight of the same date in UTC, milliseconds. */
  readonly utc: number;
}

export interface Zone {
  /** The day it is there at an instant, milliseconds since 1970. */
  day(at: number): LocalDay;
  next(day: LocalDay): LocalDay;
  /** The instant of a time of that day, minutes since its midnight. A time that is skipped is the first after it. */
  instant(day: LocalDay, minutes: number): number;
  /** An instant as one says it at `now`: "today at 14:00 GMT". `at`: how day and time are joined, as `{day} at {time}`. */
  say(at: number, now: number, how?: { readonly language: string; readonly at: string }): string;
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

const dayOf = (utc: number): LocalDay => {
  const date = new Date(utc);
  return { date: date.toISOString().slice(0, 10), weekday: date.getUTCDay(), utc };
};

/** How a language says days and times. */
interface Spoken {
  readonly time: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly near: Intl.RelativeTimeFormat;
}

function createSpoken(locale: string, timeZone: string): Spoken {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  return {
    time: part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' }),
    weekday: part({ weekday: 'long' }),
    date: part({ weekday: 'long', day: 'numeric', month: 'long' }),
    near: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  };
}

/** Throws a RangeError when there is no such zone; see `isZone`. */
export function createZone(timeZone: string): Zone {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const spoken = new Map<string, Spoken>();
  function spokenIn(language: string): Spoken {
    const known = spoken.get(language) ?? createSpoken(language === 'en' ? 'en-GB' : language, timeZone);
    spoken.set(language, known);
    return known;
  }

  /** What the wall clock shows, as if it were UTC. */
  function wall(at: number): number {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
  const offset = (at: number): number => wall(at) - Math.floor(at / 1000) * 1000;

  const day = (at: number): LocalDay => dayOf(Math.floor(wall(at) / dayMs) * dayMs);

  return {
    day,
    next: ({ utc }) => dayOf(utc + dayMs),
    instant({ utc }, minutes) {
      const local = utc + minutes * minuteMs;
      const guess = local - offset(local);
      return local - offset(guess);
    },
    say(at, now, how = { language: 'en', at: '{day} at {time}' }) {
      const { time, weekday, date, near } = spokenIn(how.language);
      const ahead = (day(at).utc - day(now).utc) / dayMs;
      const name = ahead < 2 ? near.format(ahead, 'day') : (ahead < 7 ? weekday : date).format(at);
      return how.at.replace('{day}', name).replace('{time}', time.format(at));
    },
  };
}
