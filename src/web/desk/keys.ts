/** The desk's keyboard map: what it can do, and which key means what. */
export type Command =
  'down' | 'up' | 'claim' | 'reply' | 'note' | 'pass' | 'take-over' | 'close' | 'undo' | 'list' | 'help';

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Where {
  /** The focus is in a field, where letters are text. */
  readonly typing: boolean;
  /** The focus is in the list of tickets. */
  readonly inList: boolean;
  /** Single letters are commands; people may switch that off (WCAG 2.1.4). */
  readonly letters: boolean;
}

const letters: Readonly<Record<string, Command>> = {
  c: 'claim',
  r: 'reply',
  n: 'note',
  p: 'pass',
  t: 'take-over',
  e: 'close',
  z: 'undo',
  l: 'list',
  '?': 'help',
};
const inList: Readonly<Record<string, Command>> = { ArrowDown: 'down', ArrowUp: 'up' };
const lettersInList: Readonly<Record<string, Command>> = { j: 'down', k: 'up' };

/** What a key press asks for; undefined when it is not ours. */
export function commandOf(pressed: Pressed, where: Where): Command | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || where.typing) return undefined;
  const arrows = where.inList ? inList[pressed.key] : undefined;
  if (arrows || !where.letters) return arrows;
  return (where.inList ? lettersInList[pressed.key] : undefined) ?? letters[pressed.key];
}

export const keyboardMap: readonly {
  readonly keys: readonly string[];
  readonly does: string;
  readonly letter: boolean;
}[] = [
  { keys: ['↑', '↓'], does: 'move in the list', letter: false },
  { keys: ['Enter'], does: 'open the conversation', letter: false },
  { keys: ['j', 'k'], does: 'move in the list, too', letter: true },
  { keys: ['l'], does: 'go to the list', letter: true },
  { keys: ['c'], does: 'claim the next in line', letter: true },
  { keys: ['r'], does: 'write a reply', letter: true },
  { keys: ['n'], does: 'write a note', letter: true },
  { keys: ['p'], does: 'pass the conversation on', letter: true },
  { keys: ['t'], does: 'take it over, as a supervisor', letter: true },
  { keys: ['e'], does: 'close the conversation', letter: true },
  { keys: ['z'], does: 'undo it, for five seconds', letter: true },
  { keys: ['?'], does: 'show this list', letter: true },
  { keys: ['/'], does: 'quick answers, while writing', letter: false },
  { keys: ['Enter'], does: 'send, while writing', letter: false },
  { keys: ['Shift', 'Enter'], does: 'new line, while writing', letter: false },
  { keys: ['Esc'], does: 'leave the composer for the list', letter: false },
];
