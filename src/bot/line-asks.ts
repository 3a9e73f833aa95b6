/** What somebody who waits says of the line itself, in English and German: where they stand, or that they leave. */
import { wordsOf } from '../language/index.js';

export interface LineAsk {
  /** `leave` is plain; `leaving` may mean something else, and is asked back about. */
  readonly what: 'place' | 'leave' | 'leaving';
}

interface Kind extends LineAsk {
  /** One of these is in it, … */
  readonly says: RegExp;
  /** … and no word but these and its own: "how long does delivery take" asks for something else. */
  readonly beside: ReadonlySet<string>;
}

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const english = `a about an and am are anybody anyone agent be been before but can could do does even ever get going has have hello hey hi how s
  human i in is it just line long me much my need now of ok okay one or people person place please position queue really right
  roughly so somebody someone soon staff still take takes tell that the there they this till time to turn until us wait waiting
  we well what when where who will with would yet you your`;
const german = `bin bis da das denn der die dran ein eine einer es etwa habe hallo ich ihr in ist jemand kommt lang mensch mir muss
  noch nun ok okay person schlange sich sie so ungefahr und warte warten warteschlange wie wird bitte jetzt dauert dauern`;
const parting = `a again all and anymore anyway anyways at away be but bye cheers do enough for forget from get go going good goodbye
  had have help i in is it just leave leaving line longer me mind more much my myself need never no not now of off ok okay on
  out person please queue quit really so sorry stop taking talk thank thanks that the then there this time to too up very wait
  waiting want well while will with you your am`;
const abschied = `abbrechen aber also auf bitte brauche danke dann das die doch egal erledigt es gehe gut hat hilfe ich ist jetzt kein
  keine keinen mehr mensch mich nicht nun ok okay schlange schon sich so tschuss und vergiss vergessen weg wieder warten will bin`;

const kinds: readonly Kind[] = [
  {
    what: 'place',
    says: /\b(?:how (?:long|much longer|many (?:people|persons|others) (?:are )?(?:ahead|before|in front))|where am i|(?:my|what) (?:place|position|number|turn)|am i (?:next|first|in)|ahead of me|(?:when|is) (?:will |is )?(?:someone|somebody|anyone|anybody|a person|an agent|a human)|(?:are )?you (?:still )?there|still waiting|hello)\b/u,
    beside: list(
      `${english} ahead answer answers coming comes come front here join joins longer many more next first others left number`,
    ),
  },
  {
    what: 'place',
    says: /\b(?:wie lange?|wo (?:stehe|bin) ich|wann komme? ich|(?:bin|komme) ich (?:bald |gleich )?dran|wie viele (?:sind )?(?:noch )?vor mir|mein platz|meine position|ist da jemand|noch da|hallo)\b/u,
    beside: list(
      `${german} bald gleich komme lange leute mein meine platz position sind stehe viele vor wann wo dauert`,
    ),
  },
  {
    what: 'leave',
    says: /\b(?:i (?:am|will) (?:leaving|leave|off|going|go)|(?:i )?(?:have to|gotta|got to|must) go|(?:leave|leaving|quit) (?:the|this) (?:line|queue)|(?:take|get) me (?:out|off))\b/u,
    beside: list(`${parting} gotta got must take will queue`),
  },
  {
    what: 'leave',
    says: /\b(?:ich (?:gehe|bin) (?:jetzt |dann )?weg|ich gehe (?:jetzt|dann|wieder)|ich muss (?:jetzt )?(?:weg|los|gehen)|will nicht mehr warten)\b/u,
    beside: list(`${abschied} muss los gehen`),
  },
  {
    what: 'leaving',
    says: /\b(?:never ?mind|nevermind|forget it|cancel|quit|exit|stop|bye|goodbye|do not bother|(?:no longer|do not) need|(?:does|doesn) not matter|not waiting)\b/u,
    beside: list(`${parting} any anyone anybody bother cancel does exit matter nevermind someone somebody longer`),
  },
  {
    what: 'leaving',
    says: /\b(?:abbrechen|vergiss es|egal|schon gut|erledigt|tschuss|brauche (?:keine|keinen|niemand\w*))\b/u,
    beside: list(`${abschied} niemanden`),
  },
];

const longest = 14;

/** Nothing when it speaks of anything else. */
export function readLineAsk(text: string): LineAsk | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > longest) return undefined;
  const plain = words.join(' ');
  return kinds.find(({ says, beside }) => says.test(plain) && words.every((word) => beside.has(word) || word === '0'));
}
