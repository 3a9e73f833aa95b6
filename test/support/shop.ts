/** A whole shop on each engine: the server as a process of its own, customers on both channels, and the team. */
import type { Channel } from '../../src/conversation/index.js';
import { channels, type Customer } from './customer.js';
import { type DeskMember, signIn } from './desk-member.js';
import { hastyProduct, startServer, type ServerProcess } from './server.js';
import { type EngineCase, onEveryEngine, type StoreHouse } from './stores.js';
import { startTeams, type Teams } from './teams.js';
import { startWebCustomer, type WebCustomer } from './web-customer.js';

const people = ['ana', 'ben', 'sam', 'maya'] as const;
type Team = Readonly<Record<(typeof people)[number], DeskMember>>;

export interface Shop {
  /** Ana and Ben are agents, Sam supervises, Maya manages. */
  readonly team: Team;
  readonly house: StoreHouse;
  readonly teams: Teams;
  readonly url: string;
  customer(channel: Channel): Promise<Customer>;
  web(): Promise<WebCustomer>;
  /** Kills the server and starts it again at the same address. */
  restart(): Promise<void>;
}

/** The places an agent has in this shop. */
export const seats = 3;

async function openShop(start: () => Promise<StoreHouse>) {
  const house = await start();
  const env = { ...house.env, AGENT_CAPACITY: String(seats) };
  let server: ServerProcess = await startServer(env, hastyProduct);
  const { url, port } = server;
  const teams = await startTeams();
  teams.url = url;
  const [ana, ben, sam, maya] = await Promise.all(people.map((id) => signIn(url, id)));
  const team = { ana, ben, sam, maya } as Team;
  const visitors: Customer[] = [];
  const welcome = async <T extends Customer>(arriving: Promise<T>): Promise<T> => {
    const customer = await arriving;
    visitors.push(customer);
    return customer;
  };
  return {
    team,
    house,
    teams,
    url,
    customer: (channel: Channel) => welcome(channel === 'web' ? startWebCustomer(url) : teams.customer()),
    web: () => welcome(startWebCustomer(url)),
    async restart() {
      await server.crash();
      server = await startServer({ ...env, PORT: String(port) }, hastyProduct);
    },
    /** Everyone goes, and the supervisor closes what is left, so that a test never meets another's customers. */
    async tidy() {
      for (const visitor of visitors.splice(0)) visitor.leave();
      await Promise.all([team.ana.away(), team.ben.away(), team.sam.away()]);
      const { waiting, assigned = [] } = await team.sam.line();
      for (const ticket of [...waiting, ...assigned]) await team.sam.move(ticket, 'close', true);
    },
    async close() {
      await server.stop();
      await teams.close();
      await house.close();
    },
  };
}

/** A suite on one engine, with a shop of its own. */
export function inShop(title: string, engine: EngineCase, suite: (shop: () => Shop) => void): void {
  const inside = (start: EngineCase['start']) => {
    let shop: Awaited<ReturnType<typeof openShop>>;
    before(async () => (shop = await openShop(start)));
    afterEach(() => shop.tidy());
    after(() => shop.close());
    suite(() => shop);
  };
  onEveryEngine(title, inside, [engine]);
}

/** One test per channel. */
export function onEveryChannel(title: string, test: (channel: Channel) => Promise<void>): void {
  for (const channel of channels) it(`${title} (${channel})`, () => test(channel));
}
