/** The table channel × kind of entry: whatever the transcript has, every channel of Bot Framework shows words for it. */
import { Activity } from '@microsoft/agents-activity';
import { Channels } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { capabilities, capabilityOf, render, type Rendered } from '../../../src/channels/render/index.js';
import type { Choice, Entry, Extras, VisibleEntry } from '../../../src/conversation/index.js';
import { forms, marks, visible } from '../../../src/conversation/index.js';

const entry = (more: Partial<VisibleEntry>): VisibleEntry => ({
  seq: 3,
  at: 0,
  role: 'assistant',
  stint: 'bot',
  text: 'Words that are said.',
  ...more,
});
const pair = ['A person, please', 'Not now'].map((title) => ({ title, value: title.toLowerCase() }));
const scale = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ title: String(n), value: `ces:${n}` }));
const many = Array.from({ length: 120 }, (_, n) => ({ title: `Choice of number ${n + 1}`, value: `v${n}` }));

/** One of each kind that a role can be; a role that is not here does not compile. */
const byRole: Readonly<Record<VisibleEntry['role'], VisibleEntry>> = {
  assistant: entry({}),
  agent: entry({ role: 'agent', by: 'Ana', text: '2*3*4 is <b>24</b> & _not_ 9' }),
  system: entry({ role: 'system', mark: 'joined', by: 'Ana' }),
  customer: entry({ role: 'customer' }),
};
/** And of each form. */
const byForm: Readonly<Record<NonNullable<Extras['form']>, VisibleEntry>> = {
  scale: entry({ choices: scale, form: 'scale' }),
  comment: entry({ choices: [{ title: 'Skip', value: 'skip' }], form: 'comment' }),
};
const byMark = marks
  .map((mark): Entry => ({ ...entry({ by: 'Ana', mark }), role: 'system' }))
  .filter(visible)
  .map((one) => [`mark ${one.mark ?? ''}`, one] as const);

const kinds: readonly (readonly [string, VisibleEntry])[] = [
  ...Object.entries(byRole),
  ...forms.map((form) => [`form ${form}`, byForm[form]] as const),
  ...byMark,
  ['choices', entry({ choices: pair })],
  ['no choices at all', entry({ choices: [] })],
  ['too many choices', entry({ choices: many })],
  ['long words', entry({ text: 'A sentence of some words. '.repeat(760), choices: pair })],
];

/** What can be pressed. */
function buttonsOf({ suggestedActions, attachments = [] }: Rendered): readonly string[] {
  const titles = (found: unknown): readonly string[] => {
    if (Array.isArray(found)) return found.flatMap(titles);
    if (typeof found !== 'object' || found === null) return [];
    const { title, choice, type, selectAction } = found as Record<string, unknown>;
    if (selectAction !== undefined) return titles(selectAction);
    const pressed = choice === undefined && typeof title === 'string' && typeof type === 'string';
    return pressed ? [title] : Object.values(found).flatMap(titles);
  };
  return [...(suggestedActions?.actions.map(({ title }) => title) ?? []), ...titles(attachments)];
}

const channels = Object.values(Channels);
const cards = ['msteams', 'emulator'];

