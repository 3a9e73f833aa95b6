/**
 * How people say it. One line a way, matched as whole words in lower-case text; `{who}` and the like stand for the
 * lists in lists.ts. `whole` must be the entire message. Order inside a list does not matter.
 */
import type { Cue } from '../conversation/index.js';

export interface Phrases {
  readonly any: readonly string[];
  readonly whole?: readonly string[];
}

export const phrases: Readonly<Partial<Record<Cue, Phrases>>> = {
  'asks-person': {
    any: [
      '(?:speak|talk|chat|speaking|talking) (?:directly )?(?:to|with) (?:an?|the|your|one of your|some|another)? ?{real}(?:{who}|people|boss)(?! (?:yesterday|before|earlier|last|who (?:said|told)|on (?:monday|tuesday|wednesday|thursday|friday)|about a job))',
      '(?:connect|transfer|put|switch|forward|hand|pass|patch|escalate|refer) (?:me|us|this|it)(?: on| over| through)? (?:to|with) (?:an?|the|your|some|another)? ?{real}(?:{who})',
      '(?:be|get) (?:connected|transferred|put through|passed) (?:to|with) (?:an?|the|your)? ?{real}(?:{who})',
      '(?:get|getting) (?:hold of|in touch with|through to) (?:an?|the|your)? ?{real}(?:{who})',
      '(?:reach|contact|message|call) (?:an?|the|your) {real}(?:person|human(?: being)?|agent|representative|operator|manager|supervisor)',
      "(?:i(?: just| really| only| still)? (?:want|need|demand|would like|would prefer|prefer)|i'd (?:like|prefer|rather have)|get me|give me|(?:can|could|may) i (?:please )?(?:have|get|see)|let me have|send me|bring me|is there) (?:an?|the|your|some) ?{real}(?:person|human(?: being)?|agent|representative|operator|manager|supervisor)(?!'|-| (?:who|that|which)\\b| (?:to|on|in|for|from|as) (?:my|our|the|your|a)| (?:licen[cs]e|account|seat|role|id|number|name|code|login|portal|dashboard|app))",
      'escalate (?:this|it|my (?:case|issue|complaint|problem))(?! policy)',
      'is (?:there )?(?:any|some) ?(?:one|body) (?:real|alive|available|i can (?:talk|speak|call))',
      'any ?(?:one|body) (?:real|human|alive)',
      '(?:speak|talk|talking|speaking) (?:to|with) (?:whoever|who(?:m)?(?:ever)? is|the person|people|those|someone) (?:is )?in charge|(?:somebody|someone|person|people) in charge',
      '(?:get|send|bring|want|need|find me) (?:me )?(?:somebody|someone|anybody|anyone) (?:real|human|else|competent|who can|that can)(?! who| that)',
      '(?:real|live|actual) (?:person|human|agent|human being)(?: please| now| here| instead|[.!?]|$)',
      '(?:not|no more) (?:to )?(?:an? |another |this |the )?{bot}',
      "(?:not|don't|dont) (?:want|wish|like) to (?:talk|chat|speak) (?:to|with) (?:an? |another |this |the |your )?{bot}",
      '(?:stop|sick of|tired of|done|instead of|rather than|enough of) (?:talking |chatting |speaking )?(?:to |with )?(?:an? |this |the |your )?{bot}',
      '(?:can|could|will) (?:someone|somebody|anyone|a person|a human) (?:please )?(?:call|phone|ring|contact) me',
      '(?:have|get) (?:someone|somebody|a person|a human) (?:to )?(?:call|phone|ring|contact) (?:me|us)|(?:could|can|would|will) you (?:please )?(?:call|phone|ring) (?:me|us)(?: back)?(?! (?:an?|the) (?:cab|taxi|car|uber|ambulance))|(?:put|get) (?:somebody|someone) on(?=$|[.,!?]| (?:the|please))',
      'is (?:any ?(?:one|body)|some ?(?:one|body)) (?:actually |even |really |still )?there(?=$|[.,!?]| who| to| at all)|(?:want|need|get|give|send|find|fetch|bring)(?: me)?(?: to (?:talk|speak) to)? who(?:ever|mever)(?: is|.s)? (?:in charge|responsible)',
      '(?:rather|prefer to|want to|like to) (?:deal|work) with (?:an? )?(?:real )?(?:human|person)|(?:can|could) (?:an? )?(?:real )?(?:human|person) (?:please )?(?:look|help|answer|check|reply|take)|(?:talk|speak|talking|speaking) (?:to|with) your boss',
      '(?:speak|spek|speek|talk|tlak|tak|takl|chat) (?:to|too|with) (?:an?|the|some)? ?{real}(?:persn|peron|perosn|persom|presen|humen|humna|huamn|hooman|humman|agnet|agant|represntative|representive)|(?:give|get|want|need) (?:me )?an? (?:real )?(?:persn|peron|perosn|humen|humna|huamn|agnet)|(?:spek|speek|tlak|takl) (?:to|with) (?:an? )?(?:real )?(?:human|person|agent|someone|somebody)',
    ],
    whole: [
      '(?:an? |the )?{real}(?:human(?: being)?|person|agent|representative|operator|supervisor|manager|someone real|live (?:chat|support|agent|person))(?: please| now| pls)*',
      '(?:please )?(?:call|phone|ring) me(?: back)?(?: please| now| today)*',
      '(?:just )?who(?:ever|mever)? ?(?:is|.s) (?:in charge|responsible)(?: there| please)*',
      '(?:please )?(?:human|agent|representative|operator)(?:[ .!,]+(?:human|agent|representative|operator|please|now))*',
    ],
  },
  repetition: {
    any: [
      '(?:for the|the|my|now the) (?:{nth}) (?:time|attempt|try|message|e?mail|call|request|agent|person)',
      "(?:i|we)(?:'ve| have)? (?:already |just |now )?(?:said|told|explained|asked|tried|repeated|called|phoned|written|wrote|e?mailed|sent|contacted|given|gave|answered|reported|been told|been through)\\b.{0,40}? (?:already|before|twice|(?:[0-9]+|two|three|four|five|several|many|multiple|so many) times|again and again|over and over)",
      "i(?:'ve| have)? (?:already|literally|just) (?:said|told you|explained|answered|gave you|given you|tried (?:that|this|it|all)|did (?:that|this|all)|done (?:that|this|all))",
      'same (?:useless |stupid |exact |damn |generic |canned |old |automated )*(?:thing|answer|reply|response|link|article|nonsense|crap|bullshit|story|page|steps?|excuse)(?: again| over| every| as before)?',
      '(?:keep|keeps|kept|stop) (?:on )?(?:saying|repeating|asking|sending|telling|giving)',
      '(?:how many (?:more )?times|over and over|again and again|time and (?:time )?again)',
      "(?:as|like) i(?:'ve| have)? (?:already |just )?(?:said|mentioned|explained|told)|i said (?:it|that|this|no)",
      'yet another|having to (?:repeat|explain)|(?:repeat|explain(?:ing)?|repeating) (?:myself|ourselves|everything|all (?:of )?(?:this|it|that)|it all|this again|my story)|(?:going|go|run|running|sent|sending me) (?:round |around )?(?:and (?:a)?round )?in circles|broken record',
      'you (?:already|just) (?:said|told|asked|sent) (?:me )?(?:that|this)',
      '(?:again|still) the same (?:problem|issue|error|message)',
    ],
  },
  waiting: {
    any: [
      '(?:wait(?:ed|ing)?|on hold|held up|queu(?:ed|ing)|sat here|sitting here|standing here|stuck here)\\b.{0,30}? (?:{time}|hours|days|weeks|months|ages|forever|so long|too long|all (?:day|week|morning))',
      "(?:it's been|its been|it has been|been|took|taken|taking|over|after|for|past|more than|nearly|almost) (?:the (?:past|last) |over |about |almost |nearly )?{time}\\b.{0,25}? (?:no|nothing|without|still|nobody|and (?:no|nothing|still|counting))",
      'still (?:waiting|on hold|no (?:reply|response|answer|refund|news|word|sign|parcel|package|order|delivery)|nothing)',
      'no ?(?:body|one|1)(?: ever| even|s| is| was| has)? (?:replys|anwsers|awnsers|responds|does|did|do|doing|knows?|bothers?|bothered|listens?|listened|came|comes|cares|moves?) ?(?:anything|a thing|back|at all)?',
      'does (?:any ?one|any ?body) (?:there |here |at your \\w+ )?(?:even |actually |ever |really )?(?:work|read|reply|answer|listen|care|help)',
      '(?:not|without) (?:a )?(?:single|one) (?:reply|answer|response|word|call|e?mail)',
      'how (?:much )?longer (?:do|must|am|will|does|should|is|are)',
      'how long (?:do|must|am) i (?:have to|supposed to|going to) wait',
      "no ?(?:body|one)(?: ever| even|'s| has| is)? (?:answer(?:s|ed|ing)?|answers?|ansers?|repl(?:y|ies|ied)|respond(?:s|ed)?|call(?:s|ed)|got back|picks? up|cares?|help(?:s|ed)?)",
      '(?:nobody|no ?one|never) (?:got|called|came|wrote|heard) back',
      '(?:been|being|getting|feel) ignored|ignoring (?:me|my|us)|ignored (?:me|my|us)',
      'any(?:one|body) (?:even |still )?(?:there|home|reading|alive|listening) ?\\?',
      'tak(?:ing|es) (?:forever|ages|so long|too long)',
      '[0-9]+ (?:hours|days|weeks|months) ?!',
    ],
  },
  threat: {
    any: [
      '(?:my|a|an|our) (?:lawyer|attorney|solicitor)(?! (?:friend|liked|likes|and need|who))(?<!am a lawyer)(?<!as a lawyer)|legal (?:action|steps|advice)|suing you|(?:will|gonna|going to|could|shall) sue|small claims|see you in court|take you to court',
      '(?:get|call|calling|involve|involving|inform|to) the (?:police|authorities|regulator)(?: involved)?',
      '(?<!(?:meet|meets|about the|what is the|to the book|with) )(?:trading standards|ombudsman)|consumer (?:protection|rights|affairs|forum)|(?:tell|inform|contact|write to|call|ring|hear from) the (?:consumer (?:office|agency|association|authority|centre|center|body|council)|regulator|watchdog)|better business bureau|(?:hear|letter) from the (?:consumer|complaints) (?:office|authority|body)|(?:complain|complaining|go|going|turn) to the (?:regulator|consumer office|authorities)',
      '(?:bank|card company|paypal) (?:will|is going to|can) (?:reverse|dispute|claim back|recall) (?:the|this|my)|disput(?:e|ing) (?:the|this|my) (?:charge|payment)|(?:write|post|tell everyone|tell everybody)(?: \\w+){0,3} (?:about (?:this|you) )?on (?:trustpilot|google|yelp|facebook|twitter|reddit|social media|every review site)|review sites? will|tell everybody (?:online|on the internet)|(?:newspapers?|press|media) (?:will|would) (?:love|like|hear|be interested)',
      '(?<!what is (?:an? )?)charge ?back(?! (?:policy|process|fee))|disput(?:e|ing) (?:this|every|all|these) (?:charges?|payments?|transactions?)',
      "(?:i(?:'ll| will|'m going to)|i am going to|or i|gonna) (?:call|contact|tell|go to|involve) (?:my |the )?(?:bank|credit card company|card issuer|police|regulator|press|media|newspapers?)",
      '(?:calling|contacting|going to) (?:the )?(?:police|regulator|press|media|newspapers)',
      'report(?:ing)? (?:you|this company)|(?:leave|leaving|post|posting|write|writing) (?:you )?(?:an? |the )?(?:bad|negative|terrible|honest|(?:one|1|zero|0)[- ]star|horrible|scathing) reviews?|(?:one|1|zero|0)[- ]stars? (?:review|rating from|for you|from me|service)|giv(?:e|ing) (?:you|this|them) (?:one|1|zero|0) stars?',
      '(?:formal|official) complaint|(?:file|make|lodge|filing|making) a complaint(?! form)',
      '(?:tell|warn|telling|warning) (?:everyone|everybody|all my friends)',
      "(?:i'm|i am|im|i'll be|we're|we are) (?:just |so |all |definitely |probably |seriously )?(?:{gone})",
      '(?:take|taking|took) (?:my|our) (?:business|custom|money) elsewhere',
      '(?:los(?:e|t|ing)|lost) (?:a |me (?:as )?an? |us as |my )(?:loyal |good |paying )?(?:customer|business|custom)',
      'never (?:again|(?:use|using|buy|buying|order|ordering|shop|shopping|fly|flying|book|booking|recommend|deal|dealing|be back|renew)(?: \\w+)? (?:you|with|from|here|this|anything|again|company))',
      'last time (?:i|we) (?:will )?(?:ever )?(?:use|buy|order|shop|fly|book|deal)',
      "(?:or|otherwise|else|unless you \\w+ \\w+),? (?:then )?i(?:'ll| will|'m going to| am going to) (?:cancel|leave|switch|call|report|sue|dispute|go)",
      'cancel(?:ling)? (?:everything|it all|all of it)',
      'close (?:my|the) account (?:right )?(?:now|immediately|then|at once)',
      "(?:^|[.!?,;] ?|(?:i'm|i am|im|i'd|we're|we are|i'll|i will|we'll|we will|rather|let's|gonna|going to|want to|have to|better|then|and|or|time to|think(?:ing)? (?:of|about)|consider(?:ing)?) (?:all |now |just |definitely |probably |simply |soon ){0,2})(?:going|go|switch|switching|moving|move) to {rival}(?!'| (?:account|card|branch|day|location|address|order|bag|department|size|colou?r|one of you|of yours|town))",
    ],
  },
  'giving-up': {
    any: [
      "forget (?:it|about it)(?! i)(?!\\W+(?:thanks|thank you|that(?:'s| is| was| will be| would be) all)(?! for))|i(?:'m)? (?:give|giving|gave) up|what(?:'s| is) the (?:use|point)|(?:there is |there's |its |it's )?no (?:use|point)(?! (?:of|for))",
      "(?:total |complete |big |huge |such a )?waste of (?:my |everyone's |our )?(?:\\w+ )?(?:time|money)|wast(?:ing|ed) (?:my|our) time",
      "(?:this|that|it|you|which|these|bot|chat|answers?|service|app|site|links?)(?: is| are| was| were|'s|'re)? {bad}",
      "(?:doesn't|doesnt|didn't|didnt|does not|did not|isn't|not) (?:even )?help(?:ing|ful|ed)?(?: (?:me|at all|much|one bit|either))",
      "fed up(?! (?:of|with) (?!you|this|your|waiting|it|all|being))|sick and tired|(?:so |really )?(?:sick|tired) of (?:this|your|you|waiting|being|it|all)|had (?:it|enough)(?: of| with|[.!]|$)|enough is enough|(?:that's|i've had) enough",
      "can't (?:take|do|deal with|be bothered with) (?:this|it) any ?more|beyond a joke|lost (?:my )?patience|out of patience|at (?:my|the) (?:wits?'? end|end of my)|los(?:e|ing) (?:my )?(?:patience|mind)|driving me (?:crazy|mad|insane|nuts|up the wall)",
      "(?<!(?:when|after|once|until|till|before|if) )i(?:'m| am) (?:so )?done(?: (?:here|with (?:this|you))|[.!]|$)",
      'this is (?:ridiculous|rediculous|unacceptable|a joke|absurd|insane|pathetic|getting (?:nowhere|ridiculous|old)|going nowhere|not working for me)',
      'why (?:do i|am i) even (?:bother|try)',
      "you (?:have |'ve )?(?:still |just |simply )?(?:robbed|cheated|scammed|conned|ripped off) (?:me|us)|(?:ffs|for (?:fuck|god|heaven|christ|pete)'?s sake),? (?:where|what|why|when|how|just|answer)",
      "(?:this|that|it|you|they|your \\w+|(?:this|that|the|these|those) \\w+)(?: is| are| was| were|'s|'re) (?:all |just |such |nothing but )?(?:an? )?(?:absolute |complete |total |utter |bad |sick )?(?:joke|farce|disgrace|scam|rip ?off|shambles|nightmare|circus|disaster)",
      '(?:never|not) (?:once )?(?:been|be|felt|seen|had|experienced|met|heard of) (?:treated )?(?:so|such|this|anything so|a worse|worse)',
      '(?:talk|talking|speak|speaking|like talking) to a (?:brick )?wall|(?:getting|going|got|gets|get) (?:us |me |you )?nowhere',
    ],
    whole: [
      '(?:oh |just |ok |fine |ugh+,? )?(?:never ?mind|nvm|whatever|forget (?:it|this)|omg|ffs|ugh+|a+rgh+|oh come on|come on|seriously|unbelievable|give me a break|i quit|leave it|drop it)(?: then)?',
    ],
  },
  'not-understood': {
    any: [
      "(?:that's|that is|thats|it's|its|this is|that was|was) not (?:even )?(?:what|the question|my question|the answer|an answer)|(?:isn't|isnt|wasn't|wasnt) (?:even )?(?:what i|the question|my question)|not what i(?:'m| am| was)? ?(?:ask|mean|said|say|want|need|look)\\w*",
      "(?:didn't|didnt|did not|doesn't|doesnt|does not|not|haven't|hasn't|never) (?:even |actually |really |answering |answered )?(?:answer(?:ed|ing)? (?:my|the|me|it|any)|address(?:ed|ing)? (?:my|the)|read (?:my|what|it|the message)|listen(?:ed|ing)?)",
      "you(?:'re| are)? (?:clearly |just |still |obviously |really )?(?:don't|dont|do not|didn't|not|aren't) (?:even |really )?(?:understand(?:ing)?|listen(?:ing)?|get(?:ting)? (?:it|me|what)|read(?:ing)?)",
      '(?:did|do|can|could|will|would) you (?:even|actually) (?:read|listen|understand)|(?:are|were) you (?:even|actually|really) (?:reading|listening|there|human)|is (?:any ?one|any ?body) (?:even |actually )?(?:reading|listening)',
      '(?:wrong|irrelevant|unrelated) (?:answer|article|link|reply|topic)|nothing to do with (?:my|what|it)|that makes no sense|(?:you|bot) (?:misunderstood|misunderstand)',
      "that(?:'s| is)? (?:not|isn't) (?:it\\b|helpful|relevant|related)",
    ],
  },
  profanity: {
    any: [
      'f+u+c+k+\\w*|f[*#@u]+c?k\\w*|wtf|ffs|stfu|s+h+i+t+\\w*|sh[*!1]t\\w*|bull ?shit|crap(?:py)?|arse(?:hole)?|ass(?:hole|hat)s?|bastards?|bitch\\w*|piss(?:ed)? off|bloody|god ?damn\\w*|damn(?:ed|it)?|dick(?:head)?s?|idiots?|idiotic|morons?|moronic|imbeciles?|stupid|dumb(?:ass)?|screw (?:you|this)|go to hell|what the hell|bollocks|wank\\w*|suck(?:s|ed)?(?! (?:it )?up)',
    ],
  },
  sarcasm: {
    any: [
      '(?:thanks|thank you|thx|cheers)(?: a lot| so much)? for (?:{meanThanks})',
      '(?:oh|wow|ah|yeah|yay|well|gee),? (?:just )?(?:(?:{great})|joy|how (?:nice|helpful|lovely|wonderful|useful|convenient)|good job)[,.!]*(?: just)?(?: (?:another|more|the same|again|so now|now (?:i|it|my)|just what))',
      '(?:{superb})[,.!]* (?:another|yet another|the same|so now|now (?:i have to|i get to|we have to|(?:it|my \\w+|the \\w+|that|everything)\\b.{0,40}(?:\\w+n.t|not|gone|broken|worse|again|stopped|crash\\w*|late|lost|fails?|dead))|more (?:waiting|robots?|bots?|excuses)|just (?:great|what i|perfect)|one more(?! (?:thing|question|quick|request|item))|still (?:no|nothing))',
      'exactly what i (?:was hoping|wanted|needed|always wanted)(?: for)?(?: ?[.!]|$)|just what i needed(?: today)?[,.!]',
      '(?:{great}) (?:{work})[,.]* (?:losing|breaking|ignoring|as (?:always|usual)|not$|not[.!]|you lost|again)',
      'way to (?:go|treat|lose|ruin|run|keep)(?: \\w+)?,? (?:a|you|your|my|losing|customers?|guys|company|business)',
      '(?:so|very|really|how|super|incredibly) (?:helpful|useful|informative|convenient|professional)[,.]* (?:as (?:always|usual)|not$|not[.!]|thanks for)|how (?:very )?(?:helpful|useful|convenient|original|surprising)[.!]*$',
      'as (?:usual|always),? (?:no|nothing|useless|brilliant)|(?:brilliant|great|useless|nothing|no answer),? as (?:usual|always)',
      "(?:yeah|yea),? right(?:,? (?:just|like|because|and)|[.,!]|$)|(?:yeah|yea|oh|ah),? (?:sure|right),? (?:like (?:that|you|anyone|anybody|hell|it)|as if|because (?:that|you|it|this)|cos (?:that|you|it)|just like)|as if that(?:'s| is| will| would| ever)|(?:yeah|oh),? sure[,.!]* (?:another|i'?ll? (?:just )?(?:wait|hold)|that (?:will|would|worked|helps?|'ll))",
      'wow,? just wow|(?:so|very|really) (?:glad|happy|pleased|lucky) (?:that )?(?:i|we) (?:pay|paid|bought|chose|choose|waited|trusted)',
      "keep up the bad work|(?:glad|nice|good|great) to (?:know|see|hear) (?:that )?(?:you|nobody|no one|my) (?:don't|doesn't|can't|won't|money|time)",
      '(?:slow|round of) (?:clap|applause)|what a (?:surprise|shock(?:er)?)|such a surprise|colou?r me (?:surprised|shocked)|(?:always|such) a pleasure to wait',
      '(?:i )?(?:just )?love (?:waiting|being (?:ignored|on hold)|how you|talking to (?:robots?|bots?|machines?|walls?)|repeating)|my favou?rite part',
      "(?:real|true) genius(?:es)?|bravo,? |you(?:'ve| have) outdone yourselves|what a (?:joke|circus|clown show)",
    ],
  },
  thanks: {
    any: [
      'thank(?:s| you|you)(?! a lot for (?:{meanThanks}))(?!(?: so much)? for (?:{meanThanks}))|thx|tysm|cheers|appreciate (?:it|that|your|the)|much appreciated',
      '(?:that|it|this)(?: has| just)? (?:worked|works|helped|helps|did it|did the trick|solved it|fixed it|was (?:quick|fast|helpful))(?! (?:until|before|yesterday|last|only|for (?:a|two|some)|but|fine (?:until|before|yesterday)))',
      "you(?:'re| are) (?:a star|the best|awesome|great|a lifesaver|amazing)|problem (?:is )?solved|(?:works|working) (?:now|perfectly|great|like a charm)|the fix worked",
    ],
  },
};

