/** Every choice that a flow, a state or the waiting card can offer; a new one is covered by being declared. */
import { expect } from 'chai';
import fc from 'fast-check';
import { flows, standing } from '../../dialogs/index.js';
import { decideTurn } from '../../src/bot/index.js';
import {
  type Choice,
  type DeskFacts,
  type Effect,
  type EpisodeState,
  offeredAt,
  pick,
  type Place,
  resume,
} from '../../src/conversation/index.js';
import { drivers } from '../../src/effort/index.js';
import * as card from '../../src/web/chat/words.js';
import { aMemory, anEpisode, aTurn, knowledge, unclear } from '../support/mind.js';
import { curtain, joined, type Line, type Play, say, turnOf } from '../support/play.js';

interface Moment {
  readonly state: EpisodeState;
  readonly place?: Place;
  readonly agents: number;
  readonly choices: readonly Choice[];
}

const words = knowledge.speech('en');
const desks: readonly { readonly agents: number; readonly desk: DeskFacts }[] = [
  { agents: 1, desk: { somebody: true } },
  { agents: 0, desk: { somebody: false } },
];
const titles = Object.fromEntries([
  ...unclear.entries.map(({ id, title }) => [`faq:${id}`, title] as const),
  ['none', words('none-of-these')] as const,
]);
const memos: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'clarify/picked': titles,
  'offer/answer': { because: 'unanswered' },
  'survey/comment': { score: '2' },
};
const stateOf: Readonly<Record<string, EpisodeState>> = { survey: 'closed', waiting: 'waiting', line: 'waiting' };

/** Wherever a flow can wait. */
const places: readonly Place[] = flows.flatMap(({ name, steps }) =>
  Object.keys(steps).map((step) => {
    const memo = memos[`${name}/${step}`];
    return { flow: name, step, ...(memo === undefined ? {} : { memo }) };
  }),
);
const stated: readonly Moment[] = desks.flatMap(({ agents, desk }) =>
  places.map((place) => {
    const { choices } = offeredAt(flows, place, { words, desk });
    return { state: stateOf[place.flow] ?? 'bot', place, agents, choices };
  }),
);
const always: readonly Moment[] = (['bot', 'waiting', 'assigned', 'closed'] as const).map((state) => ({
  state,
  agents: 1,
  choices: standing[state]({ words }).choices,
}));
/** Claimed while a flow had asked something: that is not asked any more. */
const claimed: readonly Moment[] = places.map((place) => ({ state: 'assigned', place, agents: 1, choices: [] }));
const onCard: readonly Moment[] = [
  { state: 'bot', agents: 1, choices: [card.person] },
  { state: 'waiting', agents: 1, choices: [card.leaveMessage, card.leaveAnother, card.leaveLine] },
];
const moments = [...stated, ...always, ...onCard];

const calm = { smooth: 0.1, peak: 0.12, trend: [0.1], turns: 1, quiet: 0, lasting: {} };
const turnAt = ({ state, place, agents }: Omit<Moment, 'choices'>, { text, value }: Line) =>
  aTurn(text, {
    ...(value === undefined ? {} : { value }),
    line: { ahead: 0, agents, pace: 0 },
    episode: anEpisode({
      state,
      peak: calm.peak,
      agent: 'Ana',
      counts: { turns: 3 },
      memory: aMemory({ mood: calm, ...(place === undefined ? {} : { place }) }),
    }),
  });

const counted = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'count' ? [effect.what] : [])).toSorted();

/** What the flow states, and what goes with a ticket and an answer. */
function stating({ place, state, agents }: Moment, value: string, effects: readonly Effect[]) {
  const desk = { somebody: agents > 0 };
  const known = { words, tone: 'calm', memory: aMemory(), line: { ahead: 0, agents, pace: 0 }, desk } as const;
  const said = { ...turnAt({ state, agents }, { text: '' }).said, picked: value };
  const calm = { grave: false, pleased: false, surveyed: false };
  const outcome = place && resume(flows, place, { said, known: { ...known, ...calm } });
  const flow = outcome && 'effects' in outcome ? counted(outcome.effects) : [];
  const ticket = effects.some(({ kind }) => kind === 'queue') ? ['escalations'] : [];
  const answer = effects.some((effect) => effect.kind === 'say' && effect.reply.faq !== undefined) ? ['answers'] : [];
  return [...flow, ...ticket, ...answer, 'replies'].toSorted();
}

const cases = moments.flatMap((moment) =>
  moment.choices.flatMap(({ title, value }) => [
    { moment, title, value, how: 'pressed' as const },
    { moment, title, value, how: 'typed' as const },
  ]),
);

