/** Real pages on a real server: what the chat and the desk say of what was written is true. */
import { expect } from 'chai';
import type { Frame } from 'playwright-core';
import { openChat } from '../support/chat.js';
import { inBrowsers, patience } from '../support/browser-house.js';

const field = (page: Frame) => page.getByRole('textbox', { name: 'Your message' });
const write = async (page: Frame, text: string) => {
  await field(page).fill(text, patience);
  await field(page).press('Enter');
};
/** The words in the chat's thread, as often as they stand there. */
const said = (page: Frame, text: string) => page.getByRole('log').getByText(text, { exact: true });

inBrowsers('what is told', (house) => {
  /** A customer whom Ana has, with words of both. */
  const withAna = async (first = 'My lamp is broken'): Promise<Frame> => {
    const page = await house().inLine();
    await write(page, first);
    await house().claim();
    await house().write('Let me look');
    await said(page, 'Let me look').waitFor(patience);
    return page;
  };
  const close = async () => {
    const { ana } = house();
    await ana.getByText('answered').first().waitFor(patience);
    await ana.getByRole('button', { name: 'Close', exact: true }).click(patience);
    await ana.getByText(/^You closed/).waitFor(patience);
  };

  it('a draft at the close is a new message, never the comment of the survey', async () => {
    const page = await withAna();
    await field(page).fill('It is about my broken la');
    await close();
    await page.getByRole('group', { name: /easy/ }).waitFor(patience);
    await page.getByText('You began this before the survey').waitFor(patience);
    await page.getByRole('button', { name: /^6 of 7/ }).click(patience);
    await page.getByRole('button', { name: 'Use it as my comment' }).waitFor(patience);
    expect(await field(page).inputValue()).to.equal('It is about my broken la');
    await field(page).press('End');
    await field(page).pressSequentially('mp');
    await field(page).press('Enter');
    await said(page, 'It is about my broken lamp').waitFor(patience);
    await page.getByText('Thank you. It is recorded.').waitFor(patience);
    const lines = await page.getByRole('log').innerText();
    expect(lines.indexOf('It is recorded')).to.be.below(lines.indexOf('It is about my broken lamp'));
  });

  it('a choice that was over is no word to anybody, in the row and in the transcript', async () => {
    const { ana, server } = house();
    const page = await withAna('Nobody answers');
    const kept = await page.evaluate<string>('localStorage.getItem(`warmline:${location.origin}`)');
    const { thread } = JSON.parse(kept) as { thread: { token: string; conversationId: string } };
    const body = {
      type: 'message',
      from: { id: 'me' },
      text: 'Leave a message',
      channelData: { choice: 'leave-message' },
    };
    await fetch(`${server.url}/v3/directline/conversations/${thread.conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${thread.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await ana.getByText('Chose “Leave a message” too late: nothing was done with it').waitFor(patience);
    const row = ana.locator('.row.is-open');
    expect(await row.innerText()).to.include('You: Let me look');
    await close();
  });

  it('a corrected reading holds from then on, once, with who and when, for older messages too', async () => {
    const { ana } = house();
    const page = await withAna('This is RIDICULOUS, nothing works');
    await write(page, 'Still nothing');
    const bubble = ana.locator('.said-customer', { hasText: 'RIDICULOUS' });
    await ana.locator('.said-customer', { hasText: 'Still nothing' }).waitFor(patience);
    await bubble.getByRole('button', { name: /frustrated: the words/ }).click(patience);
    await bubble.getByRole('button', { name: 'Wrong: it is calm' }).click(patience);
    await bubble.getByText(/^Read as calm by Ana Silva, \d/).waitFor(patience);
    expect(await bubble.getByRole('button', { name: 'neutral: the words that say so' }).count()).to.equal(1);
    expect(await ana.getByText(/corrected/i).count(), 'said once').to.equal(0);
    const row = ana.locator('.row.is-open');
    expect(await row.innerText()).to.include('Still nothing');
    await bubble.getByRole('button', { name: 'Wrong: it is frustrated' }).click(patience);
    await bubble.getByText(/^Read as frustrated by Ana Silva/).waitFor(patience);
  });

  it('a file is refused in words, dropped or pasted, and the page stays', async () => {
    const page = await house().chatting();
    const give = (type: 'drop' | 'paste') =>
      page.evaluate(`(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'receipt.txt', { type: 'text/plain' }));
        const field = document.querySelector('textarea');
        const how = { bubbles: true, cancelable: true, composed: true };
        const event = '${type}' === 'drop'
          ? new DragEvent('drop', { ...how, dataTransfer: data })
          : new ClipboardEvent('paste', { ...how, clipboardData: data });
        return field.dispatchEvent(event);
      })()`);
    for (const type of ['drop', 'paste'] as const) {
      expect(await give(type), `${type}: the browser would go on`).to.equal(false);
      await page.getByText('Files and pictures cannot be sent in this chat.').waitFor(patience);
      await field(page).pressSequentially('a');
      await page.getByText('Files and pictures').waitFor({ state: 'detached', ...patience });
    }
  });

  it('the limit of a message is told before it is sent, and nothing over it is', async () => {
    const page = await house().chatting();
    await field(page).fill('x'.repeat(18_500));
    await page.getByText('18,500 of 20,000 characters').waitFor(patience);
    await field(page).fill('x'.repeat(20_003));
    await page.getByText(/^Too long to send by 3 characters/).waitFor(patience);
    await field(page).press('Enter');
    expect(await field(page).inputValue()).to.have.length(20_003);
  });

  it('the first opening while the server is out of reach says so, and is whole when it is back', async () => {
    const { browser, server } = house();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(server.url);
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Open chat/ }).click(patience);
    await page.getByText('We cannot be reached').waitFor(patience);
    await context.setOffline(false);
    const chat = page.frameLocator('warmline-chat iframe');
    await chat.getByRole('button', { name: 'How do I return something?' }).waitFor({ timeout: 30_000 });
    expect(await chat.getByRole('heading').innerText()).to.not.equal('Chat');
  });

  it('the time of a message is shown by a tap, and by the keyboard on the thread', async () => {
    const page = await house().chatting();
    await write(page, 'How long does delivery take?');
    const line = said(page, 'How long does delivery take?');
    const time = page.getByRole('log').locator('.line-mine .line-time');
    await page.getByRole('button', { name: 'That answers it' }).waitFor(patience);
    expect(await time.isVisible()).to.equal(false);
    await line.click(patience);
    expect(await time.innerText()).to.match(/\d:\d\d/);
    await line.click(patience);
    expect(await time.isVisible()).to.equal(false);
    await field(page).focus();
    for (let presses = 0; presses < 8 && !(await time.isVisible()); presses += 1)
      await page.page().keyboard.press('Shift+Tab');
    expect(await time.isVisible()).to.equal(true);
  });

  it('the greeting stands above what was written before the server greeted', async () => {
    const { browser, server } = house();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.route(/\/v3\/directline\//, (route) => route.abort());
    await page.goto(server.url);
    const chat = await openChat(page);
    await write(chat, 'Nobody hears this yet');
    const lines = await chat.getByRole('log').innerText();
    expect(lines.indexOf('I am automated')).to.be.below(lines.indexOf('Nobody hears this yet'));
    await context.close();
  });

  it('at 200 % zoom the newest words are in view beside the place in line', async () => {
    const { browser, server } = house();
    const context = await browser.newContext({ viewport: { width: 640, height: 400 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.url);
    const chat = await openChat(page);
    await chat.getByRole('button', { name: 'Talk to a person', exact: true }).click(patience);
    await chat.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
    const thread = await chat.getByRole('log').boundingBox();
    const foot = await chat.getByRole('textbox', { name: 'Your message' }).boundingBox();
    expect(thread?.height ?? 0).to.be.above(90);
    expect((thread?.y ?? 0) + (thread?.height ?? 0), 'nothing lies over it').to.be.at.most(foot?.y ?? 0);
    await context.close();
  });
});
