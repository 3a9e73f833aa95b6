/** When people are at the desk, and which lines there are: `dialogs/hours.yaml`, checked and made into answers. */
import { z } from 'zod';
import { type Checked, checkYaml, type TextFile } from '../base/index.js';
import { createZone, isZone, type LocalDay } from './local-time.js';
import { mainQueue } from './ticket.js';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** From and to, minutes since midnight. */
type Span = readonly [number, number];

const wholeDay = 24 * 60;
const span = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/;

function readSpan(text: string): Span | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = (span.exec(text) ?? []).map(Number);
  const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)];
  const possible = Number(fromMinute) < 60 && Number(toMinute) < 60 && from < to && to <= wholeDay;
  return possible ? [from, to] : undefined;
}

/** "closed", "09:00-17:30", or several with commas between, in order. */
const opening = z.string().transform((text, context): readonly Span[] => {
  if (text.trim() === 'closed') return [];
  const spans = text.split(',').map((part) => readSpan(part.trim()));
  const known = spans.filter((one) => one !== undefined);
  const inOrder = known.every(([from], index) => from >= (known[index - 1]?.[1] ?? 0));
  if (known.length === spans.length && inOrder) return known;
  context.addIssue({
    code: 'custom',
    message: `"${text}" must be closed, or times as 09:00-17:30, several with commas between and in order`,
  });
  return z.NEVER;
});

const week = z.strictObject({
  monday: opening,
  tuesday: opening,
  wednesday: opening,
  thursday: opening,
  friday: opening,
  saturday: opening,
  sunday: opening,
});
const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
const queueName = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const date = z.string().refine(isDate);
/** The message for an entry with a wrong name. */
const named = (message: string) => ({
  error: (issue: { readonly code: string }) => (issue.code === 'invalid_key' ? message : undefined),
});

const schema = z.strictObject({
  zone: z.string().refine(isZone, 'must be a time zone of the IANA list, as Europe/London'),
  week,
  holidays: z
    .record(date, opening, named('the day must be a date, as 2026-12-25'))
    .nullish()
    .transform((value) => value ?? {}),
  queues: z
    .record(
      queueName,
      z.strictObject({ title: z.string().trim().min(1).max(40), week: week.optional() }),
      named('the name of a queue is made of small letters, digits and hyphens'),
    )
    .refine((queues) => mainQueue in queues, `must have a queue named ${mainQueue}, where tickets go at first`),
});
type Parsed = z.infer<typeof schema>;

export interface Hours {
  /** IANA. */
  readonly zone: string;
  /** The queues in the order of the file. */
  readonly queues: readonly { readonly id: string; readonly title: string }[];
  /** Whether people are meant to be at the desk at `at`, milliseconds since 1970. */
  isOpen(at: number, queue?: string): boolean;
  /** The next opening after `at`; undefined when there is none within a year. */
  opensAt(at: number, queue?: string): number | undefined;
  /** Milliseconds of opening time between the two instants: waits in business time. */
  openBetween(from: number, to: number, queue?: string): number;
  /** An instant as one says it at `now`: "today at 14:00 GMT", "Monday at 09:00 GMT". */
  say(at: number, now: number, how?: { readonly language: string; readonly at: string }): string;
}

/** No opening is looked for further ahead than this, days. */
const furthest = 366;

function createHours(parsed: Parsed): Hours {
  const { holidays, queues } = parsed;
  const zone = createZone(parsed.zone);

  function spansOf(day: LocalDay, queue: string): readonly (readonly [number, number])[] {
    const usual = queues[queue]?.week ?? parsed.week;
    const open = holidays[day.date] ?? usual[days[day.weekday] ?? 'sunday'];
    return open.map(([from, to]) => [zone.instant(day, from), zone.instant(day, to)]);
  }

  /**
   * Every turn asks it of the same minute, in which desks neither open nor close: looking into calendars takes long.
   */
  const known = new Map<string, { readonly minute: number; readonly open: boolean }>();
  function isOpen(at: number, queue = mainQueue): boolean {
    const minute = Math.floor(at / 60_000);
    const found = known.get(queue);
    if (found?.minute === minute) return found.open;
    const open = spansOf(zone.day(at), queue).some(([from, to]) => from <= at && at < to);
    if (queue in queues) known.set(queue, { minute, open });
    return open;
  }

  return {
    zone: parsed.zone,
    queues: Object.entries(queues).map(([id, { title }]) => ({ id, title })),
    isOpen,
    opensAt(at, queue = mainQueue) {
      for (let [day, tried] = [zone.day(at), 0]; tried <= furthest; day = zone.next(day), tried += 1) {
        const next = spansOf(day, queue).find(([from]) => from > at);
        if (next !== undefined) return next[0];
      }
      return undefined;
    },
    openBetween(from, to, queue = mainQueue) {
      const last = zone.day(to).date;
      let sum = 0;
      for (let day = zone.day(from); day.date <= last; day = zone.next(day)) {
        for (const [opens, closes] of spansOf(day, queue)) {
          sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
        }
      }
      return sum;
    },
    say: zone.say,
  };
}

export function checkHours(file: TextFile): Checked<Hours> {
  const checked = checkYaml(file, schema);
  return checked.kind === 'broken' ? checked : { kind: 'ok', value: createHours(checked.value.value) };
}
