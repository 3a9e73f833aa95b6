/** Real pages on a real server: an agent's words survive every failure. */
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { inBrowsers, patience } from '../support/browser-house.js';

const say = /\/api\/desk\/tickets\/[^/]+\/say$/;

inBrowsers('what an agent has written', (house) => {
  let ana: Page;
  let url: string;
  const customers: Frame[] = [];
  const write = (text: string) => house().write(text);

  const arrives = async (text: string) => {
    const counts = async () => Promise.all(customers.map((page) => page.getByText(text, { exact: true }).count()));
    for (const until = Date.now() + 15_000; Date.now() < until;) {
      if ((await counts()).some((count) => count > 0)) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    expect(
      (await counts()).reduce((sum, count) => sum + count),
      text,
    ).to.equal(1);
  };

  before(async () => {
    const { inLine, claim } = house();
    ana = house().ana;
    url = house().server.url;
    for (let count = 0; count < 2; count += 1) {
      customers.push(await inLine());
      await claim();
    }
  });

  const fail = (status: number) => ana.route(say, (route) => route.fulfill({ status, json: {} }));
  const heal = () => ana.unroute(say);
  const other = () => ana.locator('.row-open[aria-current="false"]').first().click(patience);

  it('goes out by itself after one 502 while the feed lives', async () => {
    await ana.route(say, (route) => route.fulfill({ status: 502, json: {} }), { times: 1 });
    await write('after one 502');
    await arrives('after one 502');
  });

  it('is marked on its row and in the title in another conversation, and goes out from there', async () => {
    await fail(502);
    await write('switched away');
    await other();
    await ana.locator('.row-unsent').waitFor(patience);
    expect(await ana.title()).to.match(/1 unsent/);
    await heal();
    await arrives('switched away');
    await ana.locator('.row-unsent').waitFor({ state: 'detached', ...patience });
    expect(await ana.title()).to.not.match(/unsent/);
  });

  it('survives a reload', async () => {
    await fail(502);
    await write('before a reload');
    await ana.getByText('Not sent.').waitFor(patience);
    await ana.reload();
    await ana.locator('.row-unsent').waitFor(patience);
    await heal();
    await arrives('before a reload');
  });

  it('survives a session that ran out', async () => {
    await ana.locator('.row-open').first().click(patience);
    await ana.locator('.composer-text').waitFor(patience);
    await ana.context().clearCookies();
    await write('without a session');
    await ana.waitForURL(/sign-in/, { timeout: 40_000 });
    await house().signIn(ana, /Ana Silva/);
    await arrives('without a session');
  });

  it('arrives once when two tabs of the agent send it', async () => {
    await ana.locator('.row-open').first().click(patience);
    const second = await ana.context().newPage();
    await fail(502);
    await write('from two tabs');
    await ana.getByText('Not sent.').waitFor(patience);
    await second.goto(`${url}/desk`);
    await arrives('from two tabs');
    await heal();
    await ana.getByText('Not sent.').waitFor({ state: 'detached', timeout: 40_000 });
    await arrives('from two tabs');
    await second.close();
  });

  it('is one entry when two tabs really post it', async () => {
    const posts: { readonly id: string; readonly answer: unknown }[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await ana.locator('.row-open').first().click(patience);
    await fail(502);
    await write('posted by both');
    await ana.getByText('Not sent.').waitFor(patience);
    let waiting = 0;
    await ana.context().route(say, async (route) => {
      if ((waiting += 1) === 2) open();
      await gate;
      const response = await route.fetch();
      const { id } = route.request().postDataJSON() as { id: string };
      posts.push({ id, answer: await response.json() });
      await route.fulfill({ response });
    });
    const second = await ana.context().newPage();
    await second.goto(`${url}/desk`);
    await heal();
    await gate;
    await arrives('posted by both');
    await ana.getByText('Not sent.').waitFor({ state: 'detached', timeout: 40_000 });
    await arrives('posted by both');
    expect(posts).to.have.length(2);
    expect(posts[1]).to.deep.equal(posts[0]);
    expect(posts[0]?.answer).to.include({ kind: 'said' });
    await second.close();
    await ana.context().unroute(say);
  });

  it('signing out says what is open, gives it back, and ends the session on the server', async () => {
    const cookie = (await ana.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await ana.getByRole('button', { name: 'Sign out', exact: true }).click(patience);
    const dialog = ana.getByRole('dialog', { name: 'Sign out?' });
    await dialog.getByText(/You hold 2 conversations/).waitFor(patience);
    await dialog.getByRole('button', { name: 'Sign out' }).click(patience);
    await ana.waitForURL(/sign-in/, patience);
    expect((await fetch(`${url}/api/me`, { headers: { cookie } })).status).to.equal(401);
    for (const page of customers) {
      await page.getByRole('region', { name: 'Your place in line' }).waitFor(patience);
      await page.page().close();
    }
    customers.length = 0;
    await house().signIn(ana, /Ana Silva/);
  });
});
