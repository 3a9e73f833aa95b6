/** Short replies mean nothing alone: they are read against the assistant's last words. */
import type { Sign } from './signs.js';

/** What the assistant's last words were doing. */
type Move = 'closing' | 'checking' | 'offering' | 'failing' | 'other';

const moves: readonly (readonly [Move, RegExp])[] = [
  [
    'offering',
    /\b(?:(?:speak|talk|chat|connect|transfer|pass|put|bring|fetch|get)\b.{0,40}\b(?:person|human|agent|colleague|someone|advis[eo]r|representative|team))\b.{0,40}\?/iu,
  ],
  [
    'closing',
    /\b(?:anything else|something else|any other (?:questions?|way)|help you (?:further|with anything)|need (?:any )?(?:more|further) help)\b/iu,
  ],
  [
    'checking',
    /\b(?:did (?:that|this|it|i) (?:help|solve|answer|work|fix)|was (?:that|this|it) (?:helpful|useful|what)|does (?:that|this) (?:help|answer|solve|work)|(?:is|has) (?:that|this|it|your (?:problem|issue|question)) (?:been )?(?:solved|resolved|sorted|answered|fixed))\b/iu,
  ],
  [
    'failing',
    /\b(?:(?:did ?n[o']?t|do ?n[o']?t|could ?n[o']?t|unable to|not able to|not sure i|can(?:no|')t) (?:\w+ )?(?:understand|help|find|do that|catch|get that|answer|have (?:an|any|that) (?:answer|information))|(?:please )?rephrase|not (?:quite )?sure what|no (?:results?|matches|answer)|don't know|try again|say (?:that|it) (?:again|differently|in other words))\b/iu,
  ],
];
const no =
  /^\W*(?:no+|nope|nah|not really|not at all|no it (?:didn't|doesn't|did not)|it (?:didn't|doesn't)|nothing|negative|wrong|still (?:no|not|nothing)|no,? (?:thanks|thank you))\b/iu;
const yes =
  /^\W*(?:yes|yeah|yep|yup|ye|sure|ok(?:ay)?|please|please do|yes please|absolutely|definitely|of course|go ahead|do it|finally)\b/iu;
const sigh =
  /^\W*(?:ugh+|argh+|omg|wtf|seriously|really|again|hello|forget|whatever|never|what|huh|come on|oh my|still|wow|great|jesus|christ|lol)\b/iu;

export function moveOf(words: string): Move {
  return moves.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

const quote = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** `size` is the number of words in the reply; only replies of up to six words lean on what came before. */
export function readContext(text: string, size: number, assistant: string | undefined): readonly Sign[] {
  if (!assistant) return [];
  const move = moveOf(assistant);
  const said = quote(text.trim());
  if (size > 6) return move === 'failing' ? [{ name: 'failed-before', value: 0.5, text: 'after a failed answer' }] : [];
  if (move === 'offering' && yes.test(text)) {
    return [{ name: 'asks-person', value: 1, text: `"${said}" to the offer of a person`, cue: 'asks-person' }];
  }
  if (move === 'closing' && no.test(text)) return [{ name: 'closes', value: 1, text: `"${said}" closes the chat` }];
  if (move === 'checking' && no.test(text)) {
    return [{ name: 'short-no', value: 1, text: `"${said}" to "did that help?"` }];
  }
  if (move !== 'failing') return [];
  const value = no.test(text) || sigh.test(text) ? 1.5 : 1;
  return [{ name: 'failed-before', value, text: 'after a failed answer' }];
}
