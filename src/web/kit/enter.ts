/** Keys while an input method composes a word: they are its own, whatever the browser calls them. */

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** What a key that the input method took reports, also where `compositionend` comes before it (Safari). */
const taken = 229;

export const isComposing = ({ isComposing: composing, keyCode }: Pick<Press, 'isComposing' | 'keyCode'>): boolean =>
  composing || keyCode === taken;

/** Enter that sends: not the one that confirms a word, not the one that begins a line. */
export const sends = (press: Press): boolean => press.key === 'Enter' && !press.shiftKey && !isComposing(press);
