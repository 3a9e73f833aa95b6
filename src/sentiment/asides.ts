/** What is said about somebody else, or only sounds bad: these words are taken out before anything is weighed. */
import { anywhere } from './match.js';
import type { Sign, Span } from './signs.js';
import type { Texts } from './tokens.js';

/** Somebody or something that is not us. */
const others = anywhere(
  [
    "(?:my|our|the|their|your) (?:{theirs})(?:'s)? (?:was|were|is|are|has|had|have|kept|keeps|did|does|hates?|loves?)\\b{clause}",
    '(?:compared (?:to|with)|unlike|better than|switch(?:ed|ing)? from|com(?:e|ing) from|left) (?:my |our |the )?(?:{theirs}|competitors?){clause}',
    '(?:damn|bloody|stupid|crappy|annoying|fucking|shitty|useless) (?:{own})',
    '(?:stupid|dumb|silly|noob) question|my (?:bad|fault|mistake|stupid mistake|own fault)',
    "(?:i|i'm|im|i am|i was|i feel) (?:feel |am |was )?(?:so |such |just |really |an? |a bit |being |too )*(?:stupid|silly|dumb|idiot|moron|fool|dumb ?ass|idiotic)(?! (?:bot|because of you|for (?:trusting|buying|believing)))(?: and (?:typed|entered|ordered|clicked|chose|picked|forgot|used|gave|wrote|put|sent|took)\\b{clause})?|(?:stupid|silly|dumb) (?:me|of me)",
    'my (?:own )?(?:stupid|idiot|silly|dumb|damn|bloody|useless|crazy|annoying) (?:{theirs})',
    'i (?:hate|hated) my (?:old|ex|last|current) \\w+',
  ],
  'g',
);

/** Bad words that mean well. */
const gentle = anywhere(
  [
    'no (?:problems?|worries|rush|hurry|complaints?|stress|need|pressure|biggie|issues?|big deal|trouble)',
    'not (?:urgent|bad|a problem|a big deal|an issue|in a (?:hurry|rush)|the worst|too bad|a complaint|angry|upset|mad)',
    "(?:isn't|isnt|wasn't|wasnt|aren't|not) (?:(?:that|so|too|half) )?bad(?: at all)?",
    "(?:can't|cant|cannot|couldn't) (?:complain|fault)|nothing (?:wrong|bad|to complain)",
    'no (?:\\w+ )?(?:smell|damages?|scratch(?:es)?|dents?|cracks?|faults?|defects?|mistakes?|hard feelings|harm)(?= |$|[.,!])',
    'nothing (?:is |was |has )?(?:gone )?(?:wrong|bad|terrible|serious|broken|missing|damaged|to worry about|to complain about|to be sorry for)(?! with (?:me|my))',
    'never (?:had|have|been) (?:a|an|any) (?:problems?|issues?|trouble|complaints?)',
    "(?:don't|dont|didn't|do not) (?:hate|mind)|(?:don't|dont|not) (?:worry|bother)",
    '(?:sorry|hate) to (?:bother|bug|trouble|disturb) you(?: again)?',
    'sorry for (?:the|my|any) (?:typos?|confusion|trouble|inconvenience|late reply|delay|spelling|english)',
    'when(?:ever)? you (?:have|get) (?:a )?(?:chance|time|moment|minute)|take your time',
    'just (?:curious|wondering|checking|asking)|out of curiosity',
    '(?:please|can you|could you|would you|will you|let.s|i.ll|may i|can i|shall we|i will|i can) (?:please )?(?:try|search|look|check|book|ask|send|start|go|call|come|read|say|show|tell)(?:ing)?(?: (?:me|it|that|this|them|there|for it|over|the (?:\\w+)|to (?:book|search|find)))?(?: \\w+)? (?:once )?again(?! and again)',
    '(?:poor|little|silly|only a|just a) joke(?= |$|[.,!])(?! of a)|(?:i|just) (?:was |am )?(?:joking|kidding)',
    '(?:error|problem|issue|bug|message|fault|trouble) (?:is|has|was|went|seems) (?:been |now |already )?(?:gone|away|solved|fixed|sorted|resolved)(?: now)?',
    'sorry for (?:the|my) late (?:reply|answer|response)|i (?:was|am|have been) sick(?! of| and tired)',
    '(?:works?|working|worked) (?:again|now|fine|great|perfectly)|all (?:good|sorted|fine)|got it working',
    '(?:was |were |had )?(?:expect(?:ed|ing)|fear(?:ed|ing)) (?:it )?(?:to be )?(?:much |far )?worse',
    'better than (?:i |we )?(?:expected|thought|feared)',
  ],
  'g',
);

