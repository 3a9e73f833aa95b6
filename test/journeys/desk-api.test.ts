/** What the agents' and managers' addresses refuse, and what they answer, over real HTTP. */
import { expect } from 'chai';
import type { ClaimAnswer, TicketView } from '../../src/desk/contract.js';
import type { EpisodePage, Summary } from '../../src/insights/contract.js';
import { waitingRow } from '../support/desk-member.js';
import { startServer, type ServerProcess } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';

const json = { 'content-type': 'application/json' };

onEveryEngine('the desk over HTTP', (start) => {
  let house: StoreHouse;
  let server: ServerProcess;
  const cookies: Record<string, string> = {};

  before(async () => {
    house = await start();
    server = await startServer(house.env);
    for (const id of ['ana', 'ben', 'maya']) {
      const answer = await post('/api/sign-in', { id });
      cookies[id] = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    }
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  const post = (path: string, body: unknown, who?: string) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { ...json, cookie: cookies[who ?? ''] ?? '' },
      body: JSON.stringify(body),
    });
  const get = (path: string, who?: string) =>
    fetch(server.url + path, { headers: { cookie: cookies[who ?? ''] ?? '' } });
  const read = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

  async function customer(...texts: readonly string[]): Promise<string> {
    const granted = await read<{ token: string; conversationId: string }>(post('/v3/directline/tokens/generate', {}));
    for (const text of texts) {
      const answer = await fetch(`${server.url}/v3/directline/conversations/${granted.conversationId}/activities`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${granted.token}` },
        body: JSON.stringify({ type: 'message', text, from: { id: 'me' } }),
      });
      expect(answer.status).to.equal(200);
    }
    return granted.conversationId;
  }

  const waiting = (id: string) => waitingRow(server.url, cookies['ana'] ?? '', id);
  const token = () => crypto.randomUUID();

  it('lets nobody in who is not signed in, and managers not into the desk', async () => {
    expect((await get('/api/desk/line')).status).to.equal(401);
    expect((await get('/api/desk/line', 'maya')).status).to.equal(403);
    expect((await get('/api/insights/summary?from=0&to=1', 'ana')).status).to.equal(403);
    expect((await post('/api/desk/claim', { token: token() })).status).to.equal(401);
  });

  it('refuses what it cannot read, and says which field', async () => {
    const answer = await post('/api/desk/claim', { token: 7 }, 'ana');
    expect(answer.status).to.equal(400);
    expect(await answer.text())
      .to.match(/token/)
      .and.not.match(/at .*\.js/);
    expect((await get('/api/insights/summary?from=9&to=1', 'maya')).status).to.equal(400);
    expect((await get('/api/desk/tickets/nobody', 'ana')).status).to.equal(404);
  });

  it('gives a ticket to one agent, tells the other who has it, and takes words of the first only', async () => {
    const id = await customer('I want to talk to a person');
    await waiting(id);
    const won = await read<ClaimAnswer>(post('/api/desk/claim', { token: token(), ticket: id }, 'ana'));
    expect(won.kind).to.equal('claimed');
    expect(await read(post('/api/desk/claim', { token: token(), ticket: id }, 'ben'))).to.deep.equal({
      kind: 'taken',
      by: 'Ana Silva',
    });
    const epoch = won.kind === 'claimed' ? won.ticket.epoch : 0;
    const path = `/api/desk/tickets/${encodeURIComponent(id)}`;
    const say = { id: token(), epoch, text: 'hello', note: false };
    expect(await read(post(`${path}/say`, say, 'ben'))).to.deep.equal({ kind: 'fenced', by: 'Ana Silva' });
    expect(await read(post(`${path}/say`, say, 'ana'))).to.include({ kind: 'said' });
    const note = await read(post(`${path}/say`, { ...say, id: token(), note: true, text: 'be kind' }, 'ben'));
    expect(note).to.include({ kind: 'said' });
    const view = await read<TicketView>(get(path, 'ana'));
    expect(view.receipt?.signals.map((signal) => signal.name)).to.include('asks-person');
    expect(view.customerId).to.match(/^dl_/);
    expect(view.entries.map((entry) => entry.role)).to.include.members(['customer', 'system', 'agent', 'note']);
    expect(await read(post(`${path}/move`, { seen: view.ticket.seq, epoch, action: 'close' }, 'ana'))).to.deep.equal({
      kind: 'moved',
      helped: true,
    });
    expect((await get(path, 'ana')).status).to.equal(404);
  });

  it("takes an agent's word on how a message reads, and gives it to the manager for training", async () => {
    const id = await customer('get me a person, the lamp is late');
    await waiting(id);
    const path = `/api/desk/tickets/${encodeURIComponent(id)}`;
    const corrects = { about: 1, reads: 'calm' };
    const note = { id: token(), epoch: 0, text: 'reads as calm', note: true, corrects };
    expect((await post(`${path}/say`, { ...note, note: false }, 'ana')).status).to.equal(400);
    const other = { ...note, id: token(), corrects: { about: 1, reads: 'frustrated' } };
    expect(await read(post(`${path}/say`, other, 'ana'))).to.include({ kind: 'said' });
    expect((await read<TicketView>(get(path, 'ana'))).ticket.level).to.equal(-2);
    expect(await read(post(`${path}/say`, note, 'ana'))).to.include({ kind: 'said' });
    const view = await read<TicketView>(get(path, 'ana'));
    expect(view.ticket.level).to.equal(0);
    const about = view.entries.find(({ role }) => role === 'customer')?.seq;
    expect(view.entries.at(-1)).to.include({ about: 1, reads: 'calm', by: 'Ana Silva' });
    expect(about).to.equal(1);
    const period = `from=${Date.now() - 3_600_000}&to=${Date.now() + 3_600_000}`;
    const rows = await (await get(`/api/insights/export?${period}&format=corrections`, 'maya')).text();
    expect(rows).to.include('0\tget me a person, the lamp is late');
    const replayed = await (await get(`/api/insights/export?${period}&format=replay`, 'maya')).text();
    expect(replayed).to.include('"role":"customer","text":"get me a person, the lamp is late"');
  });

  it('shows the manager every episode with stints that add up, and the log to take away', async () => {
    const [from, to] = [Date.now() - 3_600_000, Date.now() + 3_600_000];
    const { rows } = await read<EpisodePage>(get(`/api/insights/episodes?from=${from}&to=${to}`, 'maya'));
    const closed = rows.find((row) => row.outcome === 'helped');
    const life = (closed?.endedAt ?? 0) - (closed?.bornAt ?? 0);
    expect(Object.values(closed?.stints ?? {}).reduce((sum, span) => sum + span, 0)).to.be.closeTo(life, 0.01);
    const summary = await read<Summary>(get(`/api/insights/summary?from=${from}&to=${to}`, 'maya'));
    expect(summary.outcomes.helped).to.equal(1);
    expect(summary.waits.served.n).to.equal(1);
    const log = await (await get(`/api/insights/export?from=${from}&to=${to}&format=csv`, 'maya')).text();
    expect(log.trim().split('\n')).to.have.length(rows.length + 1);
  });

  it('never shows a note to the customer', async () => {
    const granted = await read<{ token: string; conversationId: string }>(post('/v3/directline/tokens/generate', {}));
    const place = `/v3/directline/conversations/${granted.conversationId}/activities`;
    const headers = { ...json, authorization: `Bearer ${granted.token}` };
    const body = JSON.stringify({ type: 'message', text: 'get me a human please', from: { id: 'me' } });
    await fetch(server.url + place, { method: 'POST', headers, body });
    await waiting(granted.conversationId);
    const secret = { id: token(), epoch: 0, text: 'customer is a known troublemaker', note: true };
    await post(`/api/desk/tickets/${granted.conversationId}/say`, secret, 'ana');
    const seen = await (await fetch(server.url + place, { headers })).text();
    expect(seen).to.include('get me a human').and.not.include('troublemaker');
  });
});
