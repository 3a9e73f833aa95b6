/** The chat on a page that carries it: it stands in a frame of its own. */
import type { Frame, Page } from 'playwright-core';

const patience = { timeout: 25_000 };

/** The chat itself, in its frame. */
export async function chatOn(page: Page): Promise<Frame> {
  const frame = await page.locator('warmline-chat iframe').elementHandle(patience);
  const chat = await frame.contentFrame();
  if (!chat) throw new Error('The page has no chat.');
  return chat;
}

/** Opens the chat of a page that carries it, and waits until it greets. */
export async function openChat(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: /^Open chat/ }).click(patience);
  const chat = await chatOn(page);
  await chat
    .getByText(/I am automated/)
    .first()
    .waitFor(patience);
  return chat;
}
