import { expect } from 'chai';
import fc from 'fast-check';
import { SupportError } from '../../src/base/index.js';
import { type Arrival, toActivities, toSaid } from '../../src/channels/activity.js';
import { readActivity } from '../../src/channels/inbound.js';
import { capabilities, render } from '../../src/channels/render/index.js';
import type { Entry, Mark, VisibleEntry } from '../../src/conversation/index.js';

const arrival: Arrival = { conversation: 'teams-a', channel: 'teams', customer: { id: 'u' }, activity: 'a1' };
const bot = { id: '28:bot', name: 'Help' };
const said = (activity: object) => toSaid(readActivity({ type: 'message', recipient: bot, ...activity }), arrival);
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } });

const quoted = {
  contentType: 'text/html',
  content:
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Bob</strong><p>old words</p></blockquote><p>mine</p>',
};

describe('an activity as what was said', () => {
  const texts: readonly (readonly [string, object, string])[] = [
    ['is trimmed', { text: '  hello \n' }, 'hello'],
    ['is empty without text', {}, ''],
    ['is empty with null', { text: null }, ''],
    [
      'loses the mention of the bot',
      { text: '<at>Help</at> where is it?', entities: [mention(bot.id, '<at>Help</at>')] },
      'where is it?',
    ],
    [
      'keeps the name of another person',
      {
        text: '<at>Help</at> ask <at>Eve</at>',
        entities: [mention(bot.id, '<at>Help</at>'), mention('e', '<at>Eve</at>')],
      },
      'ask Eve',
    ],
    [
      'loses the hard space after a mention',
      { text: '<at>Help</at>&nbsp;hi', entities: [mention(bot.id, '<at>Help</at>')] },
      'hi',
    ],
    ['survives entities of any shape', { text: 'hi', entities: [7, null, { type: 'mention' }] }, 'hi'],
    [
      'ignores the HTML twin that Teams attaches',
      { text: 'hi', attachments: [{ contentType: 'text/html', content: '<p>hi</p>' }] },
      'hi',
    ],
    ['is the title of a pressed button', { value: { choice: 'order', title: 'My order' } }, 'My order'],
    ['is the value of a button without a title', { value: { choice: 'order' } }, 'order'],
    ['ignores values of another shape', { text: 'hi', value: 'free text' }, 'hi'],
  ];
  const html: readonly (readonly [string, object, string])[] = [
    [
      'of HTML is what people read',
      { textFormat: 'xml', text: '<div><p>How do I return a <strong>lamp</strong> &amp; chair?<br>Thanks</p></div>' },
      'How do I return a lamp & chair?\nThanks',
    ],
    ['of an e-mail is read as HTML', { channelId: 'email', text: '<html><body><p>Hi</p><script>x</script>' }, 'Hi'],
    ['has an emoji by its words', { textFormat: 'xml', text: 'Good <emoji alt="👍">like</emoji>' }, 'Good 👍like'],
    [
      'of Teams has no escaped signs',
      { channelId: 'msteams', text: 'a &lt;b&gt; &amp;lt; &quot;c&quot;' },
      'a <b> &lt; "c"',
    ],
    ['of a quoting reply is the reply', { text: 'Bob old words mine', attachments: [quoted] }, 'mine'],
    [
      'of a card of somebody else is its fields',
      { value: { size: 'L', count: 2, deep: { a: 1 } } },
      'size: L\ncount: 2',
    ],
    ['of HTML that never ends is what is there', { textFormat: 'xml', text: '<p>Hi <b' }, 'Hi'],
  ];
  for (const [what, activity, text] of [...texts, ...html]) {
    it(what, () => {
      expect(said(activity).text).to.equal(text);
    });
  }

  it('carries a tapped choice of either channel', () => {
    expect(said({ text: 'My order', channelData: { choice: 'order' } }).value).to.equal('order');
    expect(said({ value: { choice: 'order' } }).value).to.equal('order');
    expect(said({ text: 'My order' })).to.not.have.property('value');
    expect(said({ value: { choice: 'order', offer: 12 } })).to.include({ value: 'order', offer: 12 });
    expect(said({ text: 'My order', channelData: { choice: 'order' } })).to.not.have.property('offer');
  });

  it('tells what it replies to, and what was sent with it', () => {
    const sent = [
      { contentType: 'image/png', contentUrl: 'https://x.example/1' },
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'invoice.pdf',
        content: { fileType: 'pdf' },
      },
      { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
      7,
    ];
    expect(said({ attachments: [quoted, ...sent] })).to.deep.include({
      text: 'mine',
      quote: 'Bob\nold words',
      files: [
        { name: 'a file (image/png)', type: 'image/png' },
        { name: 'invoice.pdf', type: 'pdf' },
      ],
    });
    expect(said({ text: 'hi' })).to.not.have.any.keys('quote', 'files');
  });

  it('is cut at 20,000 characters, and never through one', () => {
    expect(said({ text: 'x'.repeat(30_000) }).text).to.have.length(20_000);
    const pairs = said({ text: `x${'😀'.repeat(15_000)}` }).text;
    expect(pairs).to.have.length(19_999);
    expect(pairs.endsWith('😀')).to.equal(true);
  });

  it('keeps ordinary words as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!/[<>&\u00a0]/.test(text));
        expect(said({ text }).text).to.equal(text.trim());
      }),
    );
  });

  it('is either read or refused as a bad request, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(
          fc.constantFrom('text', 'from', 'value', 'entities', 'channelData', 'conversation'),
          fc.anything(),
        ),
        (body, parts) => {
          for (const sent of [body, { type: 'message', ...parts }]) {
            try {
              expect(toSaid(readActivity(sent), arrival).text).to.be.a('string');
            } catch (fault) {
              expect(fault).to.be.instanceOf(SupportError).and.to.have.property('code', 'bad-request');
            }
          }
        },
      ),
    );
  });
});

