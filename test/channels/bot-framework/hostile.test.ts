/** What strangers send to /api/messages: nothing of it is our fault, and none of it makes us call anybody. */
import { expect } from 'chai';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createTrust } from '../../../src/channels/bot-framework/service-url.js';
import { type ChatServer, startChatServer } from '../../support/chat-server.js';
import { speak } from '../../http/house.js';

const deep = (open: string, close: string, depth = 100_000) => `${open.repeat(depth)}1${close.repeat(depth)}`;
const nested = deep('{"a":', '}', 40_000);
const lists = deep('[', ']');

describe('/api/messages, of strangers', () => {
  let server: ChatServer;
  let connector: Server;
  let serviceUrl: string;
  const logged: string[] = [];
  const calls: string[] = [];

  before(async () => {
    const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) });
    server = await startChatServer({ log });
    connector = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"r1"}');
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
  });
  beforeEach(() => {
    logged.length = 0;
    calls.length = 0;
  });
  after(async () => {
    await server.close();
    connector.closeAllConnections();
    connector.close();
  });

  const place = () =>
    `"channelId":"msteams","serviceUrl":"${serviceUrl}","conversation":{"id":"c1"},"recipient":{"id":"b"}`;
  const body = (fields: string) => `{"type":"message",${place()},"from":{"id":"u"},${fields}}`;

  async function send(text: string, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    });
    return answer;
  }

  const mention = (more: string) => `"entities":[{"type":"mention","text":"x","mentioned":{"id":"b"},${more}}]`;
  const bodies: Readonly<Record<string, () => string>> = {
    'an empty type': () => body('"text":"x"').replace('"message"', '""'),
    'a type of blanks': () => body('"text":"x"').replace('"message"', '"  "'),
    'half a character in the id of a conversation': () =>
      body('"text":"x"').replace('"msteams"', '"emulator"').replace('"c1"', '"\\ud83d"'),
    'a deep key of a mention, without an id': () => body(mention(`"extra":${nested}`)),
    'a deep list in a mention, without an id': () => body(mention(`"extra":${lists}`)),
    'a deep person in a mention': () => body(`"entities":[{"type":"mention","text":"x","mentioned":${nested}}]`),
    'deep entities': () => body(`"entities":${lists}`),
    'deep channel data': () => body(`"channelData":${nested}`),
    'a deep value': () => body(`"value":${nested}`),
    'a deep text': () => body(`"text":${nested}`),
    'a deep sender': () => `{"type":"message",${place()},"from":${nested}}`,
    'a deep unknown key': () => body(`"unknown":${nested}`),
    'a deep proto': () => body(`"__proto__":${nested}`),
    'nothing but depth': () => lists,
    'a hundred thousand entities': () => body(`"entities":[${'7,'.repeat(100_000)}7]`),
    'thousands of mentions': () =>
      body(
        `"entities":[${Array.from({ length: 3000 }, () => '{"type":"mention","text":"y","mentioned":{"id":"b"}}').join()}]`,
      ),
    'a hundred thousand members': () => body(`"membersAdded":[${'7,'.repeat(100_000)}7]`),
    'a long name of a conversation': () =>
      body(`"text":"x"`).replace('{"id":"c1"}', `{"id":"c1","name":"${'n'.repeat(200_000)}"}`),
    'half a character': () => body('"text":"\\ud800","id":"\\udfff"'),
    'ids that are no text': () => body('"id":{"a":1}'),
    'a date that is none': () => body('"timestamp":"never","localTimestamp":{}'),
    nothing: () => '',
    null: () => 'null',
    'a number': () => '1e999',
  };
  for (const [what, text] of Object.entries(bodies)) {
    it(`answers ${what} without a fault of its own`, async () => {
      const answer = await send(text());
      const told = await answer.text();
      expect(answer.status, told).to.be.oneOf([200, 400]);
      expect(told.length).to.be.below(3000);
      expect(logged).to.deep.equal([]);
    });
  }

  const types = [
    'typing',
    'event',
    'endOfConversation',
    'messageReaction',
    'messageUpdate',
    'messageDelete',
    'installationUpdate',
    'contactRelationUpdate',
    'deleteUserData',
    'handoff',
    'command',
    'commandResult',
    'trace',
    'suggestion',
    'delay',
    'conversationUpdate',
    'Message',
    'constructor',
    '__proto__',
    'x'.repeat(100),
  ];
  for (const type of types) {
    it(`answers the type ${type.slice(0, 30)} with 200`, async () => {
      const answer = await send(
        body('"name":"tokens/response","value":{},"reactionsAdded":null').replace('"message"', JSON.stringify(type)),
      );
      await answer.arrayBuffer();
      expect(answer.status).to.equal(200);
      expect(logged).to.deep.equal([]);
    });
  }

  it('says to an invoke that it has no answer, as the protocol wants, and takes it for no fault', async () => {
    const answer = await send(body('"name":"task/fetch"').replace('"message"', '"invoke"'));
    await answer.arrayBuffer();
    expect(answer.status).to.equal(501);
    expect(logged).to.deep.equal([]);
  });

  const pages: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of pages) {
    it(`refuses a page: ${JSON.stringify(headers)}`, async () => {
      const heard = server.chat.heard.length;
      const answer = await send(body('"text":"hi","id":"p1"'), headers);
      await answer.arrayBuffer();
      expect(answer.status).to.equal(403);
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
      expect(server.chat.heard).to.have.length(heard);
    });
  }

  it('tells no page what it may send', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await fetch(`${server.url}/api/messages`, { method: 'OPTIONS', headers });
    expect(answer.status).to.equal(405);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('is open to this computer only, by its own name, where no token is asked for', async () => {
    const text = body('"text":"hi"');
    const head = (host: string) =>
      `POST /api/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${text.length}\r\n\r\n`;
    expect(await speak(server.port, head('rebound.example') + text)).to.match(/^HTTP\/1.1 403/);
    expect(await speak(server.port, head(`localhost:${server.port}`) + text)).to.match(/^HTTP\/1.1 200/);
  });

  const elsewhere = [
    'http://169.254.169.254/latest',
    'http://10.0.0.1/',
    'https://evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://127.0.0.1:9/internal/admin?x=',
    'http://127.0.0.1:9/#',
    'http://user:pw@127.0.0.1:9/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'urn:warmline:web',
    '//127.0.0.1/',
    '',
  ];
  for (const url of elsewhere) {
    it(`sends nothing to ${url || 'no service URL'}`, async () => {
      const heard = server.chat.heard.length;
      const answer = await send(body('"text":"hi"').replace(serviceUrl, url));
      await answer.arrayBuffer();
      expect(answer.status).to.equal(401);
      expect(server.chat.heard).to.have.length(heard);
    });
  }
});

describe('a service URL', () => {
  const own = createTrust({ appId: 'app', more: ['smba.own.example', 'own.example:8443'] });
  const rows: readonly (readonly [string, boolean])[] = [
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://SMBA.trafficmanager.net/emea/tenant/', true],
    ['https://smba.infra.gov.teams.microsoft.us/gcch', true],
    ['https://slack.botframework.com/', true],
    ['https://webchat.botframework.azure.us', true],
    ['https://smba.own.example/x', true],
    ['https://own.example:8443/', true],
    ['https://own.example/', false],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://evil-botframework.com/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://slack.botframework.com@evil.example/', false],
    ['https://slack.botframework.com\\@evil.example/', false],
    ['https://slack.botframework.com/?x=', false],
    ['https://127.0.0.1/', false],
    ['http://localhost:3978/', false],
  ];
  for (const [url, trusted] of rows) {
    it(`with an app id, ${url} is ${trusted ? 'called' : 'not called'}`, () => expect(own(url)).to.equal(trusted));
  }
});
