/** A close that can be undone, from the desk's calls to what the customer reads; and a server that is killed in between. */
import { expect } from 'chai';
import type { MoveAnswer, UndoAnswer } from '../../src/desk/contract.js';
import { askForPerson } from '../support/customer.js';
import { type DeskMember, signIn } from '../support/desk-member.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { onEveryEngine, type StoreHouse } from '../support/stores.js';
import { startWebCustomer, type WebCustomer } from '../support/web-customer.js';

const closed = /Ana Silva closed this conversation/;
const survey = /made it easy/;

onEveryEngine('a close that can be undone', (start) => {
  let house: StoreHouse;
  let server: ServerProcess;
  let ana: DeskMember;
  /** What was answered is on the disk of the embedded store, whenever it is killed. */
  const env = () => ({ ...house.env, DATA_SYNC: 'always' });
  before(async () => {
    house = await start();
    server = await startServer(env());
    ana = await signIn(server.url, 'ana');
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  async function answered(): Promise<WebCustomer> {
    const customer = await startWebCustomer(server.url);
    await askForPerson(customer);
    await ana.say(await ana.take(customer.conversation), 'It is on its way.');
    await customer.until(/on its way/);
    return customer;
  }
  const path = ({ conversation }: WebCustomer, act: string) =>
    `POST /desk/tickets/${encodeURIComponent(conversation)}/${act}`;
  async function close(customer: WebCustomer) {
    const { epoch, seq } = (await ana.view(customer.conversation)).ticket;
    const body = { epoch, seen: seq, action: 'close', undo: true };
    const answer = await ana.call<MoveAnswer>(path(customer, 'move'), body);
    expect(answer.body).to.deep.equal({ kind: 'moved', helped: true, undoMs: 5000 });
    return { epoch };
  }
  const undo = async (customer: WebCustomer, held: { readonly epoch: number }) =>
    (await ana.call<UndoAnswer>(path(customer, 'undo'), held)).body;
  const mine = async () => (await ana.line()).mine.map(({ id }) => id);
  const count = ({ seen }: WebCustomer, words: RegExp) => seen.filter((text) => words.test(text)).length;

  it('takes the row off the desk at once; undone, the customer never saw anything', async () => {
    const customer = await answered();
    const before = await close(customer);
    expect(await mine()).to.not.include(customer.conversation);
    const held = { epoch: before.epoch + 1 };
    expect(await undo(customer, before)).to.deep.equal({ kind: 'back', ...held });
    expect(await mine()).to.include(customer.conversation);
    await ana.say({ id: customer.conversation, ...held }, 'One more thing.');
    await customer.until(/One more thing/);
    expect(count(customer, closed) + count(customer, survey)).to.equal(0);
    await close(customer);
    await customer.until(survey);
    expect(count(customer, closed)).to.equal(1);
    expect(await undo(customer, held)).to.deep.equal({ kind: 'fenced' });
    customer.leave();
  });

  it('is as if it had not been when the customer writes before they are told', async () => {
    const customer = await answered();
    const held = await close(customer);
    await customer.say('wait, it is NOT fixed');
    expect(await mine()).to.include(customer.conversation);
    expect((await ana.view(customer.conversation)).ticket).to.include({ epoch: held.epoch, owed: true });
    await ana.say({ id: customer.conversation, ...held }, 'I am listening.');
    await customer.until(/listening/);
    expect(count(customer, closed)).to.equal(0);
    await ana.move({ id: customer.conversation, ...held }, 'close');
    await customer.until(survey);
    customer.leave();
  });

  it('is told once, by the next server, when the first is killed in between', async () => {
    const customer = await answered();
    await close(customer);
    await server.crash();
    server = await startServer({ ...env(), PORT: String(server.port) });
    await customer.connect();
    await customer.until(survey);
    expect(count(customer, closed)).to.equal(1);
    customer.leave();
  });
});
