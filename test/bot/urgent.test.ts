import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import { type Effect, freshMood, type Turn } from '../../src/conversation/index.js';
import { firstMs } from '../../src/escalation/index.js';
import { checkHours } from '../../src/queue/index.js';
import { comesFirst } from '../../src/web/desk/words.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from '../support/mind.js';

const decide = (turn: Turn) => decideTurn(turn, knowledge);
const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply.text] : [])).join('\n');
const queued = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'queue' ? [effect] : []))[0];
const raised = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'raise' ? [effect] : []))[0];
const inLine = anEpisode({ state: 'waiting' });
const withAgent = anEpisode({ state: 'assigned' });

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const hours = checkHours({
  name: 'hours.yaml',
  text: `zone: Europe/London\nweek: { ${days.map((day) => `${day}: closed`).join(', ')} }\nqueues:\n  main: { title: Support }\n`,
});
if (hours.kind === 'broken') throw new Error(hours.problems.join('\n'));
const shut = { ...knowledge, hours: hours.value };

const marked = (effects: readonly Effect[]) => effects.some(({ kind }) => kind === 'grave');
const offers = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'say' ? (effect.reply.choices ?? []) : []));

describe('danger and fraud', () => {
  /** What is told, its reason, and the company's sentence in its language. */
  const cases = [
    ['Your camping stove leaked gas and burned my hand', 'danger', /call 112/],
    ['Mein Sohn hat eine Batterie verschluckt', 'danger', /Giftnotruf/],
    ['la lampe a pris feu', 'danger', /appelez le 112/],
    ['I want to kill myself', 'danger', /988/],
    ['Ich will nicht mehr leben', 'danger', /Telefonseelsorge/],
    ['my name is Anna and my heater caught fire', 'danger', /call 112/],
    ['Mein Name ist Anna und meine Heizung brennt', 'danger', /rufen Sie jetzt 112/],
    ['My account was hacked and someone is buying things', 'fraud', /call your bank/],
    ['Mein Konto wurde gehackt', 'fraud', /bei Ihrer Bank sperren/],
  ] as const;
  const german = (text: string) => /mein|ich/i.test(text);

  it('fetch a person at once, with the sentence of the company, before any answer', () => {
    for (const [text, reason, sentence] of cases) {
      const effects = decide(aTurn(text));
      expect(queued(effects)?.reason, text).to.equal(reason);
      expect(said(effects), text).to.match(sentence);
      expect(
        effects.some((effect) => effect.kind === 'say' && effect.reply.faq !== undefined),
        text,
      ).to.equal(false);
    }
  });

  it('come before everybody else, all of them alike, with a mark on the row', () => {
    const boosts = cases.map(([text]) => queued(decide(aTurn(text)))?.boostMs);
    const angry = queued(decide(aTurn('THIS IS A JOKE!!! get me a real person you useless idiots', { contacts: 3 })));
    expect(new Set(boosts)).to.deep.equal(new Set([firstMs]));
    expect(firstMs).to.be.greaterThan(100 * (angry?.boostMs ?? 0));
    expect(cases.map(([, reason]) => comesFirst(reason))).to.not.include(false);
    expect(comesFirst(angry!.reason)).to.equal(false);
  });

  it('say in the language it was told in whether anybody is there, and come first all the same', () => {
    const nobody = { line: { ahead: 3, agents: 0, pace: 0 } };
    for (const [text, reason, sentence] of cases.filter(([, , one]) => !/appelez/.test(one.source))) {
      const [there, away, closed] = [decide(aTurn(text)), decide(aTurn(text, nobody)), decideTurn(aTurn(text), shut)];
      for (const effects of [there, away, closed]) {
        expect(said(effects), text).to.match(sentence);
        expect(queued(effects), text).to.include({ reason, boostMs: firstMs }).and.not.have.property('promised', 0);
      }
      expect(said(there), text).to.match(german(text) ? /Ich hole jetzt sofort/ : /getting a person for you now/);
      expect(said(away), text).to.match(german(text) ? /niemand am Platz/ : /Nobody is at the desk right now/);
      expect(said(closed), text).to.match(german(text) ? /gerade geschlossen/ : /The desk is closed now/);
      for (const effects of [away, closed]) {
        expect(said(effects), text).to.match(german(text) ? /warten Sie also nicht auf uns/ : /do not wait for us/);
        expect(offers(effects).map(({ value }) => value)).to.deep.equal(['leave-message']);
      }
    }
  });

  it('are remembered of the case from the message on, once', () => {
    for (const [text] of cases) {
      expect(marked(decide(aTurn(text))), text).to.equal(true);
      expect(marked(decide(aTurn(text, { episode: anEpisode({ grave: true }) }))), text).to.equal(false);
    }
    expect(marked(decide(aTurn('how long does delivery take')))).to.equal(false);
  });

  it('raise a ticket that waits or that a person has, and say what to do once', () => {
    const first = decide(aTurn('now the lamp is on fire', { episode: inLine }));
    expect(raised(first)?.reason).to.equal('danger');
    expect(said(first)).to.include('112');
    const recent = [anEntry({ role: 'assistant', text: said(first) })];
    const again = decide(aTurn('the curtain is on fire too', { episode: inLine, recent }));
    expect(raised(again)?.reason).to.equal('danger');
    expect(said(again)).to.equal('');
    const held = decide(aTurn('now the lamp is on fire', { episode: withAgent }));
    expect(raised(held)?.reason).to.equal('danger');
    expect(said(held)).to.equal('');
  });

  it('move the one place that somebody has in another chat to the front, with what was said here', () => {
    for (const elsewhere of ['waiting', 'assigned'] as const) {
      for (const [text, reason, sentence] of cases) {
        const effects = decide(aTurn(text, { elsewhere }));
        expect(queued(effects), text).to.equal(undefined);
        const place = raised(effects);
        expect(place, text).to.include({ reason, boostMs: firstMs });
        expect(place?.elsewhere?.text, text).to.include(text);
        expect(place?.receipt.signals[0]?.words[0]?.text, text).to.be.a('string');
        expect(said(effects), text)
          .to.match(sentence)
          .and.match(/another chat|anderen Chat|autre conversation/);
      }
    }
    const told = decide(aTurn('my lamp is on fire', { elsewhere: 'waiting' }));
    const recent = [anEntry({ role: 'assistant', text: said(told) })];
    const again = decide(aTurn('the curtain is on fire too', { elsewhere: 'waiting', recent }));
    expect(raised(again)?.elsewhere?.text).to.include('the curtain');
    expect(said(again)).to.include('112');
  });
});

