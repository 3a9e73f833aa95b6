/** Short replies mean nothing alone: they are read against the assistant's last words. */
import type { Sign } from './signs.js';

/** What the assistant's last words were doing. */
type Move = 'closing' | 'checking' | 'offering' | 'failing' | 'probing' | 'proposing' | 'instructing' | 'other';

type Part = (words: string) => string;
const whole: Part = (words) => words;
/** What comes before a question mark, somewhere. */
const asked: Part = (words) => words.slice(0, words.lastIndexOf('?') + 1);
/** The question that the words end with; empty when they end otherwise. */
const lastQuestion: Part = (words) => {
  const end = words.search(/\w\W*$/) + 1;
  return words.includes('?', end) ? words.slice(words.lastIndexOf('?', end - 1) + 1, end) : '';
};

const proposing =
  /\b(?:would you|do you (?:want|need|wish|prefer)|shall i|should i|may i|can i|could i|(?:want|wanna|like) (?:me )?to|wanna|how about|what about)\b/i;

/** Each looks at its part of the words: a pattern that had to find the question mark would look for it at every place. */
const moves: readonly (readonly [Move, Part, RegExp])[] = [
  [
    'offering',
    whole,
    /\b(?:(?:speak|talk|chat|connect|transfer|pass|put|bring|fetch|get)\b.{0,40}\b(?:person|human|agent|colleague|someone|advis[eo]r|representative|team))\b.{0,40}\?/i,
  ],
  [
    'closing',
    whole,
    /\b(?:anything else|something else|any other (?:questions?|way)|help you (?:further|with anything)|need (?:any )?(?:more|further) help)\b/i,
  ],
  [
    'checking',
    whole,
    /\b(?:did (?:that|this|it|i) (?:help|solve|answer|work|fix)|was (?:that|this|it) (?:helpful|useful|what)|does (?:that|this) (?:help|answer|solve|work)|(?:is|has) (?:that|this|it|your (?:problem|issue|question)) (?:been )?(?:solved|resolved|sorted|answered|fixed))\b/i,
  ],
  [
    'failing',
    whole,
    /\b(?:(?:did ?n[o']?t|do ?n[o']?t|could ?n[o']?t|unable to|not able to|not sure i|can(?:no|')t) (?:\w+ )?(?:understand|help|find|do that|catch|get that|answer|have (?:an|any|that) (?:answer|information))|(?:please )?rephrase|not (?:quite )?sure what|no (?:results?|matches|answer)|don't know|try again|say (?:that|it) (?:again|differently|in other words))\b/i,
  ],
  [
    'probing',
    asked,
    /\b(?:dislike\w*|hate\w*|(?:not|n['’]t) (?:you )?(?:really )?(?:like|enjoy)|worst|awful|bother\w*|(?:went|going|is) wrong|what (?:is|was) the (?:problem|issue|matter|error)|(?:could|can) (?:we|i) (?:do|have done) better)\b/i,
  ],
  ['proposing', lastQuestion, proposing],
  [
    'instructing',
    whole,
    /(?:^|[.!?:,]\s|\b(?:please|then|and|can you|could you|to|you should|now|step \d\W*) )(?:try|tap|click|press|restart|reset|check|follow|open|go to|select|install|reinstall|update|sign (?:in|out)|log (?:in|out)|connect|disconnect|turn|clear|delete|remove|enter|visit)\b/i,
  ],
];
/** The assistant had bad news: not a failed answer, but a let-down. */
const badNews =
  /\b(?:sorry|unfortunately|unable|couldn't|could not|cannot|can't|not available|unavailable|(?:there (?:are|is)|have|has|found) no|don't have|didn't|booked|apologi\w+|regret)\b/i;
const no =
  /^\W*(?:no+|nope|nah|not|no it (?:didn't|doesn't|did not)|it (?:didn't|doesn't)|nothing|negative|wrong|still (?:no|not|nothing))\b/i;
const yes =
  /^\W*(?:yes|yeah|yep|yup|ye|sure|ok(?:ay)?|please|please do|yes please|absolutely|definitely|of course|go ahead|do it|finally)\b/i;
const sigh =
  /^\W*(?:ugh+|argh+|omg|wtf|seriously|really|again|hello|forget|whatever|never|what|huh|come on|oh my|still|wow|great|jesus|christ|lol)\b/i;

/** "No, I said two": the assistant got it wrong. */
const correction =
  /\b(?:i (?:said|meant|asked|wanted)|i(?:'d| would) (?:rather|prefer)|actually|instead|not what|make (?:it|that)|change (?:it|that)|(?:that|it)(?:'s| is|s)? (?:not|isn't) (?:right|correct|it\b|true)|wrong)\b/i;
/** "No, I need the other one." */
const insists = /\bi(?:'m| am)? (?:need|want|would like|looking)\b/i;
const otherwise =
  /\b(?:something else|anything else|any(?:thing)? other|another|other (?:one|option|way|place|time|day|choice)s?|others|different|somewhere else|anyone else|anybody else|alternatives?)\b/i;
/** A plain "not now" to a proposal. */
const notNow =
  /\b(?:not (?:right )?now|not at (?:this|the) (?:time|moment)|later|no,? thank|(?:don't|dont|do not|won't|not) (?:be )?(?:need|want|necessary)|i'm (?:good|fine|ok)|that's (?:all|it|ok|fine))\b/i;

function moveOf(words: string): Move {
  return moves.find(([, part, pattern]) => pattern.test(part(words)))?.[0] ?? 'other';
}

/** Moves in which a question asks for what the customer wants, not whether the assistant has helped. */
const answerable: ReadonlySet<Move> = new Set<Move>(['proposing', 'other']);

const done = /\b(?:thank|that's (?:all|it|everything)|that is (?:all|it|everything)|bye|all good|i'm (?:good|fine))/i;
const denial = /\b(?:not|never|\w+n't|cannot|dont|doesnt|didnt|cant|wont)\b/i;
/** Replies of up to so many words lean on what came before. */
const brief = 6;

export interface Before {
  /** The assistant's last words. */
  readonly assistant?: string;
  /** Earlier customer messages of the episode, oldest first; empty for the first one. */
  readonly customer?: readonly string[];
}

/** What was asked to be confirmed may turn out wrong: to say so is what was asked for. */
const confirming =
  /\b(?:confirm\w*|(?:kindly|please) (?:ensure|check)|just to be sure|(?:is|are) (?:that|this|it|they|these) (?:right|correct|ok(?:ay)?|fine)|did i get (?:it|that|this) right|got (?:it|that|this) right|(?:right|correct)\W*\?|so you (?:want|would|need))/i;
/** An offer that ends without a question mark, without its stop. */
const offered =
  /\b(?:(?:if|whenever) you(?:'d| would)? (?:like|want|wish|prefer)(?: me)?(?: to)?$|(?:what|how) about\b|(?:shall|should|may|can|could) i\b|would (?:you )?like to\b)/i;
const lastSentence: Part = (words) => {
  const plain = words.trimEnd().replace(/[.!]$/, '');
  return plain.slice(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('!'), plain.lastIndexOf('?')) + 1);
};
/** One of several is shown: to take it or to leave it is an answer. */
const showing =
  /\b(?:i(?:'ve| have)? (?:also )?(?:found|find|see|got|have)|there(?:'s| is| are)(?: also)? (?!no\b|none\b)|search (?:has )?yielded|(?:an)?other option|is called|i (?:can )?(?:suggest|recommend)|try this|(?:located|rating|rated|departs?|leaves|costs?|price)\b)/i;
/** The customer takes it on themselves. */
const own =
  /\b(?:sorry (?:again|about that|for)?\W*(?:i|my|but|can|could|please|make|change|it|that)|^\W*(?:no\W+)?(?:sorry|oops)|no,? (?:i'm )?(?:really )?sorry|i apologi[sz]e|oops|(?:my|our) (?:mistake|bad|fault|friends?|date|plans?)\b|i (?:forgot|lied|got (?:it|that) wrong|misspoke|mixed up|changed my mind)|change of plans?|on second thoughts?)/i;

type Asked = 'question' | 'confirming' | 'showing' | 'nothing';

function askedBy(words: string, move: Move): Asked {
  if (!answerable.has(move) && move !== 'failing') return 'nothing';
  const question = lastQuestion(words);
  // who could not do one thing and offers another has asked
  if (move === 'failing') return proposing.test(question) || offered.test(lastSentence(words)) ? 'question' : 'nothing';
  if (confirming.test(words)) return 'confirming';
  if (question !== '' || offered.test(lastSentence(words))) return 'question';
  return showing.test(words) ? 'showing' : 'nothing';
}

/** Who is asked and has no wish of their own. */
const either =
  /^\W*(?:(?:well|honestly|oh|hm+|no|i) )*(?:i )?(?:(?:don't|dont|do not|couldn't) (?:really )?(?:care|mind|know|have a preference)|(?:it )?(?:doesn't|doesnt|does not) matter(?: to me)?|no preference|not (?:really )?(?:bothered|fussed|picky)|whatever(?: you (?:have|like|think)| is (?:fine|cheapest|easiest))?|whichever|either(?: one| is fine)?|any(?: of them| one)?|all the same)(?: (?:about|what|which|as long as|where|when)\b.*|\W*)$/i;
const leavesIt: Sign = { name: 'calm', value: 1.5, seen: 'leaves the choice' };
const answersIt: Sign = { name: 'answers', value: 1, seen: 'answers the question' };

/** A yes or no in answer to what the assistant was doing. */
function reply(text: string, { move, asked: by }: { move: Move; asked: Asked }, size: number): Sign | undefined {
  if (size <= brief && move === 'offering' && yes.test(text)) {
    return { name: 'asks-person', value: 1, seen: 'accepts the offer of a person', cue: 'asks-person' };
  }
  const refused = no.test(text);
  if (refused && (move === 'closing' || done.test(text))) return { name: 'closes', value: 1, seen: 'closes the chat' };
  if (refused && move === 'checking') return { name: 'short-no', value: 1, seen: 'says that it did not help' };
  const wrong = correction.test(text);
  if (by !== 'nothing' && either.test(text)) return leavesIt;
  if (by === 'confirming' ? refused || wrong : wrong && own.test(text)) return answersIt;
  if (wrong || (refused && by === 'nothing' && insists.test(text)))
    return { name: 'corrects', value: refused ? 1.2 : 1, seen: 'corrects the assistant' };
  if (refused && move === 'proposing' && (size <= 2 || notNow.test(text)))
    return { name: 'declines', value: 1, seen: 'declines an offer' };
  if (!refused && yes.test(text)) return { name: 'accepts', value: 1, seen: 'agrees' };
  if (by !== 'nothing' && (by !== 'showing' || refused || denial.test(text))) return answersIt;
  if (refused) return { name: 'rejects', value: 1, seen: 'turns the answer down' };
  return denial.test(text) ? { name: 'denies', value: 1, seen: 'disagrees' } : undefined;
}

const failedAdvice =
  /\b(?:(?:\w+n't|dont|doesnt|didnt|cant|not|cannot) (?:\w+ )?(?:work|help|open|load|start|appear|show|find|accept|let|recogni[sz]e|connect|change|possible)\w*|still|same|again|nothing|error|equal|already|continues?|without success|no (?:success|luck|change)|no longer)\b/i;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Most of what is said was said a little before. */
function saidBefore(text: string, customer: readonly string[]): boolean {
  const now = wordsOf(text);
  if (now.size < 3) return false;
  return customer.slice(-3).some((earlier) => {
    const then = wordsOf(earlier);
    return [...now].filter((word) => then.has(word)).length >= 0.6 * now.size;
  });
}

export function readContext(text: string, { assistant: words, customer }: Before): readonly Sign[] {
  // an answer's question stands at its end
  const assistant = words?.slice(-1000);
  if (!assistant) return customer?.length === 0 ? [{ name: 'opening', value: 1, seen: 'the first message' }] : [];
  const move = moveOf(assistant);
  const size = text.trim().split(' ', brief + 1).length;
  const answer = reply(text, { move, asked: askedBy(assistant, move) }, size);
  const signs: Sign[] = answer ? [answer] : [];
  if (move === 'failing') {
    const value = size <= brief && (no.test(text) || sigh.test(text)) ? 1.5 : 1;
    signs.push({ name: 'failed-before', value, seen: 'after a failed answer' });
  } else if (badNews.test(assistant)) signs.push({ name: 'let-down', value: 1, seen: 'after bad news' });
  if (move === 'probing') signs.push({ name: 'answers', value: 1, seen: 'was asked for it' });
  if (otherwise.test(text)) signs.push({ name: 'elsewhere', value: 1, seen: 'wants something else' });
  if (failedAdvice.test(text) && (move === 'instructing' || move === 'failing'))
    signs.push({ name: 'in-vain', value: 1, seen: 'the advice did not work' });
  if (saidBefore(text, customer ?? [])) signs.push({ name: 'again', value: 1, seen: 'says it again' });
  return signs;
}
