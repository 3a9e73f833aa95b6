/** Danger, fraud, distress, urgency and vulnerability in English. One line a way; `{kin}` and the like: see lists.ts. */
import type { Told } from './told.js';

export const english: Told = {
  tongue: 'en',
  stems: {
    danger: `coll pass fire flam smok burn gas leak mono shoc elec zap zapp swal ate eate dran drun inge choc chok alle anap thro whee swel swol hive rash brea suff blee unco resp scal cut hurt inju brok shar fell fall slip trip came tipp crash topp drop hosp ambu melt spar expl blew blow buzz bulg over hot sock kill stab shoo thre atta assa hit beat rape stal pois fume dizz fain`,
    'self-harm': `hurt disa kill end endi suic aliv live exis die dead reas harm cutt pill tabl miss over`,
    fraud: `take brok chan used usin hack comp stol hija clon skim stra some logg orde purc paym char tran with reco unau frau iden wasn was pin link scam defr phis conn mone spen`,
    distress: `died pass fune buri crem lost losi loss misc stil grie bere mour late dece ashe desp tear cryi sobb terr scar hear deva rope teth apar hope pani cope beg begg help food`,
    urgency: `urge asap hurr need must have leav fly flig wedd exam inte part birt mov stan freez free`,
    vulnerability: `blin deaf disa impa sigh whee auti dysl para elde frai illi deme alzh nurs care scre lear pens park read writ walk hear engl <num`,
  },
  ways: {
    danger: [
      "(?:is|was|are|were|it's|its|went|still|already|now) (?:now |already |still |all )?on fire",
      'on fire and|(?:catch|caught|catches|catching|took|takes) (?:on )?fire|set (?:itself|my \\w+|our \\w+|the \\w+) on fire|burst(?:s|ing)? into flames|(?:in|up in) flames|flames (?:are |is |were )?(?:com\\w+|shoot\\w+|out)|(?:{thing}) (?:is|are|was|started|starts) burning',
      'smoke (?:is |was )?(?:coming|pouring|everywhere|out of|from)|(?:is|started|starts|keeps|was) smoking(?! (?:allowed|permitted|ok|area|rooms?))|(?:with|full of) smoke|burning smell|smell(?:s|ed|ing)? (?:of |like )?burn(?:ing|t)',
      'smell(?:s|ed|ing)? (?:of |like )?gas|gas (?:is |was )?(?:leak(?:s|ed|ing)?|smell|escaping|coming out)|leak(?:s|ed|ing)? gas|(?:monoxide|smoke|gas|co) (?:alarm|detector) (?:is |has |keeps |just )?(?:going|gone|went|ringing|beeping|sounding)',
      '(?:an|a|some|the)? ?electric(?:al)? shocks?|electrocuted|(?:got|gave|gives|had|get|getting) (?:me |him |her |us )?(?:an? |bad |nasty )*(?:shock|jolt) (?:from|off|when|of)|(?:got|was|been) zapped',
      '{someone} (?:(?:has|have|just|may have|might have|probably) )*(?:swallowed|swallowing|swallows)|(?:ate|eaten|drank|drunk|ingested|drinking|eating) (?:\\w+ ){0,4}(?:batter(?:y|ies)|magnets?|pills|bleach|cleaner|descaler|detergent|oil|glue|paint|poison|beads?|coins?|capsules?|chemicals?|thinner|fluid)',
      'allergic reaction|anaphyla\\w+|throat (?:is )?(?:closing|swell\\w*|tight\\w*)|wheez(?:es|ing|ed)|(?:face|lips?|tongue|throat|mouth|eyes?) (?:is|are|has|have|started)? ?(?:\\w+ )?(?:swell(?:ing|s|ed)|swollen)|(?:eyes|skin|throat|face|lungs?) (?:is|are|was) burning|(?:hives|rash) (?:all over|everywhere|since|after)|allergic and (?:\\w+ )?(?:ate|eaten|had|drank|used)',
      "(?:can't|cant|cannot|can not|couldn't|hard to|struggling to|struggles to|unable to|not|stopped|trouble|barely|properly) breath(?:e|ing)|(?:is|am|are|'s|was|started|keeps) (?:choking|suffocating|bleeding|unconscious|convulsing)|choking on|it is bleeding|bleeding (?:a lot|badly|heavily)|(?:is|was|he's|she's) not responding(?! to)|(?:he|she|i|has|have|just) passed out|collapsed (?:and|on|from|after|in)",
      '(?:burn(?:ed|t)|scald(?:ed)?|cut|hurt|injured|broke|sliced|crushed|smashed) (?:my|his|her|our|their) (?:\\w+ )?(?:{body})|(?:burn(?:ed|t)|scalded|injured|hurt) (?:myself|himself|herself|my (?:{kin}))|cut (?:myself|himself|herself) (?:badly|on|with)|(?:got|been|was|were|get) (?:badly |seriously )?(?:burn(?:ed|t)|scalded|injured|hurt|electrocuted)(?! by)|(?:got|was) burn(?:ed|t) by|scalded|(?:my|his|her) (?:{body}) (?:is|may be|might be|could be) broken|hit (?:his|her|my|their) head|hit my (?:{kin})',
      '{someone}(?: (?:has|have|had|just|nearly|almost|slipped and|tripped and)){0,2} (?:fell|fallen|falling|slipped|tripped) (?:off|from|down|over|on|into|through)|(?:fell|fallen|falling|came down|collapsed|tipped(?: over)?|crashed|dropped|toppled) (?:down )?(?:on|onto|on to|over on) (?:top of )?(?:me|him|her|us|my (?:\\w+ )?(?:{body}|{kin})|(?:his|her|our) (?:{body}|{kin}))(?! (?:plate|phone|order|mind))|shards? in|(?:to|in|at) (?:the )?(?:hospital|a&e|er|emergency room) (?:because|from|after|with|since)|(?:ambulance|paramedics?) (?:is|are|was|on|had|has|came)|call(?:ed|ing) an ambulance',
      '(?:{wired})\\b.{0,25}? (?:melt(?:s|ed|ing)?|spark(?:s|ed|ing)?|explod(?:es|ed|ing)|blew up|blown up|smok(?:es|ing|ed)|swell(?:s|ing|ed)?|swollen|bulg(?:es|ing)|overheat(?:s|ed|ing)|(?:really|very|extremely|too|burning|so) hot|burning|burnt|on fire)|sparks? (?:are |is |were |keep |keeps )?(?:fly\\w*|com\\w+|shoot\\w*)|(?:it|just|has) (?:exploded|blew up)|blew up in|water\\b.{0,25}? (?:live )?(?:socket|plug|outlet|electrics?|fuse ?box)',
      "(?:he|she|they|man|guy|boyfriend|girlfriend|husband|wife|neighbou?r|driver|courier|ex|somebody|someone|who|person)\\b.{0,25}? (?:kill|hurt|stab|shoot|threaten|attack|assault|rape|stalk|grab|punch|beat)(?:s|ed|ing)? (?:me|us|my (?:{kin}))|threaten(?:ing|ed|s) (?:me|us|to (?:kill|hurt|hit))|(?:driver|courier|man|he|she) (?:hit|punched|pushed|grabbed|attacked|touched) (?:me|us|my (?:{kin}))|(?:i'll|i will|i'm going to|gonna) (?:kill|stab|shoot|hurt|burn) (?:you|him|her|them|someone|somebody|everyone)",
      '(?:someone|somebody|people|a child) (?:is|are) going to (?:get )?(?:hurt|killed|die|be hurt)|(?:faint|dizzy|sick|unwell|ill|nauseous)\\b.{0,15}? (?:from|after|because of|with) (?:the |your |that )?(?:\\w+ )?(?:fumes|gas|spray|smell|heater|varnish|glue)|food poisoning|(?:been|was|got|is) poisoned',
    ],
    'self-harm': [
      'kill(?:ing)? (?:myself|himself|herself|themselves)|(?:end|ending|take|taking) (?:my|his|her) (?:own )?life|end(?:ing)? it all|suicidal|(?:commit|about|of|attempt\\w*) suicide|self[- ]harm\\w*',
      "(?:don't|dont|do not|no longer|not) (?:really |even )?(?:want|wish|like) to (?:be alive|exist|wake up|go on living|live(?! (?:with|in|near|next|here|there|at|on|without)))|don't want to be here any ?more",
      '(?:want|wish|going|rather|ready) to die|wish i (?:was|were) dead|better off dead|better off without me|(?:no|any) reason (?:for me )?to (?:go on|live|be alive|keep living)|nothing (?:left )?to live for',
      '(?:hurt|hurting|harm|harming|cut|cutting) myself(?! (?:badly |on|with|when|while|off|out|some|a))|(?:took|taken|swallowed) all (?:the|my|of my|his|her) (?:pills|tablets|meds|medication)(?! back)|overdosed?|disappear forever|(?:nobody|no ?one) would (?:even )?miss me',
    ],
    fraud: [
      "(?:account|e-?mail|card|profile|login|identity)s? (?:(?:was|is|has|have|been|got|just|might|may|be|were) ){0,3}(?:hacked|compromised|stolen|taken over|hijacked|broken into|cloned|skimmed)|hack(?:ed|ing|er)? (?:into )?my|i(?:'ve| have| was| got|'m)? (?:been )?hacked(?! together)",
      '(?:{stranger})\\b.{0,25}? (?:using|used|uses|order(?:s|ed|ing)|buy(?:s|ing)|bought|logged|got in(?:to)?|accessed|spend(?:s|ing)|spent|stole|opened|changed|shopping)\\b.{0,30}? (?:(?:my|our) (?:\\w+ )?(?:cards?|accounts?|money|credit|bank|name|identity|password|details|e-?mail)|an account with you)|(?:someone|somebody)(?: else)? (?:is|was|has) (?:logged in|in my account|buying things|ordering (?:on|with|from))|stole my (?:identity|card|details|data|account|wallet)',
      "(?:orders?|purchases?|payments?|charges?|transactions?|withdrawals?)\\b.{0,25}? (?:i|we) (?:did not|didn't|didnt|never|have not|haven't) (?:make|made|plac(?:e|ed)|authori[sz]ed?|order(?:ed)?|bu?y|bought|done?|approved?|agree)",
      "(?:charged|billed|debited|money)\\b.{0,45}? (?:i|we) (?:never|didn't|didnt|did not|have not|haven't|am not|'m not)(?: ever)? (?:bought|buy|order(?:ed)?|a customer|shopped|used|authori[sz]ed?)|money keeps (?:leaving|going|disappearing)|i am not (?:even )?a customer",
      "(?:don't|dont|do not|didn't|cannot|can't) recogni[sz]e (?:this|the|that|these|those|a|any|your|one) (?:\\w+ ){0,2}(?:charges?|payments?|transactions?|orders?|purchases?|withdrawals?|debits?|amount)|unauthori[sz]ed|fraudulent|identity theft",
      "(?:order|orders|ordered|placed|changed|password|logged|payment|bought)\\b.{0,40}? (?:it|that) (?:was not|wasn't|wasnt) me|my (?:\\w+ )?card (?:was|has been|got|is) (?:stolen|cloned|used (?:by (?:someone|somebody)|here|on|without))|card was used\\b.{0,25}? without",
      '(?:clicked|pressed|opened|followed)\\b.{0,30}? link\\b.{0,60}? (?:card|bank|details|password|pin)|(?:gave|given|told|sent|entered|typed)\\b.{0,15}? (?:pin|password|card (?:details|number)|bank details|code)\\b.{0,45}? (?:man|caller|someone|somebody|phone|fake|scam\\w*|pretend\\w*|from your company)|(?:been|got|was|just|getting) (?:scammed|defrauded|phished|conned)',
    ],
    distress: [
      "(?:{kin}) (?:has |have |had |just |recently |suddenly |both )*(?:died|passed(?: away)?(?= |$|[.,!])|is dead|is dying)|passed away|(?:the|his|her|my|our|\\w+'s) (?:funeral|burial|cremation)(?! (?:flowers|cards?|section))|funeral (?:is|was) ",
      "(?:lost|losing|loss of|lose) (?:my|our|his|her|the|a) (?:unborn |little )?(?:{close})(?!'|-| (?:monitor|blanket|carrier|toy|toys|clothes|bottle|seat))|miscarri\\w+|stillb(?:irth|orn)|griev(?:e|ing)|bereave\\w+|(?:in|are|am) mourning|(?:late|deceased) (?:{kin})|(?:his|her|\\w+'s|the) ashes",
      "(?:i'm|i am|im|we're|we are|am|are|feel|and) (?:\\w+ )?(?:desperate|in tears|crying|sobbing|terrified|(?:so|really|very) (?:scared|afraid|frightened)(?! of)|scared (?:he|she|they|that he)|heartbroken|devastated|hopeless|falling apart|suffering)|everything is falling apart|(?:losing|lost) (?:all )?hope|end of my (?:rope|tether)|having a panic attack|panic attack over|(?:only|just) cry(?:ing)?(?= |$|[.,!])",
      "(?:can't|cant|cannot|can not) (?:cope|go on|take (?:it|this|much)(?: any)? ?more|do this any ?more|stop crying|bear)|(?:have|has|got) (?:nobody|no one|noone)(?=$|[.,!])|no money (?:left )?(?:for|to) (?:food|rent|eat|buy food|feed)",
      '(?:could|can|would|will) (?:somebody|someone|anybody|anyone) (?:please )?help (?:me|us)(?= ?(?:$|[.,!?]|please|now|because|before|or|and (?:my|i|the|it)|today|tonight|here|i|it|my|we|the))|please,? please|(?:i|we) (?:really )?beg (?:you|of)|begging (?:you|anyone|someone)|(?:for god.?s sake|i beg you),? (?:please )?help',
    ],
    urgency: [
      "(?:need|needed|must|have to|has to|got to)\\b.{0,40}? (?:{near})|(?:(?:it|this|that|is|it's|very|really|so|extremely|quite|pretty|the matter is) urgent(?:ly)?(?! (?:order|case|care))|urgent ?[!.:,]|urgently need|asap|please (?:hurry|be quick|be fast)|hurry (?:up )?(?:please)?(?=$|[.,!]))",
      "(?:fly|flying|leave|leaving|travel|move|moving|flight|wedding|exam|interview|party|birthday|holiday|christening|graduation|ceremony)\\b.{0,25}? (?:{near}|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\\b.{0,60}? (?:not|no|n't|hasn't|isn't|missing|need|nothing|still|without)|(?:{near})\\b.{0,50}? (?:is not here|isn't here|not arrived|hasn't (?:come|arrived)|nothing (?:came|has come)|there is no (?:gift|dress|cake))",
      '(?:plumber|electrician|builder|fitter|guests?|removal men|movers) (?:is|are) (?:standing |waiting |already )*here|(?:no|without) heating|freezing tonight',
    ],
    vulnerability: [
      "(?:i'm|i am|im|he is|she is|he's|she's|(?:{kin}) is|(?:{kin})'s) (?:\\w+ )?(?:blind|deaf|disabled|visually impaired|partially sighted|hard of hearing|in a wheelchair|bedridden|housebound|autistic|dyslexic|paraly[sz]ed|elderly|frail|illiterate)",
      "(?:i'm|i am|im|he is|she is|he's|she's|(?:{kin}) is|pensioner of|aged) (?:7[0-9]|8[0-9]|9[0-9]|10[0-9])(?! ?(?:cm|mm|kg|%|percent|euros?|pounds|minutes|miles|km|inches|in line|pages|items))",
      "dementia|alzheimer'?s?|dyslexi[ac]|screen ?reader|(?:in|of|at|from|into) (?:a|the|our|his|her) (?:nursing|care|retirement) home|learning (?:disability|difficult\\w+)|(?:have|has|with) (?:a |my )?disabilit\\w+|as a pensioner|(?:i|we) am a pensioner|parkinson'?s|(?:in|use|using) (?:a|my|his|her) wheelchair",
      "can(?:'t|not|t| not) (?:read|write)(?: (?:and|or) write)?(?=$|[.,!]| very| well| english| properly| or| the small)|can(?:'t|not|t) walk(?! (?:in|into|to your|there))|(?:don't|dont|do not|can't|cannot) (?:read|speak|understand) english",
    ],
  },
};
