/** A whole turn (store, feeling, policy, FAQ, store) against an empty echo turn of botbuilder, in the same process. */
import { type Activity, ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import { loadKnowledge } from '../../src/knowledge.js';
import { randomIds, systemClock } from '../../src/base/index.js';
import { createAssistant } from '../../src/bot/index.js';
import { DoorAuthentication } from '../../src/channels/bot-framework/authentication.js';
import type { Store } from '../../src/store/index.js';
import { engines, quiet, type StoreHouse } from '../support/stores.js';
import { type Figure, median, rate, rounded } from './figure.js';

const questions = [
  'how long does delivery take',
  'where is my parcel?',
  'can I pay with paypal',
  'this is annoying, my kettle broke after two weeks',
  'do you sell cars',
];
const turns = 2000;
const width = 32;
const rounds = 5;

/** A connector that takes what it is given: the echo never leaves the process. */
class Echoes extends ConnectorFactory {
  override create(): Promise<ConnectorClient> {
    const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: 'http://127.0.0.1:9' });
    const taken = () => Promise.resolve({ id: 'echo' });
    Object.assign(client.conversations, { sendToConversation: taken, replyToActivity: taken });
    return Promise.resolve(client);
  }
}

/** The smallest bot there is: it says what it hears. */
function echo(): (index: number) => Promise<void> {
  const door = new DoorAuthentication(new ConfigurationBotFrameworkAuthentication({}), {
    appId: '',
    trust: () => true,
  });
  const adapter = new CloudAdapter(door);
  const handler = new ActivityHandler();
  const from = { ...door.webTurn(), connectorFactory: new Echoes() };
  handler.onMessage(async (context, next) => {
    await context.sendActivity(`echo: ${context.activity.text}`);
    await next();
  });
  return (index) => {
    const activity: Partial<Activity> = {
      type: 'message',
      text: questions[index % questions.length] ?? '',
      channelId: 'webchat',
      serviceUrl: 'urn:bench',
      id: `a${index}`,
      conversation: { id: 'bench', name: '', isGroup: false, conversationType: 'personal' },
      from: { id: 'bench', name: '' },
      recipient: { id: 'bot', name: '' },
    };
    return adapter.processActivityDirect(from, activity as Activity, (context) => handler.run(context));
  };
}

interface Calls {
  receive: number;
  commit: number;
}

/** Says one of the questions in one of many conversations, and lets its turn run. */
function createSay(store: Store, calls: Calls) {
  const { conversations } = store;
  const assistant = createAssistant({
    conversations: {
      ...conversations,
      receive: (said) => ((calls.receive += 1), conversations.receive(said)),
      commit: (owed, effects) => ((calls.commit += 1), conversations.commit(owed, effects)),
    },
    knowledge: loadKnowledge({ BRAND: 'Bench' }),
    log: quiet,
    clock: systemClock,
  });
  const say = (index: number) => {
    const conversation = `c${index % width}-${Math.floor(index / 200)}`;
    return assistant.receive({
      conversation,
      channel: 'web',
      activity: randomIds.next(),
      customer: { id: `customer of ${conversation}` },
      text: questions[index % questions.length] ?? '',
    });
  };
  return { say, idle: () => assistant.idle() };
}

async function measure(name: string, house: StoreHouse): Promise<readonly Figure[]> {
  const calls: Calls = { receive: 0, commit: 0 };
  const { say, idle } = createSay(await house.open(), calls);
  const ratios: number[] = [];
  const rates: number[] = [];
  const empty = echo();
  // the first round is for the compiler: a server runs for days, not for its first second
  for (let round = 0; round <= rounds; round += 1) {
    const begin = performance.now();
    await rate(turns, width, (index) => say(index + round * turns));
    await idle();
    const full = (turns / (performance.now() - begin)) * 1000;
    const ratio = full / (await rate(turns, width, empty));
    if (round === 0) continue;
    rates.push(full);
    ratios.push(ratio);
  }
  await house.close();
  const trips = (calls.receive + calls.commit) / (turns * (rounds + 1));
  const [value, ratio] = [rounded(median(rates)), rounded(median(ratios))];
  return [
    { name: `turn (${name})`, value, unit: 'turns/s', against: 'botbuilder echo turn', ratio },
    { name: `store calls per turn (${name})`, value: rounded(trips), unit: 'calls' },
  ];
}

export async function turn(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const engine of engines) {
    if (engine.skip === undefined) figures.push(...(await measure(engine.name, await engine.start())));
  }
  return figures;
}
