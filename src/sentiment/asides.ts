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
    'i (?:feel|am|was) (?:so )?(?:stupid|silly|dumb|an idiot)|(?:stupid|silly|dumb) (?:me|of me)',
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
    'never (?:had|have|been) (?:a|an|any) (?:problems?|issues?|trouble|complaints?)',
    "(?:don't|dont|didn't|do not) (?:hate|mind)|(?:don't|dont|not) (?:worry|bother)",
    '(?:sorry|hate) to (?:bother|bug|trouble|disturb) you(?: again)?',
    'sorry for (?:the|my|any) (?:typos?|confusion|trouble|inconvenience|late reply|delay|spelling|english)',
    'when(?:ever)? you (?:have|get) (?:a )?(?:chance|time|moment|minute)|take your time',
    'just (?:curious|wondering|checking|asking)|out of curiosity',
    '(?:error|problem|issue|bug|message|fault|trouble) (?:is|has|was|went|seems) (?:been |now |already )?(?:gone|away|solved|fixed|sorted|resolved)(?: now)?',
    'sorry for (?:the|my) late (?:reply|answer|response)|i (?:was|am|have been) sick(?! of| and tired)',
    '(?:works?|working|worked) (?:again|now|fine|great|perfectly)|all (?:good|sorted|fine)|got it working',
    '(?:was |were |had )?(?:expect(?:ed|ing)|fear(?:ed|ing)) (?:it )?(?:to be )?(?:much |far )?worse',
    'better than (?:i |we )?(?:expected|thought|feared)',
  ],
  'g',
);

export interface Asides {
  readonly spans: readonly Span[];
  readonly signs: readonly Sign[];
}

function find({ lower, source }: Texts, pattern: RegExp, name: 'others' | 'calm'): Asides {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  // a loop, because `matchAll` compiles the pattern again for every message
  for (let found = pattern.exec(lower); found; found = pattern.exec(lower)) {
    spans.push({ from: found.index, to: found.index + found[0].length });
  }
  const signs = spans.slice(0, 2).map(({ from, to }) => {
    const end = from + source.slice(from, to).trimEnd().length;
    return { name, value: 0.5, seen: { from, to: end } };
  });
  return { spans, signs };
}

export function readAsides(texts: Texts): Asides {
  const [about, soft] = [find(texts, others, 'others'), find(texts, gentle, 'calm')];
  return { spans: [...about.spans, ...soft.spans], signs: [...about.signs, ...soft.signs] };
}

export function inside(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => at >= span.from && at < span.to);
}