describe('distress', () => {
  it('is met with a warm sentence and the offer of a person, and never with a miss', () => {
    for (const text of ['we lost our baby, please stop the order for the crib', 'ich bin verzweifelt']) {
      const effects = decide(aTurn(text));
      expect(said(effects), text).to.match(/so sorry|sehr leid/);
      expect(
        effects.some((effect) => effect.kind === 'count' && effect.what === 'misses'),
        text,
      ).to.equal(false);
    }
  });

  it('fetches a person when it is said again, or when time is short', () => {
    expect(queued(decide(aTurn('the funeral is tomorrow, I need the flowers today')))?.reason).to.equal('distress');
    const mood = { ...freshMood, turns: 1, lasting: { distress: 1 }, quiet: 3 };
    const again = aTurn('could somebody please help me', { episode: anEpisode({ memory: aMemory({ mood }) }) });
    expect(queued(decide(again))?.reason).to.equal('distress');
  });

  it('stays the reason of what is offered for it, however the offer is taken, and in its language', () => {
    const nobody = { line: { ahead: 0, agents: 0, pace: 0 } };
    for (const [text, there, away] of [
      [
        'my mother died and I need to cancel her order',
        /so sorry.*getting a person/,
        /Write your message|Schreiben Sie Ihre Nachricht/,
      ],
      ['ich bin verzweifelt', /sehr leid.*Ich hole/, /Write your message|Schreiben Sie Ihre Nachricht/],
    ] as const) {
      for (const line of [{}, nobody]) {
        const offered = decide(aTurn(text, line));
        const { memory } = offered.find((effect) => effect.kind === 'remember')!;
        const [choice] = offers(offered);
        const episode = anEpisode({ memory, grave: true });
        for (const turn of [
          aTurn(choice!.title, { ...line, value: choice!.value, episode }),
          aTurn(choice!.title, { ...line, episode }),
          aTurn('yes', { ...line, episode }),
        ]) {
          const taken = decide(turn);
          expect(queued(taken)?.reason, `${text} → ${turn.said.text}`).to.equal('distress');
          expect(queued(taken)?.boostMs, text).to.be.at.least(12 * 60_000);
          const alone = turn.said.text === 'yes' ? /Nobody is at the desk|niemand am Platz/ : away;
          expect(said(taken), text).to.match(line === nobody ? alone : there);
        }
      }
    }
  });

  it('is no reason of an offer that was made for something else', () => {
    const offered = decide(aTurn('how many moons does jupiter have'));
    const { memory } = offered.find((effect) => effect.kind === 'remember')!;
    const pressed = decide(aTurn('Talk to a person', { value: 'person', episode: anEpisode({ memory }) }));
    expect(queued(pressed)?.reason).to.equal('unanswered');
    expect(queued(decide(aTurn('Talk to a person', { value: 'person' })))?.reason).to.equal('asked');
  });

  it('never lets the tone cool in that case', () => {
    const effects = decide(aTurn('how many moons does jupiter have', { episode: anEpisode({ grave: true }) }));
    expect(said(effects)).to.include('I would rather not guess');
  });
});

describe('a survey', () => {
  it('is asked of nobody in distress whom an answer helped', () => {
    const memory = aMemory({ place: { flow: 'answer', step: 'judged' } });
    const pressed = (grave: boolean) =>
      decide(
        aTurn('That answers it', { value: 'solved', episode: anEpisode({ memory, ...(grave ? { grave } : {}) }) }),
      );
    const asks = (effects: readonly Effect[]) => effects.some((e) => e.kind === 'count' && e.what === 'asked-ces');
    expect(asks(pressed(false))).to.equal(true);
    expect(asks(pressed(true))).to.equal(false);
  });
});
