/**
 * What only sounds like a state: products, idioms, fiction, what might be, what happened to others, and what is said not to
 * be so. It is taken out before the ways are looked for. `{rest}` is the rest of the one thing that is being told, up to the
 * next comma or stop, or to where the next thing begins (see turns.ts).
 */
import type { State } from './told.js';

/** For every state. */
export const calm: readonly string[] = [
  // idioms
  "to die for|dying to|(?:die|died|dying) laughing|kill(?:er)? for|(?:price|wait|suspense|inbox|it|this|that|newsletter|back|feet)(?: is|'s| are| was) (?:just |really )?killing (?:me|my|us)|you(?: guys| people| all)?(?:'re| are) on fire|(?:crying|cried|tears|cry) (?:with|of|from) (?:laughter|joy|happiness|laughing)|happy tears|zum sterben (?:schön|gut)|brennende frage|stabbed in the back",
  // products, and asking for them
  '(?:(?:do|does|did) (?:you|it)|{begin} ?you|have you) (?:sell|have|stock|offer|carry|ship|got)\\b{rest}|(?:looking for|recommend|choosing)\\b{rest}|(?:verkaufen|haben|führen) sie\\b{rest}',
  // fiction
  '(?:in|from) (?:the|a|that|this|your) (?:\\w+ )?(?:film|movie|novel|thriller|song|book|game)\\b{rest}|(?:film|movie|novel|thriller|song|book|game) (?:\\w+ )?(?:about|called|where|in which)\\b{rest}|the plot of\\b{rest}|murder mystery|zombies?\\b{rest}',
  // what might be; what is near or now makes it real
  '(?:what (?:happens|would happen|should i do|to do|do i do)?,? ?if|how (?:do|can|could|would) (?:i|we|you) (?:avoid|prevent|protect|change|stop)|in case (?:of|that)|could (?:the|it|this|a)(?! be)|is it (?:dangerous|safe)(?! that)|if (?:a|an|it|i ever|somebody|someone|anything)|was (?:mache|passiert|tue) ich,? wenn|was passiert,? wenn|falls (?:es|ein|eine|der|die|das|ich|man|mal|jemand|etwas)|wie schütze)\\b(?!{actual}){rest}',
  // others, elsewhere, long ago
  '(?:neighbou?rs?|friends?|colleagues?|old (?:shop|supplier|one|heater|phone)|previous)\\b{rest}\\b(?:years? ago|last year|(?<!at )once|burned me)\\b|i read (?:about|that)\\b{rest}|in the news\\b{rest}',
  // said not to be
  "(?:no|nothing|nobody|no ?one|none|never|without|not|isn't|wasn't|weren't|hasn't) (?:is |was |were |are |has been |got |been |be |in |on |any |a |an |too |very |really |that |at all )*(?:fire|smoke|flames|gas|hurt|injur\\w+|burn(?:ed|t|ing)|harmed|danger|desperate|urgent|asap|bleeding|allerg\\w+|smell|bad smell|scared|afraid|in tears|crying|hacked|stolen|fraud)|not (?:at all )?urgent|no (?:rush|hurry)|(?:kein(?:e|en)?|nicht|nichts|niemand) (?:(?:mehr|so|sehr|wirklich|ganz|besonders|gar|ist|hat|wird|wurde|sich|ein|eine) ){0,2}(?:feuer|rauch|gas|verletzt|dringend|eilig|brennt|eile|angst|verzweifelt)|brennt nicht(?! nur)",
];

/** What is not needed, and where somebody works, is only not urgent and no special need. */
export const besides: { readonly of: ReadonlySet<State>; readonly ways: readonly string[] } = {
  of: new Set(['urgency', 'vulnerability']),
  ways: [
    "(?:all|everything|don't|dont|do not|didn't|not) (?:that |i |we |is |really )*need(?:ed)?\\b{rest}",
    '(?:i|we|he|she|they) (?:\\w+ )?works? (?:for|as|at|in|with)\\b{rest}',
  ],
};
