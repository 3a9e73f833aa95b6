/** Reads what was typed against the table of commands; nothing runs that was not understood to the last word. */
import { parseArgs } from 'node:util';
import { type Call, type Command, usageOf } from './command.js';
import { nearest } from './nearest.js';

export type Parsed =
  | { readonly kind: 'version' }
  /** Of everything, of all that begins with this word, or of one command. */
  | { readonly kind: 'help'; readonly about: readonly Command[] }
  | { readonly kind: 'run'; readonly command: Command; readonly call: Call }
  | { readonly kind: 'wrong'; readonly message: string };

type Table = readonly Command[];

const wrong = (message: string): Parsed => ({ kind: 'wrong', message });
const meant = (name: string | undefined): string => (name === undefined ? '' : ` Did you mean "${name}"?`);
const firstOf = ({ name }: Command): string => name.split(' ')[0] ?? name;
const lastOf = ({ name }: Command): string => name.split(' ').at(-1) ?? name;

/** The word itself, the word it begins with, or the act that is known under another. */
function meantCommand(word: string, table: Table): string | undefined {
  const found = nearest(word, [...table.map(firstOf), ...table.map(lastOf), 'help']);
  return found === 'help' || table.some((one) => firstOf(one) === found)
    ? found
    : table.find((one) => lastOf(one) === found)?.name;
}

function unknown(words: readonly string[], table: Table): Parsed {
  const [first = '', second] = words;
  if (first.startsWith('-')) {
    const near = nearest(first, ['--help', '--version']);
    return wrong(`There is no option "${first}" without a command.${meant(near)} See warmline --help.`);
  }
  const group = table.filter((one) => firstOf(one) === first);
  if (group.length === 0) {
    return wrong(`There is no command "${first}".${meant(meantCommand(first, table))} See warmline --help.`);
  }
  const acts = group.map(lastOf);
  if (second === undefined)
    return wrong(`warmline ${first} needs one of: ${acts.join(', ')}. See warmline ${first} --help.`);
  const near = nearest(second, acts);
  const instead = near === undefined ? ` It has: ${acts.join(', ')}.` : meant(`${first} ${near}`);
  return wrong(`There is no command "${first} ${second}".${instead} See warmline ${first} --help.`);
}

const commandOf = ([first = '', second = '']: readonly string[], table: Table): Command | undefined =>
  table.find(({ name }) => name === first || name === `${first} ${second}`);

function helpFor(typedWords: readonly string[], table: Table): Parsed {
  const words = typedWords.filter((word) => word !== 'help');
  const [first] = words;
  if (first === undefined) return { kind: 'help', about: table };
  const command = commandOf(words, table);
  if (command !== undefined) return { kind: 'help', about: [command] };
  const group = table.filter((one) => firstOf(one) === first);
  return words.length === 1 && group.length > 0 ? { kind: 'help', about: group } : unknown(words, table);
}

interface Typed {
  readonly arguments: readonly string[];
  readonly values: ReadonlyMap<string, string | true>;
}

interface Token {
  readonly name: string;
  /** With its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value stood behind a "=". */
  readonly inlineValue: boolean | undefined;
}

/** What is wrong with one option as it was typed. */
function problemOf({ name, rawName, value, inlineValue }: Token, command: Command): string | undefined {
  const known = rawName.startsWith('--') && Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (known === undefined) {
    const near = nearest(name, [...Object.keys(command.options), 'help', 'version']);
    return `There is no option "${rawName}".${meant(near && `--${near}`)}`;
  }
  if (known.value === undefined) return value === undefined ? undefined : `"--${name}" takes no value.`;
  const missing = value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'));
  return missing ? `"--${name}" needs a value: --${name} ${known.value}.` : undefined;
}

function typed(args: readonly string[], command: Command): Typed | string {
  const types = Object.entries(command.options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
  );
  const options = Object.fromEntries<{ type: 'boolean' | 'string' }>(types);
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string | true>();
  const given: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = problemOf(token, command);
    if (problem !== undefined) return problem;
    if (values.has(token.name)) return `"--${token.name}" is given twice.`;
    values.set(token.name, token.value ?? true);
  }
  const [, surplus] = command.takes === undefined ? [undefined, given[0]] : given;
  if (surplus !== undefined) return `"${surplus}" is one too many.`;
  if (command.takes !== undefined && (given[0] ?? '') === '') return `${command.takes} is missing.`;
  return { arguments: given, values };
}

function readCall(args: readonly string[], command: Command): Parsed {
  const read = typed(args, command);
  if (typeof read === 'string') {
    return wrong(`${read}\nUsage: ${usageOf(command)}\nSee warmline ${command.name} --help.`);
  }
  const { values } = read;
  const text = (option: string) => {
    const value = values.get(option);
    return value === true ? undefined : value;
  };
  const call: Call = { argument: read.arguments[0] ?? '', text, flag: (option) => values.has(option) };
  return { kind: 'run', command, call };
}

/** Help and version are answered wherever they stand, so that asking never does what was asked about. */
export function parse(args: readonly string[], table: Table): Parsed {
  const end = args.indexOf('--');
  const open = end === -1 ? args : args.slice(0, end);
  const words = open.slice(0, 3).filter((arg) => !arg.startsWith('-'));
  if (open.some((arg) => arg === '--help' || arg === '-h')) return helpFor(words, table);
  if (open.some((arg) => arg === '--version' || arg === '-v')) return { kind: 'version' };
  const [first] = args;
  if (first === undefined) return helpFor([], table);
  if (first === 'help') return helpFor(args.slice(1), table);
  const command = commandOf(args, table);
  const rest = args.slice(command?.name.split(' ').length ?? 1);
  if (rest.length === 1 && rest[0] === 'help') return helpFor(args.slice(0, -1), table);
  return command === undefined ? unknown(firstWords(args), table) : readCall(rest, command);
}

/** Up to the first option. */
function firstWords(args: readonly string[]): readonly string[] {
  const option = args.findIndex((arg, at) => at > 0 && arg.startsWith('-'));
  return option === -1 ? args : args.slice(0, option);
}
