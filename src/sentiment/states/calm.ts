/**
 * What only sounds like a state: products, idioms, fiction, what might be, what happened to others, and what is said not to
 * be so. It is taken out before the ways are looked for.
 */
export const calm: readonly string[] = [
  // idioms
  "to die for|dying to|(?:die|died|dying) laughing|kill(?:er)? for|(?:is|'s|are|was) (?:just |really )?killing (?:me|my|us)|you(?: guys| people| all)?(?:'re| are) on fire|(?:crying|cried|tears|cry) (?:with|of|from) (?:laughter|joy|happiness|laughing)|happy tears|zum sterben (?:schön|gut)|brennende frage|stabbed in the back|drowning in",
  // products, and asking for them
  '(?:(?:do|did|does|have) (?:you|it)|you) (?:sell|have|stock|offer|carry|ship|got)\\b[^.,;!?]*|(?:looking for|recommend|choosing)\\b[^.,;!?]*|(?:verkaufen|haben|führen) sie\\b[^.,;!?]*|what (?:do|does) (?:you|it|the)\\b[^.,;!?]*|(?:which|welche[rsn]?)\\b[^.,;!?]*|is (?:the|this|it|your)\\b[^.,;!?]* (?:in stock|available|included|tested|poisonous|adjustable|washable)|{begin}[^.,;!?]*(?:box set|poster|record)\\b',
  // fiction
  '{begin}[^.,;!?]*\\b(?:film|movie|novel|thriller|lyrics|song|dvd|halloween|costume|murder mystery|board game|video game|plot of|zombies?|the new game)\\b[^.,;!?]*',
  // what might be; somebody near makes it real
  '(?:what (?:happens|would happen|should i do|to do|do i do)?,? ?if|how (?:do|can|could|would) (?:i|we|you) (?:avoid|prevent|protect|change|stop)|in case (?:of|that)|could (?:the|it|this|a)\\b|is it (?:dangerous|safe)|if (?:a|an|it|i ever|somebody|someone|anything)\\b|was (?:mache|passiert|tue) ich,? wenn|falls|wie schütze)(?![^.;!?]*\\b(?:my|our|mein(?:e|en|er|em)?|unser(?:e|en)?) (?:{kin}|sohn|tochter|kind|mann|frau|mutter|vater))[^.;!?]*',
  // others, elsewhere, long ago
  '(?:neighbou?rs?|friends?|colleagues?|old (?:shop|supplier|one|heater|phone)|previous)\\b[^.;!?]*\\b(?:years? ago|last year|once|burned me)\\b[^.;!?]*|i read (?:about|that)\\b[^.;!?]*|in the news\\b[^.;!?]*',
  "(?:work|working|works) (?:for|as|at|in|with)\\b[^.;!?,]*|i (?:am|'m) (?:a|an) (?:nurse|doctor|fireman|fire ?fighter|paramedic|police\\w*|carer|teacher)\\b[^.;!?,]*",
  // said not to be
  "(?:no|nothing|nobody|no ?one|none|never|without|not|isn't|wasn't|weren't|hasn't) (?:is |was |were |are |has been |got |been |be |in |on |any |a |an |too |very |really |that |at all )*(?:fire|smoke|flames|gas|hurt|injur\\w+|burn(?:ed|t|ing)|harmed|danger|desperate|urgent|asap|bleeding|allerg\\w+|smell|bad smell|scared|afraid|in tears|crying|hacked|stolen|fraud)|not (?:at all )?urgent|no (?:rush|hurry)|(?:kein(?:e|en)?|nicht|nichts|niemand) (?:\\p{L}+ ){0,2}?(?:feuer|rauch|gas|verletzt|dringend|eilig|brennt|eile|angst|verzweifelt)|brennt nicht",
  "(?:all|everything|don't|dont|do not|didn't|not) (?:that |i |we |is |really )*need(?:ed)?\\b[^.,;!?]*",
  // names and addresses
  '(?:surname|name is|my name|i live at|the address is|(?:order|reference|booking) (?:number|no|ref)?(?: is)?)\\b[^.;!?]*',
];
