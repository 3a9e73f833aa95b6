/** What follows from a thread: live choices, times between lines, the scale's words, when it is over. */
import { expect } from 'chai';
import { isClosed, isEarly, isTyping, items, liveChoices, readScale, unread } from '../../../src/web/chat/shown.js';
import { emptyChat, type ChatState, type Line, type Speaker } from '../../../src/web/chat/store.js';
import {
  connectionText,
  keptText,
  lineText,
  placeText,
  statusSaid,
  transcript,
  waitText,
} from '../../../src/web/chat/words.js';

const minute = 60_000;
const line = (seq: number, speaker: Speaker, more: Partial<Line> = {}): Line => ({
  key: `k${seq}`,
  seq,
  speaker,
  text: `words ${seq}`,
  at: seq * 1000,
  ...more,
});
const thread = (...lines: Line[]): ChatState => ({ ...emptyChat, lines });
const yesNo = [
  { title: 'Yes', value: 'y' },
  { title: 'Leave the line', value: 'leave-line' },
];
const scale = ['1', '2'].map((value) => ({ title: value, value }));

describe('what was begun before the survey', () => {
  const asked = [line(1, 'customer'), line(2, 'system', { mark: 'closed' }), line(3, 'assistant', { form: 'scale' })];
  const comment = [line(4, 'customer'), line(5, 'assistant', { form: 'comment' })];

  it('is no answer to it, at either question, whoever ended the case', () => {
    expect(isEarly(thread(...asked), 1)).to.equal(true);
    expect(isEarly(thread(...asked, ...comment), 2)).to.equal(true);
    expect(isEarly(thread(...asked, line(4, 'customer')), 1), 'the score is on its way').to.equal(true);
  });

  it('is not what was begun after it, nor anything once it is over', () => {
    expect(isEarly(thread(...asked), 3)).to.equal(false);
    expect(isEarly(thread(...asked, ...comment), 3)).to.equal(false);
    expect(isEarly(thread(...asked, ...comment, line(6, 'customer'), line(7, 'assistant')), 1)).to.equal(false);
    expect(isEarly(thread(line(1, 'assistant')), 0)).to.equal(false);
  });
});

describe('choices', () => {
  it('are live on the newest line only', () => {
    const asked = line(1, 'assistant', { choices: yesNo });
    expect(liveChoices(thread(asked))?.choices).to.deep.equal(yesNo);
    expect(liveChoices(thread(asked, line(2, 'customer')))).to.equal(undefined);
    expect(liveChoices(thread(asked, line(2, 'assistant')))).to.equal(undefined);
  });

  it('stay live when only a seam came after', () => {
    const passed = line(2, 'system', { mark: 'passed' });
    expect(liveChoices(thread(line(1, 'assistant', { choices: yesNo }), passed))?.choices).to.have.length(2);
  });

  it('are gone as soon as something is written', () => {
    const state = thread(line(1, 'assistant', { choices: yesNo }));
    const outbox = [{ key: 'x', text: 'Yes', at: 0, state: 'sending' } as const];
    expect(liveChoices({ ...state, outbox })).to.equal(undefined);
  });

  it('leave out what the waiting card offers, and keep the answer to "are you still there"', () => {
    const stay = { title: 'Yes, keep my place', value: 'stay' };
    const leave = ['leave-message', 'leave-line'].map((value) => ({ title: value, value }));
    const state = thread(line(1, 'assistant', { choices: [stay, ...leave] }));
    const waiting = { ...state, status: { state: 'waiting', place: 1, since: 0 } as const };
    expect(liveChoices(waiting)?.choices).to.deep.equal([stay]);
  });
});

describe('a closed conversation', () => {
  const closed = [line(1, 'agent'), line(2, 'system', { mark: 'closed' })];
  const survey = [line(3, 'assistant', { form: 'scale', choices: scale }), line(4, 'customer')];
  const thanks = line(5, 'assistant');

  it('is closed, but not while the survey asks', () => {
    expect(isClosed(thread(...closed))).to.equal(true);
    expect(isClosed(thread(...closed, ...survey.slice(0, 1)))).to.equal(false);
    expect(isClosed(thread(...closed, ...survey, thanks))).to.equal(true);
  });

  it('is open again with the next question', () => {
    expect(isClosed(thread(...closed, ...survey, thanks, line(6, 'customer')))).to.equal(false);
    expect(isClosed(thread(...closed, line(3, 'customer'), line(4, 'assistant')))).to.equal(false);
  });

  it('is not over when the case was reopened, and what its end asked is asked no more', () => {
    const reopened = line(5, 'system', { mark: 'reopened' });
    const asked = [...closed, line(3, 'assistant', { form: 'scale', choices: scale })];
    expect(liveChoices(thread(...asked))?.choices).to.deep.equal(scale);
    expect(liveChoices(thread(...asked, reopened))).to.equal(undefined);
    expect(isEarly(thread(...asked), 1)).to.equal(true);
    expect(isEarly(thread(...asked, reopened), 1), 'words begun before are for the person').to.equal(false);
    expect(isClosed(thread(...closed, reopened))).to.equal(false);
    expect(isClosed(thread(...closed, reopened, line(6, 'system', { mark: 'closed' })))).to.equal(true);
  });

  it('never is without an end', () => expect(isClosed(thread(line(1, 'assistant')))).to.equal(false));
});

