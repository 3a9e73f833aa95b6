/** Where, in one sentence without a stop, the next thing begins to be told: behind a calm opening may be a real danger. */

const kind = '(?:my|our|his|her|their|your|the|this|that|these|an?|mein|unser|sein|ihr|ein|d)';
const bend = '(?:e|er|en|em|es|as|ie)?';
const alone =
  "i|i'm|im|i've|ive|he|she|it|it's|its|we|we're|they|there|theres|there's|someone|somebody|everyone|everything|mine|ours|this|that|smoke|flames?|sparks?|gas|water|blood|help|ich|er|sie|es|wir|jemand|das|meins|rauch|funken|hilfe";
/** Who or what something is told of. */
const subject = `(?:${alone}|one of ${kind} \\p{L}{1,30}|${kind}${bend} [\\p{L}'-]{1,30}(?: [\\p{L}'-]{1,30}){0,2}?)`;
const tells = [
  "am|is|are|was|were|has|have|had|just|got|gets?|started|starts|keeps?|wants?|can(?:'?t|not)?|could|couldn'?t|did|didn'?t|do|don'?t|need",
  'caught|catch(?:es)?|burst|exploded|blew|swallowed|ate|drank|smells?|fell|cut|burn(?:ed|t|s)|hurt|hit|broke|feel|think|took|gave|stole|hacked|began|went|melted|stopped|threatens?|passed|died|lost|beg',
  'brennt|brannte|raucht|qualmt|hat|haben|hatte|ist|sind|war|wurde|will|wollen|möchte|mag|habe|bin|kann|blutet|steht|stehen|riecht|schmilzt|bekommt?|bekomme|kriegt?|kriege|fing|bringe?|bringt|denke|weiß|explodiert|sprüht|sprühen|kommt|liegt|atmet|bedroht|benutzt|bestellt|verstirbt|starb',
].join('|');
const adverb =
  "(?:then|now|today|suddenly|yesterday|already|just|still|honestly|really|immediately|tonight|plötzlich|jetzt|dann|gerade|heute|gestern|nun|auf einmal|(?:don't|do not|can't|cannot|no longer))";
/** What begins it whatever comes then. */
const turning =
  'but|however|although|because|cause|cos|except|only now|and (?:now|then|suddenly)|aber|doch|jedoch|weil|denn|und (?:jetzt|dann|plötzlich)';
/** What begins it if somebody or something comes then. */
const joining = 'and|so|then|since|while|plus|now|und|also|dann|seit|seitdem|jetzt|während|even so';
/** Behind these somebody or something belongs to what was begun: a question, a condition, a relation. */
const within =
  '(?:that|which|who|whom|where|when|if|whose|how|whether|what|why|than|as|like|is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|and|or|of|for|with|about|in|on|at|from|to|by|near|said|says|told|heard|wenn|falls|ob|dass|wo|wie|als|warum|kann|können|soll|muss|darf|haben|hat|habe|ist|sind|war|für|mit|von|zu|bei|nach|in|im|an|am|auf|über|und|oder)';

/** The space before it. */
export const nextThing = [
  ` (?=(?:${turning})(?!\\p{L}))`,
  ` (?=(?:${joining}) (?:${adverb} )?${subject}(?!\\p{L}))`,
  // what is behind is looked at last, for it is dearest
  ` (?=(?:${subject} (?:${adverb} ){0,2}(?:${tells})|i'm|im|i've|it's|there's|we're|he's|she's|they're|mein\\p{L}{0,2} \\p{L}{1,30} wurde)(?!\\p{L}))(?<!(?<!\\p{L})${within} )`,
].join('|');

/** Stands for that space, so that whatever takes a stretch of words ends there. */
export const turn = '\u0001';
