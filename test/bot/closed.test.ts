import { expect } from 'chai';
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Turn } from '../../src/conversation/index.js';
import { checkHours } from '../../src/queue/index.js';
import { aMemory, anEpisode, aTurn, knowledge } from '../support/mind.js';

const usual = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => `  ${day}: 09:00-17:00`);
const checked = checkHours({
  name: 'hours.yaml',
  text: `zone: Europe/London\nweek:\n${usual.join('\n')}\n  saturday: closed\n  sunday: closed\nqueues:\n  main: { title: Support }\n`,
});
if (checked.kind === 'broken') throw new Error(checked.problems.join('\n'));
const office = { ...knowledge, hours: checked.value };

const friday = { open: Date.parse('2026-11-27T16:00Z'), closed: Date.parse('2026-11-27T18:00Z') };
const decide = (text: string, turn: Partial<Turn> & { value?: string } = {}) =>
  decideTurn(aTurn(text, { now: friday.closed, ...turn }), office);
const said = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.reply] : []));
const placed = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'remember' ? [effect.memory.place] : []))[0];
const queued = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'queue');

describe('out of hours', () => {
  it('nobody is promised a person or a wait: the customer is told when the desk opens, and keeps a place', () => {
    const effects = decide('I want to talk to a person');
    expect(queued(effects)).to.include({ reason: 'asked' }).and.not.have.property('promised');
    expect(said(effects)[0]?.text)
      .to.match(/closed.*It opens Monday at 09:00 GMT/)
      .and.not.match(/minutes/);
    expect(said(effects)[0]?.choices?.map(({ value }) => value)).to.deep.equal(['leave-message']);
  });

  it('is not mentioned as long as no person is needed', () => {
    expect(said(decide('how long does delivery take'))[0]?.text).not.to.match(/closed/);
  });

  it('a message is offered in place of a person, and the ticket is there before the message is written', () => {
    const offered = decide('how many moons does jupiter have');
    expect(said(offered)[0]?.text).to.match(/It opens Monday at 09:00 GMT/);
    expect(said(offered)[0]?.choices?.map(({ value }) => value)).to.deep.equal(['leave-message', 'not-now']);

    const open = anEpisode({ memory: aMemory({ place: placed(offered)! }) });
    const taken = decide('Leave a message', { value: 'leave-message', episode: open });
    expect(queued(taken)).to.include({ reason: 'message' });
    expect(placed(taken)).to.deep.equal({ flow: 'waiting', step: 'message' });
    expect(said(taken)).to.have.length(1);

    const waiting = (place: typeof open.memory.place) =>
      anEpisode({ state: 'waiting', memory: aMemory(place === undefined ? {} : { place }) });
    const written = decide('my lamp came broken', { episode: waiting(placed(taken)) });
    const contact = decide('me@example.org', { episode: waiting(placed(written)) });
    expect(contact.find((effect) => effect.kind === 'contact')).to.have.property('text', 'me@example.org');
  });

  it('is said again to who writes while they wait', () => {
    const effects = decide('hello?', { episode: anEpisode({ state: 'waiting' }) });
    expect(said(effects)[0]?.text).to.match(/closed now.*Monday at 09:00 GMT/);
  });

  it('within hours the same customer is promised a person, with a range that is kept', () => {
    const effects = decide('I want to talk to a person', { now: friday.open });
    expect(queued(effects)).to.have.property('promised').that.deep.equals({ low: 90_000_000, high: 270_000_000 });
    expect(said(effects)[0]?.text).to.match(/about \{low\}–\{high\} minutes/);
  });

  it('within hours but with nobody at the desk, no person is promised either', () => {
    const line = { ahead: 0, agents: 0, pace: 0 };
    const effects = decide('how many moons does jupiter have', { now: friday.open, line });
    expect(said(effects)[0]?.text).to.match(/Nobody is at the desk/);
    expect(said(effects)[0]?.choices?.[0]?.value).to.equal('leave-message');
  });
});
