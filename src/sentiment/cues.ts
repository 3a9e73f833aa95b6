/** Plain acts in a message: asking for a person, threatening to leave, giving up. One row a way of doing it. */
import type { Cue } from '../conversation/index.js';
import type { Sign, Span } from './signs.js';
import { inside } from './asides.js';

interface Row {
  readonly cue: Cue;
  readonly pattern: RegExp;
}

const who =
  '(?:person|human(?: being)?|agents?|rep|representative|advis[eo]r|operator|manager|supervisor|team leader|someone|some ?body|anyone|any ?body|staff|employee|colleague|people|customer (?:service|care|support)|support (?:team|agent|person|staff)|live (?:chat|support|help))';
const real = '(?:(?:real|live|actual|human|proper|different|competent|other|senior|higher) ){0,2}';
const count = '(?:second|third|fourth|fifth|sixth|tenth|2nd|3rd|4th|5th|6th|nth|umpteenth|hundredth|\\d+(?:th|rd|nd)?)';
const span =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|few|couple of|so many|a) (?:hours?|hrs?|days?|weeks?|months?|years?)';

const rows: readonly Row[] = [
  {
    cue: 'asks-person',
    pattern: new RegExp(
      `\\b(?:speak|talk|chat|connect(?:ed)?|transfer(?:red)?|put (?:me )?through|escalate(?: (?:this|it|me))?|hand(?:ed)? (?:me |this )?over|switch(?:ed)? (?:me )?over|pass(?:ed)? (?:me |this )?(?:on)?|forward(?:ed)? me|get hold|get in touch|reach)(?: me| us| directly)?(?: (?:to|with|of|through to))?(?: (?:an?|the|your|one of your|some|another))? ${real}${who}\\b(?! (?:yesterday|before|earlier|last|who (?:said|told)|on (?:monday|tuesday|friday)))`,
      'iu',
    ),
  },
  {
    cue: 'asks-person',
    pattern: new RegExp(
      `\\b(?:i (?:just |really |only )?(?:want|need|demand|would like|would prefer|prefer)|i'd (?:like|prefer|rather have)|get me|give me|can i (?:have|get)|could i (?:have|get)|let me have|send me|is there) (?:to see )?(?:an?|the|your|some)? ?${real}(?:person|human(?: being)?|agent|representative|operator|manager|supervisor)\\b(?!'s| (?:to|on|in|for|from) (?:my|our|the|your)|-| (?:licen[cs]e|account|seat|role|id|number|name|code|login|portal|dashboard))`,
      'iu',
    ),
  },
  {
    cue: 'asks-person',
    pattern:
      /^\W*(?:(?:a |an )?(?:real |live |actual )?(?:human(?: being)?|person|agent|representative|operator|supervisor|manager|someone real|live (?:chat|support|agent|person))(?: please| now| pls)?|(?:please )?(?:call|phone|ring) me(?: back)?(?: please| now)?)\W*$/iu,
  },
  {
    cue: 'asks-person',
    pattern:
      /\b(?:is (?:there )?(?:any|some) ?(?:one|body) (?:real |there|alive|available|i can)|any(?:one|body) (?:real |human )?(?:there|available)|(?:real|live|actual|flesh and blood) (?:person|human|agent|people) (?:please|now|here|instead|who)|not (?:to )?(?:an? |another |this |the )?(?:stupid |dumb |useless |damn )?(?:bot|robot|machine|computer|chat ?bot)\b|(?:stop|sick of|tired of|done|instead of|rather than|enough of) (?:talking |chatting |speaking |wasting my time )?(?:to |with )?(?:an? |this |the |your )?(?:stupid |dumb |useless |damn )?(?:bots?|robots?|machines?|chat ?bots?))/iu,
  },
  {
    cue: 'repetition',
    pattern: new RegExp(
      `\\b(?:for the |the |my |this is (?:now )?(?:the |my )?)${count} (?:time|attempt|try|message|email|call|request|agent|person)\\b|\\b(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:already |just |now )?(?:said|told|explained|asked|tried|repeated|called|written|wrote|emailed|sent|contacted|given|gave|answered|reported|been (?:told|through))\\b.{0,40}\\b(?:already|before|twice|(?:\\d+|two|three|four|five|several|many|multiple) times|again and again|over and over)\\b|\\bi(?:'ve| have)? (?:already|literally|just) (?:said|told you|explained|answered|gave you|given you|tried (?:that|this|it)|did that|done that)\\b`,
      'iu',
    ),
  },
  {
    cue: 'repetition',
    pattern:
      /\b(?:same (?:useless |stupid |exact |damn |generic |canned |old )?(?:thing|answer|reply|response|link|article|message|question|nonsense|crap|bullshit|story|page|steps?)(?: again| over| every| as before)?|(?:keep|keeps|kept|stop) (?:saying|repeating|asking|sending|telling|giving|going|getting) (?:me |you )?(?:the |that |this |in )?|how many (?:more )?times|over and over|again and again|time and (?:time )?again|as i (?:already )?(?:said|mentioned|explained|told)|like i (?:already )?said|yet another|once (?:more|again) (?:the|you|it|i)|having to (?:repeat|explain)|(?:going|go|run|running) (?:round )?in circles|broken record|you (?:already|just) (?:said|told|asked|sent) (?:me )?that|still (?:not|no|nothing|hasn't|haven't|doesn't|didn't|isn't|can't|won't)\b.{0,30}\b(?:fixed|resolved|answer|work|arrived|refund|received|help|solved|response|reply))/iu,
  },
  {
    cue: 'waiting',
    pattern: new RegExp(
      `\\b(?:wait(?:ed|ing)?|on hold|held up|queue(?:d|ing)?|sat here|sitting here|standing here)\\b.{0,30}\\b(?:${span}|hours|days|weeks|months|ages|forever|so long|too long|all (?:day|week|morning)|since)\\b|\\b(?:for|over|after|past|been|took|taking|more than|nearly|almost) (?:the (?:past|last) )?${span}\\b.{0,25}\\b(?:no|nothing|without|still|waiting|nobody|and)\\b|\\bstill (?:waiting|on hold|no (?:reply|response|answer|refund|news|word|sign|parcel|package|order|delivery))\\b`,
      'iu',
    ),
  },
  {
    cue: 'waiting',
    pattern:
      /\b(?:how (?:much )?long(?:er)? (?:do|must|am|will|does|should|is|are) (?:i|we|this|it) (?:have to|supposed to|need to|going to|expected to|take)?\b.{0,20}\b(?:wait|take|more)|no ?(?:body|one) (?:\w+ )?(?:answers?|replie[sd]|responds?|responded|calls?|called|got back|picks? up|cares?|helps?|helped|answered)|(?:never|nobody|no one) (?:got|called|came|wrote|heard) back|(?:been|being|getting|feel) ignored|ignor(?:e|es|ed|ing) (?:me|my|us|all)|any(?:one|body) (?:even )?(?:there|home|reading|alive|listening)\s*\?|\d+ (?:hours|days|weeks|months)\s*!+|taking (?:forever|ages|so long|too long)|takes (?:forever|ages))/iu,
  },
  {
    cue: 'threat',
    pattern:
      /\b(?:(?:my|a|our) (?:lawyer|attorney|solicitor)|legal (?:action|steps|advice)|(?:take|taking|see) (?:you|this|it|them|u) (?:all )?(?:to|in) (?:small claims |the )?court|(?:will|going to|gonna|i'll|shall|could) sue|suing you|small claims|trading standards|ombudsman|consumer (?:protection|rights|affairs|forum)|better business bureau|\bbbb\b|charge ?back|(?:call|calling|contact|contacting|tell|go to|going to|through) (?:my |the )?(?:bank|credit card company|card issuer|police|regulator|press|media|newspapers?)(?! (?:account|holiday|details|transfer))|dispute (?:the|this|your|every|all) (?:charges?|payments?|transactions?)|report(?:ing)? (?:you|this company|this to)|(?:leave|leaving|post|posting|write|writing) (?:you )?(?:a |the )?(?:bad|negative|terrible|honest|one[- ]star|1[- ]star|horrible) reviews?|(?:one|1|zero|0)[- ]stars?\b|formal complaint|file a complaint|make a complaint|lodge a complaint|(?:tell|warn|telling|warning) (?:everyone|everybody|all my friends|people)|blast you)/iu,
  },
  {
    cue: 'threat',
    pattern:
      /\b(?:(?:i(?:'m| am|'ll| will)|we(?:'re| are|'ll| will)) (?:just |so |all |definitely |probably |seriously )?(?:leaving|switching|moving|gonna (?:leave|switch|cancel)|going to (?:leave|switch|cancel|move)|cancel(?:l?ing)?|closing|taking my (?:business|money)|done with (?:you|this|y'all))(?: (?:to|from|my|everything|the|all|if|unless|and|this|for good)|[.!]|$)(?! (?:house|home|flat|address|apartment|seat|date|room))|(?:take|taking|took) (?:my|our) (?:business|custom|money) elsewhere|(?:los(?:e|t|ing)|lost) (?:a |me |my |us )?(?:as )?(?:a |an? loyal )?(?:customer|business|custom)\b|never (?:again|(?:use|buy|order|shop|fly|book|come|recommend|deal|be back|renew|set foot)\w*)|last time (?:i|we) (?:ever )?(?:use|buy|order|shop|fly|book|deal)|(?:or|otherwise|unless).{0,40}\bi(?:'ll| will|'m going to| am going to)? (?:cancel|leave|switch|call|report|sue|dispute|go)|close (?:my|the) account (?:right )?(?:now|today|immediately|then)|(?:going|go|switch|switching) to (?:a|your|another|one of your) (?:competitors?|other company|other provider))/iu,
  },
  {
    cue: 'giving-up',
    pattern:
      /(?:\b(?:forget (?:it|about it|this)|i(?:'m| am)? (?:give|giving|gave) up|i(?:'m| am) (?:so )?(?:done|out)(?: (?:here|with)\b|[.!]|$)|what(?:'s| is) the (?:use|point)|no (?:use|point)|(?:total|complete|big|huge|such a|utter)? ?waste of (?:my |everyone's |our )?(?:\w+ )?(?:time|money)|wast(?:ing|ed) (?:my|our) time|(?:this|that|it|you|which) (?:is|are|was|were|'s|'re)? ?(?:completely |totally |absolutely |so |utterly |really )?(?:useless|pointless|hopeless|no help|not help(?:ing|ful)|unhelpful|no use|worthless)|(?:doesn't|didn't|does not|did not|won't|isn't) (?:even )?help(?:ing|ful)?(?: (?:me|at all|much|one bit))?|fed up|sick (?:and tired )?of|tired of|had (?:it|enough)(?: (?:of|with)|[.!]|$)|(?:that's|that is|i've had) (?:it|enough)[.!]*$|can't (?:take|do|deal with|be bothered with) (?:this|it)(?: any ?more)?|(?:beyond|past|lost) (?:a joke|caring|my patience|patience)|at (?:my|the) (?:wits?'? end|end of my)|losing (?:my )?(?:patience|my mind|it)|driving me (?:crazy|mad|insane|nuts)|whatever[.!]*$)|^\W*(?:never ?mind|nvm|whatever|forget it|omg|ffs|ugh+|argh+|oh come on|seriously|unbelievable|give me a break|this is (?:ridiculous|unacceptable|a joke|absurd|insane|pathetic))\W*$)/iu,
  },
  {
    cue: 'not-understood',
    pattern:
      /\b(?:(?:that's|that is|thats|it's|this is|was|wasn't|that wasn't|that isn't|this isn't) (?:not )?(?:even )?(?:what|the question|my question|the answer to what) (?:i (?:was |am |even )?(?:ask|mean|said|want|need|wrote|typed)\w*|i)?|not what i(?:'m| am| was)? ?(?:ask|mean|said|say|want|need|look)\w*|not my question|(?:didn't|did not|doesn't|does not|not|haven't|hasn't|never) (?:even |actually |really )?(?:answer(?:ed|ing)?|address(?:ed)?|read|listen(?:ed|ing)?|understand|understood)\b|you(?:'re| are)? (?:clearly |just |still |obviously )?(?:don't|do not|didn't|not|aren't) (?:even )?(?:understand|listen|get it|read|reading|listening|understanding|getting it)\w*|(?:did|do|can|could|will|would) you (?:even|actually) (?:read|listen|understand)|read (?:my|what i) (?:message|wrote|question|said)|(?:wrong|irrelevant|unrelated) (?:answer|article|link|reply|page|topic)|nothing to do with|makes? no sense|no sense|that(?:'s| is)? (?:not|isn't) (?:it|right|helpful|relevant|true|correct))(?:\b|$)/iu,
  },
  {
    cue: 'profanity',
    pattern:
      /\b(?:f+u+c+k+\w*|f[*#@u]+(?:ck|k)\w*|f\*+\w*|wtf|ffs|stfu|s+h+i+t+\w*|sh[*!1]t\w*|bull ?shit|bs\b|crap(?:py)?|arse(?:hole)?|ass(?:hole|hat)s?|a[*$]{2}\w*|bastards?|bitch\w*|piss(?:ed)? ?(?:off|take)?|bloody|god ?damn\w*|damn(?:ed|it)?|dick(?:head)?s?|idiot\w*|moron\w*|imbeciles?|stupid|dumb(?:ass)?|screw (?:you|this)|go to hell|what the hell|bollocks|wank\w*|suck(?:s|ed)?(?: balls)?)\b/iu,
  },
  {
    cue: 'sarcasm',
    pattern:
      /(?:\b(?:thanks|thank you|thx|cheers) (?:a lot |so much )?for (?:nothing|wasting|ruining|ignoring|the (?:non|useless|lack|runaround|delay)|losing|breaking|hanging up|leaving me|making me|keeping me)|\b(?:oh|wow|ah|yeah|yay|well),?[ .!]*(?:great|wonderful|fantastic|brilliant|awesome|lovely|perfect|super|marvell?ous|joy|how (?:nice|helpful|lovely|wonderful|useful|convenient)|good job)\b.{0,12}(?:another|more|the same|again|so now|now (?:i|it|my)|just what)|\b(?:great|wonderful|fantastic|brilliant|awesome|lovely|perfect|nice|super|good|excellent|amazing|terrific|stellar|impressive),? (?:another|yet another|the same|so now|now (?:i|it|my|we)|more (?:waiting|robots?|bots?|excuses)|just (?:great|what i|perfect)|one more)|\bexactly what i (?:was hoping|wanted|needed|always wanted)\b|\bjust what i needed\b|\b(?:great|nice|good|fantastic|amazing|excellent|brilliant|stellar|top|wonderful|outstanding|impressive) (?:job|work|service|support|way to|going|customer (?:service|care|support))[,. ]+(?:losing|breaking|ignoring|as (?:always|usual)|not|really|guys|you|to|again|treat|lose)|\bway to (?:go|treat|lose|ruin|run|keep)\b|\b(?:so|very|really|how|super|incredibly) (?:helpful|useful|informative|convenient|professional|impressive),? (?:as (?:always|usual)|not|thanks for)|\bas (?:usual|always),? (?:no|nothing|useless|great|brilliant)|\b(?:yeah|yea|oh|sure),? (?:right|sure|because that)\b|\bkeep up the (?:good|great|bad) work\b.{0,20}(?:not|losing|ignoring)|\b(?:glad|nice|good|great) to (?:know|see|hear) (?:that )?(?:you|my|nobody|no one) (?:don't|doesn't|can't|won't|care|money|time)|\b(?:slow|hard) clap\b|\bthanks for your "|\bgenius(?:es)?[.!]|\b(?:what|such) a (?:surprise|shock(?:er)?|joke)\b|\bcolou?r me (?:surprised|shocked)\b|\bbravo\b|#(?:fail|sarcasm|not|worst|notimpressed)\b)/iu,
  },
  {
    cue: 'thanks',
    pattern:
      /\b(?:thanks?(?: you)?(?! for (?:nothing|wasting|ruining|ignoring|the (?:non|useless|lack|runaround|delay)|losing|breaking|hanging|leaving|making|keeping))|thank ?you|thx|tysm|cheers|appreciate (?:it|that|your|the)|much appreciated|(?:that|it|this) (?:worked|works|helped|helps|did it|did the trick|solved it|fixed it|was (?:quick|fast|helpful|it))|you(?:'re| are) (?:a star|the best|awesome|great|a lifesaver)|problem solved|(?:works|working) (?:now|again|perfectly|great))\b|🙏|👍/iu,
  },
];
const polite =
  /\b(?:please|pls|could you|would you|may i|could i|can you please|kindly|excuse me|good (?:morning|afternoon|evening|day)|hi there)\b/iu;
const declined = /\b(?:don't|dont|do not|no need|not) (?:really )?(?:want|need|have|like|wish)?(?: to)? ?$/iu;

function signOf({ cue, pattern }: Row, text: string, aside: readonly Span[]): readonly Sign[] {
  const match = pattern.exec(text);
  if (!match || inside(aside, match.index)) return [];
  if (cue === 'asks-person' && declined.test(text.slice(Math.max(0, match.index - 24), match.index))) return [];
  return [{ name: cue === 'shouting' ? 'shouting' : cue, value: 1, text: match[0].trim(), cue }];
}

/** Each cue counts once, by the first way it was found. */
export function readCues(text: string, aside: readonly Span[]): readonly Sign[] {
  const found = new Map<Cue, Sign>();
  for (const row of rows) {
    if (found.has(row.cue)) continue;
    for (const sign of signOf(row, text, aside)) found.set(row.cue, sign);
  }
  const courtesy = polite.exec(text);
  const soft: readonly Sign[] = courtesy ? [{ name: 'polite', value: 1, text: courtesy[0] }] : [];
  return [...found.values(), ...soft];
}