describe('the table of what channels show', () => {
  it('has a row for every channel that the Bot Framework knows', () => {
    expect(channels.filter((one) => !Object.hasOwn(capabilities, one))).to.deep.equal([]);
  });
  it('takes a channel that is not in it, and no name of an object, for one that shows words', () => {
    for (const name of ['new-one', '', 'constructor', '__proto__']) expect(capabilityOf(name).choices).to.equal('text');
  });

  for (const channel of channels) {
    const capability = capabilityOf(channel);
    for (const [kind, one] of kinds) {
      it(`${channel} shows ${kind}`, () => {
        const messages = render(one, capability);
        const words = messages.map(({ text }) => text).join(' ');
        const { choices = [] } = one;
        expect(words).to.contain(one.text.trim().split(/\s+/).at(-1));
        for (const message of messages) {
          expect(message.text.trim(), 'words').to.not.equal('');
          expect(message.text.length).to.be.at.most(capability.longest);
          expect(message.textFormat).to.equal(one.role === 'assistant' ? 'markdown' : 'plain');
          expect(Activity.fromObject(JSON.parse(JSON.stringify(message)) as object).type).to.equal('message');
          if (capability.speaks) expect(message.speak).to.be.a('string').and.not.equal('');
        }
        const pressed = messages.flatMap(buttonsOf);
        const spelled = choices.filter(({ title }) => words.includes(title)).map(({ title }) => title);
        const shown = choices.map(({ title }) => title);
        expect(pressed.length > 0 ? pressed : spelled, 'every choice can be taken').to.deep.equal(shown);
        expect(pressed.length).to.be.at.most(capability.mostChoices);
        const kindsOf = messages.flatMap(({ attachments = [] }) => attachments.map(({ contentType }) => contentType));
        if (!cards.includes(channel)) expect(kindsOf).to.not.include('application/vnd.microsoft.card.adaptive');
        if (capability.choices === 'text') expect(kindsOf).to.deep.equal([]);
      });
    }
  }
});

describe('words of a channel', () => {
  const text = (one: VisibleEntry, channel = 'sms') => render(one, capabilityOf(channel)).map((part) => part.text);

  it('number choices, but not those that are numbers', () => {
    expect(text(entry({ text: 'Shall I?', choices: pair }))).to.deep.equal([
      'Shall I?\n\n1. A person, please\n2. Not now',
    ]);
    expect(text(entry({ text: 'How easy?', choices: scale }))).to.deep.equal([
      'How easy?\n\n1 · 2 · 3 · 4 · 5 · 6 · 7',
    ]);
  });
  it('name the person in front of them, and leave theirs as they were typed', () => {
    expect(text(byRole.agent, 'msteams')).to.deep.equal(['Ana: 2*3*4 is <b>24</b> & _not_ 9']);
  });
  it('are spoken with the choices, and without signs', () => {
    const one = entry({ text: 'Go to **Returns** at [the shop](https://shop.example).', choices: pair });
    const [spoken] = render(one, capabilityOf('directlinespeech'));
    expect(spoken?.speak).to.equal('Go to Returns at the shop.\n\n1. A person, please\n2. Not now');
  });
  it('lose nothing where they go on in the next message', () => {
    const choices = fc.array(fc.record({ title: fc.string({ minLength: 1 }), value: fc.string() }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6000 }), choices, (words, offered) => {
        const one = entry({ text: words, choices: offered });
        const parts = render(one, { ...capabilityOf('sms'), longest: 100 });
        const bare = (said: string) => said.replace(/\s+/g, '');
        const [whole] = render(one, { ...capabilityOf('sms'), longest: 1e9 });
        expect(bare(parts.map((part) => part.text).join(''))).to.equal(bare(whole!.text));
        for (const part of parts) expect(part.text.isWellFormed()).to.equal(words.isWellFormed());
      }),
    );
  });
});

describe('a card in Teams', () => {
  interface Row {
    readonly actions?: readonly { readonly data: object }[];
    readonly columns?: readonly unknown[];
  }
  const rowsOf = (choices: readonly Choice[], form?: 'scale') => {
    const [one] = render(entry({ choices, ...(form === undefined ? {} : { form }) }), capabilities.msteams);
    return (one!.attachments![0]!.content as { readonly body: readonly Row[] }).body;
  };

  it('has at most five buttons in a row, because Teams folds more than six away', () => {
    expect(rowsOf(many.slice(0, 12)).map(({ actions }) => actions!.length)).to.deep.equal([5, 5, 2]);
  });
  it('keeps a scale in one row', () => {
    const [row, ...more] = rowsOf(scale, 'scale');
    expect(row!.columns).to.have.length(7);
    expect(more).to.deep.equal([]);
  });
  it('leaves what was pressed in the chat, as words', () => {
    const data = { choice: 'not now', title: 'Not now', offer: 3 };
    expect(rowsOf(pair)[0]!.actions![1]!.data).to.deep.equal({
      ...data,
      msteams: { type: 'messageBack', displayText: 'Not now', text: 'Not now', value: data },
    });
  });
});
