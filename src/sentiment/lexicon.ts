/** What a single word is worth: AFINN by `sentiment`, corrected for support, where "problem" and "charged" are plain nouns. */
import Sentiment from 'sentiment';

/** Words that name the business of a support line: calm requests are full of them. */
const business = new Set(
  `access accident adopt agree alert alone avoid ban banned bankrupt bank block blocked boost broke broken bug
  cancel cancelled canceled cancelling cancels cancellation charge charged charges chance clear clarity collision commit
  contagious cover cut cuts damage damaged dead debt defect defective delay delayed delays demand deny denied difficult
  doubt emergency error errors expired exposed fail failed failing fails failure fake fee feeling fine fire forget forgot
  forgotten free freeze frozen grant granted growing growth hack hacked hard help helping helps hello hi important
  improve improved increase increased infected interest invalid invite join jump kind leave legal like limited limits
  lock locked lose losing loss lost low luck manual matter matters miss missed missing mistake no number objection oops
  opportunity ok okay outreach pay penalty pending please pressure prevent problem problems profit promise promised
  promises protect question questions reach recommend reject rejected remove resolve restrict risk safe save secure
  share shared sick solve solved solution solutions spam stop stopped strength strong stuck substantial support
  supported supports suspend suspended tard transparency trap trial trouble troubles trust trusted unable unclear
  unconfirmed unknown unsecured update urgent useful validate value violation want wanted warn warning warranty win
  wish worth wrong yes yep sorry apologies apologize apologise pardon regret top worry worried super`.split(/\s+/),
);

/** Words AFINN lacks or reads the wrong way round for a customer, on its scale of -5..5. */
const own: Readonly<Record<string, number>> = {
  abysmal: -4,
  appalling: -4,
  atrocious: -4,
  clueless: -3,
  clown: -2,
  crappy: -3,
  disgraceful: -3,
  dreadful: -3,
  endless: -1,
  farce: -3,
  fuming: -4,
  garbage: -3,
  gutted: -2,
  horrendous: -4,
  inept: -3,
  infuriating: -4,
  joke: -2,
  laughable: -3,
  livid: -4,
  ludicrous: -3,
  maddening: -3,
  nightmare: -3,
  nonsense: -2,
  pointless: -3,
  rubbish: -3,
  shambles: -3,
  shambolic: -3,
  shoddy: -3,
  unbelievable: -2,
  unhelpful: -2,
  unprofessional: -3,
  unusable: -3,
  useless: -3,
  waste: -2,
  wtf: -4,
  ugh: -2,
  argh: -2,
  smh: -2,
  quick: 1,
  quickly: 1,
  works: 1,
  worked: 1,
  working: 0,
  sorted: 1,
  fixed: 1,
  cheers: 2,
  brill: 3,
  thx: 2,
  ty: 2,
  yay: 3,
  woohoo: 3,
  fab: 3,
  fave: 2,
  sweet: 2,
  delicious: 3,
  tasty: 2,
  yummy: 3,
  special: 1,
  smile: 2,
  luckiest: 3,
  sensational: 3,
  surprised: 1,
  enjoying: 2,
  stoked: 3,
  thrilled: 4,
  bummed: -2,
  bitter: -2,
  meh: -1,
  hurts: -2,
  '👎': -4,
  '😡': -3,
  '🤬': -4,
  '😤': -3,
  '😠': -3,
  '🙄': -2,
  '😒': -2,
  '🤦': -2,
  '😞': -2,
  '😩': -2,
  '😫': -2,
  '🤮': -3,
  '💩': -3,
  '🖕': -4,
  '🤡': -3,
  ':(': -2,
  ':/': -1,
  ':)': 2,
  ';)': 2,
  ':d': 3,
  ':p': 1,
  '<3': 3,
};

/** Words people misspell when they type in anger, as they misspell them. */
const misspelt = `rediculous rediculus ridiculus ridiculos redicilous terible terrable horible horrable awfull usless
  uselss useles unaceptable unacceptible unexceptable disapointed dissapointed disappointd dissapointing disapointing
  frustated frustrateing anoying anoyed patetic pathetik discusting disgusing stupit incompetant incompitent rubish
  garbadge worset wrost nightmere outragous shamefull dissaster apalling rediculously`;

const corrected: ReadonlyMap<string, number> = new Map([
  ...misspelt.split(/\s+/).map((word) => [word, -3] as const),
  ...Object.entries(own),
]);
const afinn = new Sentiment();

/** Words nobody uses calmly. */
const outrage = new Set(
  `${misspelt} worst awful terrible horrible furious livid fuming angry outraged outrageous disgusting disgusted disgraceful
  disgrace pathetic ridiculous unacceptable appalling shameful ashamed incompetent incompetence useless joke nightmare
  disaster catastrophe scam scammers thieves crooks liars unbelievable nonsense insane absurd infuriating ludicrous
  shambles rubbish garbage trash bullshit hell hate wtf ffs idiots morons clueless inexcusable intolerable atrocious
  😡 🤬 😤 😠 👎 🖕 🤮`.split(/\s+/),
);

export interface Worth {
  /** -5 (worst) .. 5 (best), never 0. */
  readonly points: number;
  /** It names the customer's errand ("problem", "refund") and says little about their patience. */
  readonly business: boolean;
  readonly outrage: boolean;
}

/** Everyday words without feeling, so common that asking AFINN about each would cost more than all the rest. */
const mute = new Set(
  `a about after all am an and any are as at be been but by can did do does for from get had has have he her how i if in
  into is it its just me my of on or our out she so some than that the their them then there they this to too up us was
  we were what when where which who why will with would you your <num> <user> <url> . , ; ! ? !! ?? ?! ..`.split(/\s+/),
);

function lookUp(word: string): Worth | undefined {
  const points = corrected.get(word) ?? afinn.analyze(word).score;
  return points === 0 ? undefined : { points, business: business.has(word), outrage: outrage.has(word) };
}

/** AFINN takes a microsecond a word, and people use the same words. Emptied when full, so that it cannot grow. */
const known = new Map<string, Worth | null>();
const room = 20_000;

/** `undefined` for a word that says nothing. */
export function worth(word: string): Worth | undefined {
  if (mute.has(word)) return undefined;
  const before = known.get(word);
  if (before !== undefined) return before ?? undefined;
  if (known.size >= room) known.clear();
  const found = lookUp(word);
  known.set(word, found ?? null);
  return found;
}
