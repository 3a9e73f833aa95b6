/** What is typed and not sent, when a survey is asked over it. */
import { expect } from 'chai';
import { setUp } from './set-up.js';

describe('a draft', () => {
  const survey = (seq: number, form: 'scale' | 'comment') => ({
    type: 'message',
    from: { id: 'bot', role: 'bot' },
    text: 'How easy was it?',
    channelData: { seq, role: 'assistant', form, choices: [{ title: 'Skip it', value: 'skip' }] },
  });
  const tell = ({ sockets }: ReturnType<typeof setUp>, seq: number, form: 'scale' | 'comment') => {
    for (const { told } of sockets)
      told.frame(JSON.stringify({ activities: [survey(seq, form)], watermark: `${seq}` }));
  };
  const surveyed = async (before: string) => {
    const set = setUp();
    set.chat.start();
    await set.time.pass(50);
    set.chat.draft.value = before;
    tell(set, 10, 'scale');
    tell(set, 12, 'comment');
    return set;
  };

  it('never makes it the comment of a survey that was asked since: that is skipped first', async () => {
    const { chat, time, texts } = await surveyed('It is about my broken la');
    expect(chat.early.value).to.equal(true);
    chat.draft.value += 'mp';
    chat.submit();
    await time.pass(50);
    expect(texts()).to.deep.equal(['Skip it', 'It is about my broken lamp']);
    expect(chat.draft.value).to.equal('');
  });

  it('takes it for the comment when the customer says so, or began it after the question', async () => {
    const meant = await surveyed('The lamp was slow');
    meant.chat.adopt();
    expect(meant.chat.early.value).to.equal(false);
    meant.chat.submit();
    await meant.time.pass(50);
    expect(meant.texts()).to.deep.equal(['The lamp was slow']);
    const later = await surveyed('');
    later.chat.draft.value = 'All fine';
    later.chat.submit();
    await later.time.pass(50);
    expect(later.texts()).to.deep.equal(['All fine']);
  });

  it('knows after a reload when it was begun', async () => {
    const first = await surveyed('It is about my la');
    const second = setUp(first.held, first);
    second.chat.start();
    await first.time.pass(50);
    tell(second, 12, 'scale');
    expect(second.chat.early.value).to.equal(true);
  });

  it('does not send what is longer than a message may be', async () => {
    const { chat, time, texts } = await surveyed('');
    chat.draft.value = 'x'.repeat(20_001);
    chat.submit();
    await time.pass(50);
    expect(texts()).to.deep.equal([]);
    expect(chat.draft.value).to.have.length(20_001);
  });
});