describe(`a choice is in our words (${cases.length} of them, pressed and typed)`, () => {
  it('and there are many', () => expect(cases.length).to.be.greaterThan(70));

  for (const { moment, title, value, how } of cases) {
    const where = moment.place === undefined ? moment.state : `${moment.place.flow}/${moment.place.step}`;
    it(`"${title}" ${how} at ${where}, ${moment.agents} there: changes no feeling, peak, point or effort`, () => {
      const turn = turnAt(moment, how === 'pressed' ? { text: title, value } : { text: title });
      const effects = decideTurn(turn, knowledge);
      expect(effects.filter(({ kind }) => kind === 'feel')).to.deep.equal([]);
      expect(counted(effects)).to.deep.equal(stating(moment, value, effects));
      const kept = effects.find((effect) => effect.kind === 'remember')?.memory.mood;
      const handed = effects.some(({ kind }) => kind === 'queue');
      // it begins anew behind the end, and what fetched a person is spent
      if (kept && moment.state !== 'closed') expect(kept.peak).to.equal(calm.peak);
      if (kept && moment.state !== 'closed' && !handed) expect(kept).to.deep.equal(calm);
      const ticket = effects.find((effect) => effect.kind === 'queue');
      const signals = ticket?.receipt?.signals.map(({ name }) => name) ?? [];
      expect(signals).to.deep.equal(value === 'person' && ticket ? ['asks-person'] : []);
      const stints = { bot: 0, queue: 0, agent: 0, customer: 0 };
      const facts = { stints, peak: calm.peak, contacts: 0, switched: false, transfers: 0 };
      const counts = { turns: 3 + counted(effects).filter((what) => what === 'turns').length };
      expect(drivers({ ...facts, counts })).to.deep.equal([]);
    });
  }
});

const everyChoice = [...new Map(moments.flatMap(({ choices }) => choices).map((one) => [one.value, one])).values()];

describe(`a choice lives only where it is offered (${everyChoice.length} of them)`, () => {
  const now: readonly Moment[] = [...stated, ...always, ...claimed];
  for (const moment of now) {
    const where = moment.place === undefined ? moment.state : `${moment.place.flow}/${moment.place.step}`;
    it(`at ${where}, ${moment.state}, ${moment.agents} there, everything else comes too late, and is told so`, () => {
      const live = [...moment.choices, ...standing[moment.state]({ words }).choices].map(({ value }) => value);
      const recent = [{ seq: 8, at: 4900, role: 'assistant', text: 'Well.', stint: 'none' } as const];
      for (const { title, value } of everyChoice.filter((one) => !live.includes(one.value))) {
        const effects = decideTurn({ ...turnAt(moment, { text: title, value }), recent }, knowledge);
        const kinds = effects.map(({ kind }) => kind);
        expect(
          kinds.filter((kind) => kind !== 'count'),
          value,
        ).to.deep.equal(['say']);
        expect(counted(effects).filter((what) => what !== 'replies')).to.deep.equal([]);
        const reply = effects.find((effect) => effect.kind === 'say')?.reply;
        expect(reply?.text).to.match(/earlier moment/);
        expect(reply, 'it says of which choice').to.have.property('about', turnAt(moment, { text: title, value }).seq);
        const again = (reply?.choices ?? []).map((one) => one.value);
        expect(live, `${value} at ${where}`).to.include.members(again);
        expect(again.length > 0).to.equal(live.length > 0);
      }
    });
  }
});

describe('whatever was offered last', () => {
  const spoken = [
    'hello',
    'how long does delivery take',
    'how many moons does jupiter have',
    unclear.text,
    'this is useless, nothing works',
    'I want to talk to a person',
    'ina@example.org',
    'yes',
    'no',
    'the second one',
    '7/7',
    'eleven',
    'it took three tries',
    'best shop ever',
  ];
  const offeredLast = ({ recent }: Play): readonly Choice[] =>
    recent.findLast(({ role }) => role === 'assistant')?.choices ?? [];
  const live = (play: Play, choice: Choice): boolean => {
    const state = play.episode?.state ?? 'bot';
    const place = play.episode?.memory.place;
    const desk = { somebody: play.agents > 0 };
    const asked = offeredAt(flows, place, { words, desk });
    return pick({ text: '', value: choice.value }, { asked, standing: standing[state]({ words }) }).kind === 'choice';
  };

  it('can be taken, in any walk through the flows (300 walks)', () => {
    let offered = 0;
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 14 }),
        fc.constantFrom(0, 1),
        (steps, agents) => {
          let play: Play = { ...curtain, agents };
          for (const step of steps) {
            const choices = offeredLast(play);
            const choice = step % 2 === 0 ? choices[step % (choices.length || 1)] : undefined;
            const line = choice ? { text: choice.title, value: choice.value } : { text: spoken[step % spoken.length]! };
            ({ play } = say(play, line));
            for (const one of offeredLast(play)) {
              offered += 1;
              expect(live(play, one), `${one.value} after "${line.text}"`).to.equal(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(offered).to.be.greaterThan(1000);
  });

  it('is taken from its own entry alone, and a card of the same kind from before comes too late', () => {
    const answered = say(curtain, { text: 'how long does delivery take?' }).play;
    const old = answered.recent.at(-1)?.seq ?? 0;
    const again = say(answered, { text: 'how do I return something?' }).play;
    const newer = again.recent.at(-1)?.seq ?? 0;
    const press = (offer: number) => {
      const turn = turnOf(again, { text: 'That answers it', value: 'solved' });
      return decideTurn({ ...turn, said: { ...turn.said, offer } }, knowledge).map(({ kind }) => kind);
    };
    expect(press(old)).to.deep.equal(['count', 'say']);
    expect(press(newer)).to.include('end');
  });

  it('does nothing under a person, who is not asked to answer it', () => {
    const { effects } = say(joined(curtain), { text: 'Leave a message', value: 'leave-message' });
    expect(effects.map(({ kind }) => kind)).to.deep.equal(['count', 'say']);
    expect(effects.find((effect) => effect.kind === 'say')?.reply.text).to.match(/Ana is with you now/);
    expect(turnOf(joined(curtain), { text: 'hello' }).episode?.state).to.equal('assigned');
  });
});