describe('the transcript on screen', () => {
  it('shows the time after a long pause, and at the top when there was one', () => {
    const shown = items(thread(line(1, 'customer', { at: 0 }), line(2, 'assistant', { at: 21 * minute })));
    expect(shown.map(({ kind }) => kind)).to.deep.equal(['time', 'line', 'time', 'line']);
    expect(items(thread(line(1, 'customer'), line(2, 'assistant'))).map(({ kind }) => kind)).to.deep.equal([
      'line',
      'line',
    ]);
  });

  it('names a person once for what they say in a row', () => {
    const ana = { name: 'Ana' };
    const shown = items(thread(line(1, 'agent', ana), line(2, 'agent', ana), line(3, 'agent', { name: 'Ben' })));
    expect(shown.map((item) => item.kind === 'line' && item.first)).to.deep.equal([true, false, true]);
  });

  it('ends with what is not sent yet', () => {
    const outbox = [{ key: 'x', text: 'Hi', at: 0, state: 'failed' } as const];
    expect(items({ ...thread(line(1, 'assistant')), outbox }).map(({ key }) => key)).to.deep.equal(['k1', 'x']);
  });

  it('counts what others said since it was last seen', () => {
    const state = thread(line(1, 'assistant'), line(2, 'customer'), line(3, 'system'), line(4, 'agent'));
    expect([unread(state, 0), unread(state, 1), unread(state, 4)]).to.deep.equal([2, 1, 0]);
  });

  it('becomes plain text to keep', () => {
    const state = thread(
      line(1, 'customer'),
      line(2, 'system', { text: 'Ana joined.' }),
      line(3, 'agent', { name: 'Ana' }),
    );
    expect(transcript(state, 'Shop', (at) => `t${at}`)).to.equal(
      'Conversation with Shop\n\nYou (t1000):\nwords 1\n\n— Ana joined. (t2000)\n\nAna (t3000):\nwords 3\n\n',
    );
  });
});

describe('dots', () => {
  it('last ten seconds and no longer', () => {
    const state = { ...emptyChat, typing: 1000 };
    expect([isTyping(state, 1000), isTyping(state, 10_999), isTyping(state, 11_000)]).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(isTyping(emptyChat, 0)).to.equal(false);
  });
});

describe('a scale', () => {
  for (const [text, expected] of [
    [
      'Easy?\n1 = Strongly disagree, 7 = Strongly agree',
      { question: 'Easy?', low: 'Strongly disagree', high: 'Strongly agree' },
    ],
    ['One\nTwo\n1 = Hard · 7 = Easy.', { question: 'One\nTwo', low: 'Hard', high: 'Easy' }],
    ['How easy was it, 1 to 7?', { question: 'How easy was it, 1 to 7?', low: '', high: '' }],
    ['', { question: '', low: '', high: '' }],
  ] as const) {
    it(`reads the words at its ends from ${JSON.stringify(text)}`, () =>
      expect(readScale(text)).to.deep.equal(expected));
  }
});

describe('the line in words', () => {
  const wait = { low: 2 * minute, high: 5 * minute };
  it('says place and range, and when nobody is there', () => {
    expect(placeText({ state: 'waiting', place: 1, since: 0 })).to.equal('You are next in line');
    expect(placeText({ state: 'waiting', place: 12, since: 0 })).to.equal('You are 12th in line');
    expect(waitText({ state: 'waiting', place: 1, since: 0, wait })).to.equal('The wait is about 2–5 min.');
    expect(waitText({ state: 'waiting', place: 1, since: 0 })).to.equal('Nobody is at the desk right now.');
  });

  it('says when the desk is closed and when it opens, and promises no range then', () => {
    const closed = { state: 'waiting', place: 3, since: 0, opens: 'Monday at 09:00 GMT' } as const;
    expect(waitText(closed)).to.equal('The desk is closed now. It opens Monday at 09:00 GMT.');
    expect(waitText({ ...closed, opens: '' })).to.equal('The desk is closed now.');
    expect(keptText(closed)).to.match(/^A message keeps your place/);
    expect(keptText({ ...closed, reachable: true })).to.match(/^Your message is kept/);
    expect(lineText(closed)).to.equal('Your place in line is kept until we open');
    expect(statusSaid(closed)).to.equal('You are third in line. The desk is closed now. It opens Monday at 09:00 GMT.');
  });

  it('is said aloud with place and range, and with the name once a person is there', () => {
    expect(statusSaid({ state: 'waiting', place: 3, since: 0, wait })).to.equal(
      'You are third in line. The wait is about 2–5 min.',
    );
    expect(statusSaid({ state: 'agent', name: 'Ana' })).to.equal('You are with Ana.');
    expect(statusSaid({ state: 'assistant' })).to.equal('');
  });

  it('tells being offline from a server that is gone, and says nothing while all is well', () => {
    expect(connectionText('live', false)).to.equal('');
    expect(connectionText('connecting', true)).to.equal('');
    expect(connectionText('offline', false)).to.match(/^You are offline/);
    expect(connectionText('offline', true)).to.match(/^Connecting again/);
  });
});
