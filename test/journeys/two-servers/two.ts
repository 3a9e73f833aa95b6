/** Several processes on one store: any of them serves any customer and any agent, and no one is lost with one of them. */
import { expect } from 'chai';
import type { ClaimAnswer, SayAnswer } from '../../../src/desk/contract.js';
import { type Signed, signIn } from '../../support/agent-calls.js';
import { type Client, createClient } from '../../support/direct-line.js';
import { generate } from '../../support/direct-line-calls.js';
import { type ServerProcess, startServer } from '../../support/server.js';
import type { EngineCase, StoreHouse } from '../../support/stores.js';

export function twoServers(engine: EngineCase): void {
  describe(`two servers on one store (${engine.name})`, () => {
    if (engine.skip !== undefined) {
      it(`skipped: ${engine.skip}`);
      return;
    }
    let house: StoreHouse;
    let one: ServerProcess;
    let other: ServerProcess;
    let ana: Signed;
    const clients: Client[] = [];

    before(async () => {
      house = await engine.start();
      [one, other] = await Promise.all([startServer(house.env), startServer(house.env)]);
      ana = await signIn(other.url, 'ana');
      await ana.post(other.url, '/api/desk/presence', { state: 'here' });
    });
    after(async () => {
      for (const client of clients) client.end();
      await Promise.all([one.stop(), other.stop()]);
      await house.close();
    });

    async function begin(): Promise<{ token: string; id: string; client: Client }> {
      const { token, conversationId: id } = await generate(one.url);
      return { token, id, client: at(one, token) };
    }
    function at(server: ServerProcess, token: string, conversationId?: string): Client {
      const where = { domain: `${server.url}/v3/directline`, token, webSocket: true };
      const client = createClient(conversationId === undefined ? where : { ...where, conversationId });
      clients.push(client);
      return client;
    }
    const saying = (words: RegExp) => (activity: { type: string; text?: string | undefined }) =>
      activity.type === 'message' && words.test(activity.text ?? '');
    const id = () => crypto.randomUUID();

    it('a customer of the one talks with an agent of the other, and goes on there when the one is killed', async () => {
      const { token, id: conversation, client } = await begin();
      await client.post('I want to talk to a person');
      await client.until(saying(/I am getting a person/));
      const claim = await ana.post<ClaimAnswer>(other.url, '/api/desk/claim', { token: id(), ticket: conversation });
      expect(claim.kind).to.equal('claimed');
      await client.until(saying(/Ana Silva joined/));
      const epoch = claim.kind === 'claimed' ? claim.ticket.epoch : 0;
      const say = (text: string) =>
        ana.post<SayAnswer>(other.url, `/api/desk/tickets/${conversation}/say`, { id: id(), epoch, text, note: false });
      expect((await say('Hello from the other side')).kind).to.equal('said');
      await client.until(saying(/from the other side/));

      await one.crash();
      client.end();
      const again = at(other, token, conversation);
      await again.until(saying(/from the other side/));
      await again.post('still here');
      const view = await ana.get<{ entries: readonly { text: string }[] }>(
        other.url,
        `/api/desk/tickets/${conversation}`,
      );
      expect(view.entries.filter(({ text }) => text === 'still here')).to.have.length(1);
      one = await startServer(house.env);
    });

    it('what was taken by the one in its last moment is answered by the other, once', async () => {
      const { token, id: conversation, client } = await begin();
      await client.until(saying(/I am automated/));
      await client.post('How long does delivery take?');
      await one.crash(); // the message is safe; its turn may or may not have run
      client.end();
      const again = at(other, token, conversation);
      await again.until(saying(/two to four working days/));
      await again.post('And how long does delivery take abroad?');
      await again.until((activity) => activity.from.id !== 'assistant' && saying(/abroad/)(activity));
      const answers = again.got.filter(saying(/two to four working days/));
      expect(new Set(answers.map((activity) => activity.id)).size).to.equal(1);
      one = await startServer(house.env);
    });
  });
}