/** Praise that is said not to be so: its words would calm, one by one. */
const letDown = anywhere(
  [
    "(?:not|n't|never|hardly|barely|isn't|wasn't|aren't|weren't) (?:\\w+ ){0,2}?(?:happy|satisfied|impressed|pleased|acceptable|good enough|great|amused|thrilled|professional)(?! (?:to|if|about the idea|with either|unless|until))",
    '(?:far from|anything but|nowhere near|the opposite of) (?:\\w+ )?(?:happy|satisfied|pleased|good|great|helpful|acceptable|professional)',
    "(?:i|we)(?:'d| had| was| were| am)? (?:really |honestly |hoping for |hoped for |expected |expect |expecting ){1,2}(?:better|more)(?! than one)(?: from you| of you| from your \\w+| for (?:that|this|the) (?:price|money))?",
    "(?:not exactly|hardly|not really) what i (?:would |'d )?(?:call|expect|expected|had hoped for|hoped for)(?: \\w+)?",
    'nothing (?:about|in|of|with) (?:\\w+ ){1,3}(?:went well|works?|worked|was (?:good|right|ok|okay)|is (?:good|right|ok|okay))',
    '(?:not|nothing) (?:\\w+ ){0,2}?(?:went well)',
  ],
  'g',
);

/** Whom one talks to is asked, and nobody asked for. */
const identity = anywhere(
  [
    '(?:are|r) (?:you|u) (?:really |actually )?(?:an? )?(?:real |actual |live )?(?:human(?: being)?|person|robot|bot|machine|computer|ai|chat ?bot)(?: or (?:just )?(?:an? )?(?:real )?(?:human|person|robot|bot|machine|ai))?(?=$|[?.!,])',
    '(?:am i|do i|who am i|are we) (?:really |actually |now )?(?:talking|speaking|chatting|writing|talk|speak|chat|write) (?:to|with) (?:an? )?(?:real |actual |live )?(?:human(?: being)?|person|robot|bot|machine|computer|ai|agent|someone real)(?: or (?:just )?(?:an? )?(?:real )?(?:human|person|robot|bot|machine|ai))?',
    'is (?:this|it) (?:really |actually )?(?:an? )?(?:real |actual |live )?(?:human|person|robot|bot|machine|ai)(?: or (?:an? )?(?:human|person|robot|bot|machine))?(?=$|[?.!,])',
  ],
  'g',
);

/** Thanks that only lead up to a "but" say nothing. */
const leadUp = anywhere(
  ['(?:thank(?:s| you)|thx|cheers|(?:i )?appreciate (?:it|that|this|your \\w+))[^.!?]{0,40}? (?:but|however|although)'],
  'g',
);

export interface Asides {
  readonly spans: readonly Span[];
  readonly signs: readonly Sign[];
}

interface Kind {
  readonly pattern: RegExp;
  readonly name?: 'others' | 'calm' | 'bad-word';
  readonly value?: number;
}
const kinds: readonly Kind[] = [
  { pattern: others, name: 'others', value: 0.5 },
  { pattern: gentle, name: 'calm', value: 0.5 },
  { pattern: letDown, name: 'bad-word', value: 1.2 },
  { pattern: leadUp },
  { pattern: identity },
];

function find({ lower, source }: Texts, { pattern, name, value = 0 }: Kind): Asides {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  // a loop, because `matchAll` compiles the pattern again for every message
  for (let found = pattern.exec(lower); found; found = pattern.exec(lower)) {
    spans.push({ from: found.index, to: found.index + found[0].length });
  }
  if (name === undefined) return { spans, signs: [] };
  const signs = spans.slice(0, 2).map(({ from, to }) => {
    const end = from + source.slice(from, to).trimEnd().length;
    return { name, value, seen: { from, to: end } };
  });
  return { spans, signs };
}

export function readAsides(texts: Texts): Asides {
  const found = kinds.map((kind) => find(texts, kind));
  return { spans: found.flatMap(({ spans }) => spans), signs: found.flatMap(({ signs }) => signs) };
}

export function inside(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => at >= span.from && at < span.to);
}
