/** Mood and feeling → decision with its receipt. Points add up to bars; nothing is decided outside this file. */
import type { Decision, Mood, Quote, Receipt, Signal, Tone } from '../conversation/index.js';
import type { Policy, Rule } from './policy.js';
import { content, type Facts, follow, type Input, measure, type Measured, measureFacts, sounds } from './signals.js';

/** Points are kept in hundredths, so that a receipt adds up to the last digit. */
const hundredths = (points: number): number => Math.round(points * 100);

function pointsOf(rule: Rule, value: number, graded: boolean): number {
  const amount = graded ? Math.max(0, (value - rule.from) / (1 - rule.from)) : Math.min(value, rule.most);
  return hundredths(rule.points * amount) / 100;
}

const gradedSignals: ReadonlySet<string> = new Set(['frustration', 'sustained', 'rising']);

/** A signal that lasts counts again in later messages, by the turn it was seen in. */
function stillCounts(rule: Rule, mood: Mood, name: string): boolean {
  const seen = mood.lasting[name];
  return seen !== undefined && mood.turns - seen <= rule.lasts;
}

function priced(policy: Policy, mood: Mood, measured: Measured): readonly Signal[] {
  const { name, value, words } = measured;
  const rule = policy.signals.get(name);
  if (!rule) return [];
  // a count counts by itself; of what is there or not, said again counts again, as far as `most` allows
  const counted = stillCounts(rule, mood, name) ? Math.min(value + 1, Math.max(value, rule.most)) : value;
  const points = pointsOf(rule, counted, gradedSignals.has(name));
  return points === 0 ? [] : [{ name, value: Math.round(counted * 1000) / 1000, points, words }];
}

const sumOf = (signals: readonly Signal[]): number =>
  signals.reduce((sum, signal) => sum + hundredths(signal.points), 0) / 100;

/** What the words of one message sound like is worth the policy's `message` at most, shared so that a receipt adds up. */
function shared({ message: most }: Policy, signals: readonly Signal[]): readonly Signal[] {
  const whole = sumOf(signals);
  if (whole <= most) return signals;
  const parts = signals.map(({ points }) => Math.floor((hundredths(points) * most) / whole));
  const left = hundredths(most) - parts.reduce((sum, part) => sum + part, 0);
  return signals.map((signal, i) => ({ ...signal, points: ((parts[i] ?? 0) + (i === 0 ? left : 0)) / 100 }));
}

/** All that was seen with its points, in the order it was seen in: of this message, and of those before what lasts. */
function priceAll(policy: Policy, mood: Mood, seen: readonly Measured[]): readonly Signal[] {
  const turnOf = new Map<string, number>();
  for (const { name, value } of seen)
    if (sounds.has(name)) turnOf.set(name, value > 0 ? mood.turns : (mood.lasting[name] ?? mood.turns));
  const signals = seen.flatMap((measured) => priced(policy, mood, measured));
  const told = [...new Set(turnOf.values())].flatMap((turn) =>
    shared(
      policy,
      signals.filter(({ name }) => turnOf.get(name) === turn),
    ),
  );
  return signals.map((signal) => told.find(({ name }) => name === signal.name) ?? signal);
}

function actionFor(policy: Policy, points: number, quiet: boolean): Decision['action'] {
  if (points >= policy.bars['hand-off']) return 'hand-off';
  return points >= policy.bars.offer && !quiet ? 'offer' : 'stay';
}

/** How to answer, whoever answers. */
function toneFor(policy: Policy, { mood, grave = false }: { mood: Mood; grave?: boolean }, felt: number): Tone {
  const heat = Math.max(mood.smooth, felt);
  if (heat >= policy.tone.apologetic) return 'apologetic';
  return heat >= policy.tone.concerned || grave ? 'concerned' : 'calm';
}

function remember(policy: Policy, mood: Mood, seen: readonly Measured[]): Mood['lasting'] {
  const fresh = seen.filter(({ name, value }) => value > 0 && (policy.signals.get(name)?.lasts ?? 0) > 0);
  return { ...mood.lasting, ...Object.fromEntries(fresh.map(({ name }) => [name, mood.turns])) };
}

/** What has fetched a person is spent. */
export const handedOff = (policy: Policy, mood: Mood): Mood => ({
  ...mood,
  smooth: 0,
  trend: [],
  lasting: {},
  quiet: policy.quiet['after-hand-off'],
});

/** Who was offered a person is not offered one again for a while. */
export const offered = (policy: Policy, mood: Mood): Mood => ({ ...mood, quiet: policy.quiet['after-offer'] });

/** The mood that is kept: what has fetched a person is spent, and a pleased customer wipes the slate. */
function moodAfter(policy: Policy, mood: Mood, what: { action: Decision['action']; pleased: boolean }): Mood {
  const quiet = Math.max(0, mood.quiet - 1);
  const clean = handedOff(policy, mood);
  if (what.action === 'hand-off') return clean;
  if (what.action === 'offer') return offered(policy, mood);
  if (what.pleased) return { ...clean, quiet: Math.max(quiet, policy.quiet['after-thanks']) };
  return { ...mood, quiet };
}

/** After one of these nothing is calm any more in this case, whatever is said next. */
const graveSignals: ReadonlySet<string> = new Set(['danger', 'self-harm', 'fraud', 'distress']);
const graveNow = (seen: readonly Measured[]): boolean =>
  seen.some(({ name, value }) => value > 0 && graveSignals.has(name));

/**
 * What a choice leads to. It is in our words, which say nothing of how the customer feels: the mood stays as it is, and the
 * flow decides. `asks`: where it stands that a person is asked for, when that is what it chooses.
 */
export function decideChoice(policy: Policy, facts: Facts & { readonly mood: Mood; readonly asks?: Quote }): Decision {
  const { mood, asks } = facts;
  const asked: readonly Measured[] = asks === undefined ? [] : [{ name: 'asks-person', value: 1, words: [asks] }];
  const signals = [...asked, ...measureFacts(facts)].flatMap((measured) => priced(policy, mood, measured));
  const points = sumOf(signals);
  const { offer, 'hand-off': handOff } = policy.bars;
  const bar = points < offer ? offer : handOff;
  const receipt: Receipt = { policy: policy.version, turn: mood.turns + 1, points, bar, signals };
  return { action: 'stay', tone: toneFor(policy, facts, 0), receipt };
}

export interface Decided {
  readonly decision: Decision;
  readonly mood: Mood;
  readonly grave: boolean;
}

/**
 * Decides after one customer message. Points never fall when frustration rises, and a calm message never adds any;
 * while it is quiet (after an offer, or when they are pleased) nothing is offered, but the hand-off bar still counts.
 */
export function decide(policy: Policy, input: Input): Decided {
  const after = follow(input.mood, input.feeling);
  const seen = measure(input, after);
  const grave = input.grave === true || graveNow(seen);
  const signals = priceAll(policy, after, seen);
  const points = sumOf(signals);
  const pleased = content(input.feeling);
  const action = actionFor(policy, points, after.quiet > 0 || pleased);
  const { offer, 'hand-off': handOff } = policy.bars;
  const bar = action === 'offer' || points < offer ? offer : handOff;
  const receipt: Receipt = { policy: policy.version, turn: after.turns, points, bar, signals };
  const decision = { action, tone: toneFor(policy, { mood: after, grave }, input.feeling.frustration), receipt };
  const mood = moodAfter(policy, { ...after, lasting: remember(policy, after, seen) }, { action, pleased });
  return { decision, mood, grave };
}
