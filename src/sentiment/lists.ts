import { turn } from './states/turns.js';

/** Lists that phrases share; each is the inside of a group. */
export const lists: Readonly<Record<string, string>> = {
  who: 'person|human(?: being)?|agents?|rep|representative|advis[eo]r|operator|manager|supervisor|team leader|someone|somebody|anyone|anybody|staff|employee|colleague|customer (?:service|care|support)|support (?:team|agent|person|staff)|live (?:chat|support|agent)',
  real: '(?:(?:real live|real|live|actual human|actual|human|proper|different|competent|other|senior|higher) )?',
  nth: 'second|third|fourth|fifth|sixth|tenth|2nd|3rd|[4-9]th|[0-9]{2}th|nth|umpteenth|hundredth|millionth',
  time: '(?:[0-9]+|an?|two|three|four|five|six|seven|eight|nine|ten|several|many|few|couple of) ?(?:hours?|hrs?|days?|weeks?|months?|years?)',
  bot: '(?:stupid |dumb |useless |damn |fucking )?(?:bots?|robots?|machines?|computers?|chat ?bots?|automated \\w+)',
  bad: '(?:completely |totally |absolutely |so |utterly |really |just )?(?:useless|pointless|hopeless|no help|not help(?:ing|ful)|unhelpful|no use|worthless)',
  great:
    'great|wonderful|fantastic|brilliant|awesome|lovely|perfect|super|excellent|amazing|terrific|stellar|impressive|outstanding|nice|good|top notch',
  superb: 'great|wonderful|fantastic|brilliant|awesome|lovely|perfect|super|excellent|amazing|terrific|stellar',
  work: 'job|work|service|support|customer (?:service|care|support)|communication|timing|system|response',
  rival:
    '(?:a|your|another|one of your|the) (?:competitors?|competition|(?:other |different |better )?(?:company|provider|bank|shop|store|supplier|carrier|airline|network|insurer|service))',
  gone: "leaving (?:you|your \\w+|this (?:company|bank|provider|service|shop)|for (?:good|another|a competitor))|switching (?:to another|to a|provider|company|away|banks?)|cancell?ing (?:my|everything|this|all|the) ?(?:\\w+ )?(?:and|if|unless|because|right now|immediately|subscription|contract|account|membership|order|plan|[.!])|going to (?:leave you|switch)|gonna (?:leave you|switch)|taking my (?:business|money|custom)|done with (?:you|this company|y'all)",
  meanThanks:
    'nothing|wasting|ruining|ignoring|losing|breaking|hanging up|leaving me|making me|keeping me|the (?:delay|runaround|wait|lack|non|useless)',
  clause: "(?:(?! (?:but|so|that's why|which is why|and (?:now|you|your)) )[^.,;!?]){0,80}",
  theirs:
    '(?:old|previous|last|former|prior|ex|other) (?:provider|supplier|company|bank|carrier|operator|shop|store|vendor|host|insurer|network|phone|app|one|place|job|boss|landlord|subscription)|(?:neighbou?r|boss|landlord|ex|sister|brother|mother|mum|mom|father|dad|husband|wife|son|daughter|kid|kids|dog|cat|friend)',
  own: 'keyboard|phone|autocorrect|auto-correct|typos?|laptop|cat|dog|weather|traffic|virus|cold|flu|alarm|mondays?|me|eyes|fingers|thumbs|battery|printer|wifi|memory',
  // states beside frustration: see states/
  /** Where a clause begins: what takes all of it is tried there alone. */
  begin: '(?<=^|[.,;!?])',
  kin: 'son|daughter|kid|kids|child|children|baby|toddler|boy|girl|wife|husband|partner|mother|mum|mom|mama|father|dad|papa|parents|sister|brother|grand(?:ma|pa|mother|father|dad|son|daughter)|gran|granny|nan|grandad|friend|girlfriend|boyfriend|uncle|aunt|cousin|colleague|neighbour|neighbor|dog|cat',
  close:
    'baby|babies|child|son|daughter|husband|wife|partner|mother|mum|mom|father|dad|brother|sister|twins?|pregnancy|grandmother|grandfather|grandma|grandpa|best friend|dog|cat',
  body: 'hand|hands|finger|fingers|thumb|arm|arms|leg|legs|foot|feet|toe|face|eye|eyes|head|neck|back|knee|skin|mouth|wrist|ankle|shoulder|rib|ribs|nose|lip',
  wired:
    'plug|plugs|socket|cable|cord|charger|adapter|adaptor|battery|batteries|battery pack|power ?bank|extension lead|lead|wire|wires|wiring|outlet|lamp|bulb|kettle|toaster|heater|fridge|freezer|oven|blanket|iron|hairdryer|laptop|phone|scooter|e-?bike|router|vape|boiler|stove|hob',
  thing:
    'lamp|carpet|curtain|curtains|sofa|kitchen|house|flat|room|table|bed|toaster|kettle|heater|oven|stove|candle holder|plug|cable|charger|battery|wall|it|fridge|scooter|tv|rug|blanket',
  someone:
    '(?:i|he|she|we|they|(?:my|our|the|his|her) (?:\\w+ )?(?:son|daughter|kid|kids|child|children|baby|toddler|boy|girl|wife|husband|partner|mother|mum|mom|mama|father|dad|papa|parents|sister|brother|grand(?:ma|pa|mother|father|dad|son|daughter)|gran|granny|nan|grandad|friend|girlfriend|boyfriend|uncle|aunt|cousin|colleague|neighbour|neighbor|dog|cat))',
  stranger:
    "someone|somebody|a stranger|stranger|strangers|a thief|thieves|hackers?|a hacker|my ex|ex[- ](?:husband|wife|boyfriend|girlfriend|partner)|another person|a man|a woman|they|people i don't know",
  near: 'today|tonight|tomorrow|this (?:morning|afternoon|evening)|in (?:an?|one|two|three|four|five|a few|half an|[0-9]+) (?:hours?|minutes?|mins?|hrs?)|(?:within|for) the hour|by (?:noon|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|the morning)|right (?:now|away)|immediately|at once',
  sache:
    '(?:die|das|der|mein(?:e|er)?|unser(?:e|er)?) (?:\\p{L}+ )?(?:lampe|teppich|vorhang|haus|wohnung|küche|bett|sofa|toaster|stecker|kabel|akku|herd|heizung|zimmer|decke|gerät|ladegerät|ofen|kocher)',
  /** The rest of one thing that is told. */
  rest: `[^.,;!?${turn}]*`,
  /** Somebody near, or it is so by now: what might be is so. */
  actual:
    '[^.;!?]*(?<!\\p{L})(?:(?:my|our|mein(?:e|en|er|em)?|unser(?:e|en)?) (?:{kin}|sohn|tochter|kind|mann|frau|mutter|vater)|(?:right|just) now|now(?=$|[.,!?])|at the moment|already|(?:has|have|i|it) just|gerade|jetzt|soeben|(?:smoke|gas|flames?|sparks?|water|blood) (?:is |are |keeps )?(?:coming|pouring|leaking|flying|shooting|escaping|dripping|everywhere)|(?:my|our) (?:\\w+ )?(?:{wired}|{thing}) (?:is|are|has|have|was|just|keeps|started|caught|smells)|(?:mein|unser)(?:e|er|en|em)? (?:\\p{L}+ )?\\p{L}+ (?:brennt|raucht|qualmt|schmilzt))',
};
