/** A line of the log for a person at a terminal: when, how grave, what, and with which values; a fault with its stack. */

interface Level {
  readonly name: string;
  /** The number of its colour among those of every terminal. */
  readonly colour: number;
}

const levels: Readonly<Record<number, Level>> = {
  10: { name: 'TRACE', colour: 90 },
  20: { name: 'DEBUG', colour: 90 },
  30: { name: 'INFO', colour: 36 },
  40: { name: 'WARN', colour: 33 },
  50: { name: 'ERROR', colour: 31 },
  60: { name: 'FATAL', colour: 31 },
};
const faint = 90;

/** What a value holds comes from anywhere, and a terminal obeys some signs. */
const harmless = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

function shown(value: unknown): string {
  if (typeof value === 'string' && /^[^\s"=]{1,200}$/.test(value)) return value;
  return JSON.stringify(value);
}

const isFault = (value: object): value is { readonly stack: string } =>
  'stack' in value && typeof value.stack === 'string';

/** Values with their names, those of an object by its name and theirs. */
function valuesOf(fields: object, before = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`${before}${name}=${shown(value)}`];
    if (!isFault(value)) return valuesOf(value, `${before}${name}.`);
    const { stack: _, ...rest } = value;
    return valuesOf(rest, `${before}${name}.`);
  });
}

const stacksOf = (fields: object): readonly string[] =>
  Object.values(fields).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && isFault(value) ? value.stack.split('\n') : [],
  );

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function timeOf(at: number): string {
  const date = new Date(at);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** `line`: of JSON, as the log writes it. */
export function readable(line: string, colours: boolean): string {
  const { level, time, msg, ...fields } = JSON.parse(line) as {
    readonly level: number;
    readonly time: number;
    readonly msg?: string;
  };
  const paint = (text: string, colour: number) => (colours && text !== '' ? `\x1b[${colour}m${text}\x1b[39m` : text);
  const { name, colour } = levels[level] ?? { name: String(level), colour: faint };
  const head = [paint(timeOf(time), faint), paint(name.padEnd(5), colour), harmless(msg ?? '')];
  const values = paint(harmless(valuesOf(fields).join(' ')), faint);
  const below = stacksOf(fields).map((part) => `      ${paint(harmless(part.trim()), faint)}\n`);
  return `${[...head, values].filter(Boolean).join(' ')}\n${below.join('')}`;
}