export const politeness =
  'please|pls|could you|would you|may i|could i|kindly|excuse me|good (?:morning|afternoon|evening|day)|hi there|dear';

/** A problem, told calmly: a reason to help, not yet a reason for a person. */
export const troubles =
  "(?:doesn't|doesnt|don't|dont|does not|do not|didn't|did not|won't|wont|will not|isn't|isnt|is not|not|never) (?:even |really |actually |yet )?(?:work(?:s|ed|ing)?|open(?:s|ed|ing)?|load(?:s|ed|ing)?|start(?:s|ed|ing)?|appear(?:s|ed|ing)?|show(?:s|ed|ing)?(?: up)?|arriv(?:e|es|ed|ing)|receiv(?:e|ed)|come|connect(?:s|ed|ing)?|possible|available|accept(?:s|ed|ing)?|let me|change|recogni[sz]e|get(?:ting)? (?:it|the|any|my))|(?:can't|cant|cannot|can not|could not|couldn't|unable to|not able to|can no longer) \\w+|no longer|nothing (?:happen(?:s|ed)|change[sd]|works)|error|(?:a|the|my|have|having) (?:problems?|issues?|trouble)|went wrong|stuck|broken|missing|disappeared|frozen|freezes|crash(?:es|ed|ing)?|without success|no (?:success|luck|change)|still (?:the same|not|no|can't|doesn't|hasn't|nothing)|unfortunately|too bad|what a (?:pity|shame)|again";