const marks: readonly Mark[] = [
  'queued',
  'joined',
  'released',
  'expired',
  'handed-back',
  'left-line',
  'closed',
  'resumed',
];
const choices = fc.array(fc.record({ title: fc.string({ minLength: 1 }), value: fc.string() }), { maxLength: 9 });
const entries = fc
  .array(
    fc.record(
      {
        role: fc.constantFrom('customer', 'assistant', 'agent', 'note', 'system'),
        text: fc.string(),
        mark: fc.constantFrom(...marks),
        by: fc.string({ minLength: 1 }),
        choices,
        activity: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['role', 'text'] },
    ),
    { maxLength: 20 },
  )
  .map((list) => list.map((one, index): Entry => ({ ...one, seq: index + 1, at: index, stint: 'none' })));
const to = { conversation: 'web-1', customer: 'dl_1' };

describe('entries as activities', () => {
  it('never show a note, nor a seam that is not for the customer', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const shown = new Set(toActivities(list, to).map(({ channelData }) => channelData?.seq));
        for (const { seq, role, mark, text } of list) {
          const hidden = mark === undefined || mark === 'queued' || mark === 'left-line' || text === '';
          const expected = role !== 'note' && !(role === 'system' && hidden);
          expect(shown.has(seq), `${role} ${mark ?? ''}`).to.equal(expected);
        }
      }),
    );
  });

  it('carry the number and the words of each entry, in order', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const activities = toActivities(list, to);
        const seqs = activities.map(({ channelData }) => channelData?.seq ?? 0);
        expect(seqs).to.deep.equal([...seqs].sort((a, b) => a - b));
        for (const { id, text, channelData, from } of activities) {
          const entry = list[(channelData?.seq ?? 0) - 1]!;
          expect(text).to.equal(entry.text);
          expect(id).to.equal(`web-1|${String(entry.seq).padStart(7, '0')}`);
          expect(from.role).to.equal(entry.role === 'customer' ? 'user' : 'bot');
          expect(channelData?.clientActivityID).to.equal(entry.activity);
        }
      }),
    );
  });

  it('never carry the feeling of a message', () => {
    const feeling = { valence: -1, frustration: 1, level: -3, evidence: [], cues: [] };
    const entry = { seq: 1, at: 0, role: 'customer', text: 'x', stint: 'bot', feeling } as unknown as Entry;
    expect(JSON.stringify(toActivities([entry], to))).to.not.match(/feeling|frustration|valence/);
  });

  it('come back as what was said when a choice is tapped', () => {
    fc.assert(
      fc.property(
        choices.filter((list) => list.length > 0),
        fc.nat(),
        (list, pick) => {
          const entry: Entry = { seq: 1, at: 0, role: 'assistant', text: 'Which?', stint: 'none', choices: list };
          const chosen = list[pick % list.length]!;
          const [web] = toActivities([entry], to);
          const action = web!.suggestedActions!.actions[pick % list.length]!;
          const tapped = said({
            text: action.value,
            channelData: { choice: web!.channelData!.choices![pick % list.length]!.value },
          });
          expect(tapped).to.include({ text: chosen.title.trim() || chosen.value, value: chosen.value });
          const card = JSON.stringify(render(entry as VisibleEntry, capabilities.emulator));
          expect(card).to.contain(JSON.stringify({ choice: chosen.value, title: chosen.title, offer: 1 }).slice(1, -1));
        },
      ),
    );
  });
});
