/** What is said about somebody else, or only sounds bad: these words are taken out before anything is weighed. */
import type { Sign, Span } from './signs.js';

/** Up to the end of the clause, at most 80 characters. */
const clause = `(?:(?!\\b(?:but|so|that's why|which is why|and (?:now|you|your))\\b)[^.,;!?\\n]){0,80}`;
const other = `(?:old|previous|last|former|prior|ex|other|current) (?:provider|supplier|company|bank|carrier|operator|shop|store|vendor|host|insurer|network|phone|app|one|place|job|boss|landlord|subscription)|(?:neighbou?r|boss|landlord|ex|sister|brother|mother|mum|mom|father|dad|husband|wife|son|daughter|kid|kids|dog|cat|friend)`;
const others = new RegExp(
  `\\b(?:my|our|the|their|your) (?:${other})(?:'s)? (?:was|were|is|are|has|had|have|kept|keeps|did|does|hates?|loves?)\\b${clause}|\\b(?:compared (?:to|with)|unlike|better than|switch(?:ed|ing)? from|com(?:e|ing) from|left) (?:my |our |the )?(?:${other}|competitors?)${clause}|\\b(?:damn|bloody|stupid|crappy|annoying|fucking|shitty|useless) (?:keyboard|phone|autocorrect|auto-correct|typos?|laptop|cat|weather|traffic|virus|cold|flu|alarm|mondays?|me|dog|eyes|fingers|thumbs|battery|printer|wifi|memory)\\b|\\b(?:stupid|dumb|silly|noob) question\\b|\\bmy (?:bad|fault|mistake|stupid mistake|own fault)\\b|\\bi (?:feel|am|was) (?:so )?(?:stupid|silly|dumb|an idiot)\\b|\\b(?:stupid|silly|dumb) (?:me|of me)\\b`,
  'giu',
);
const gentle =
  /\b(?:no (?:problems?|worries|rush|hurry|complaints?|stress|need|pressure|biggie|issues?|big deal|trouble)|not (?:urgent|bad|a problem|a big deal|an issue|in a (?:hurry|rush)|the worst|too bad|a complaint|angry|upset|mad)|(?:isn't|isnt|wasn't|wasnt|aren't|not) (?:(?:that|so|too|half) )?bad(?: at all)?|(?:can't|cant|cannot|couldn't) (?:complain|fault)|nothing (?:wrong|bad|to complain)|never (?:had|have|been) (?:a|an|any) (?:problems?|issues?|trouble|complaints?)|(?:don't|dont|didn't|do not) (?:hate|mind)|(?:don't|dont|not) (?:worry|bother)|(?:sorry|hate) to (?:bother|bug|trouble|disturb) you(?: again)?|sorry for (?:the|my|any) (?:typos?|confusion|trouble|inconvenience|late reply|delay|spelling|english)|when(?:ever)? you (?:have|get) (?:a )?(?:chance|time|moment|minute)|take your time|just (?:curious|wondering|checking|asking)|out of curiosity|(?:works?|working|worked) (?:again|now|fine|great|perfectly)|all (?:good|sorted|fine)|got it working|(?:was |were |had )?(?:expect(?:ed|ing)|fear(?:ed|ing)) (?:it )?(?:to be )?(?:much |far )?worse|better than (?:i |we )?(?:expected|thought|feared))\b/giu;

export interface Asides {
  readonly spans: readonly Span[];
  readonly signs: readonly Sign[];
}

function find(text: string, pattern: RegExp, name: 'others' | 'calm'): Asides {
  const matches = [...text.matchAll(pattern)];
  return {
    spans: matches.map((match) => ({ from: match.index, to: match.index + match[0].length })),
    signs: matches.slice(0, 2).map((match) => ({ name, value: 0.5, text: match[0].trim() })),
  };
}

export function readAsides(text: string): Asides {
  const [about, soft] = [find(text, others, 'others'), find(text, gentle, 'calm')];
  return { spans: [...about.spans, ...soft.spans], signs: [...about.signs, ...soft.signs] };
}

export function inside(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => at >= span.from && at < span.to);
}
