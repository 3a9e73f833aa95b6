/** What `--help` says: of one command all there is to know, of several a line each. */
import { type Command, usageOf } from './command.js';

function table(lines: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

const always: readonly (readonly [string, string])[] = [
  ['--help', 'tells this, and does nothing'],
  ['--version', 'the version'],
];

function one(command: Command): readonly string[] {
  const { about, options, example, more } = command;
  const shown = Object.entries(options).map(
    ([name, { value, about: told }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, told] as const,
  );
  return [
    usageOf(command),
    `  ${about}.`,
    ...(more === undefined ? [] : [`  ${more}`]),
    '',
    'Options:',
    ...table([...shown, ...always]),
    '',
    'Example:',
    `  ${example}`,
  ];
}

const typed = ({ name, takes }: Command): string => (takes === undefined ? name : `${name} ${takes}`);

/** One line of text a line. */
export function helpOf(commands: readonly Command[]): readonly string[] {
  const [first, second] = commands;
  if (first !== undefined && second === undefined) return one(first);
  return [
    'warmline COMMAND [options]',
    '',
    ...table(commands.map((command) => [typed(command), command.about])),
    '',
    'warmline COMMAND --help tells its options and an example; warmline --version the version.',
    'Exit codes: 0 done, 1 not possible or something was found, 2 not understood.',
  ];
}
