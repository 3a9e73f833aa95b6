/** A whole turn (store, feeling, policy, FAQ, store) against an empty echo turn of botbuilder, in the same process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import { loadMind } from '../../src/app.js';
import { randomIds, systemClock } from '../../src/base/index.js';
import { createAssistant } from '../../src/bot/index.js';
import { DoorAuthentication } from '../../src/channels/bot-framework/authentication.js';
import { openStore } from '../../src/store/index.js';
import { quiet } from '../support/stores.js';
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
  const door = new DoorAuthentication(new ConfigurationBotFrameworkAuthentication({}), '');
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

export async function turn(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-bench-'));
  const config = {
    REDIS_URL: undefined,
    DATA_DIR: folder,
    DATA_SYNC: 'everysec' as const,
    SHARDS: 1,
    RETENTION_DAYS: 30,
    AGENT_CAPACITY: 4,
  };
  const store = await openStore({ config, log: quiet, ids: randomIds });
  const calls = { hear: 0, settle: 0 };
  const { conversations } = store;
  const assistant = createAssistant({
    conversations: {
      ...conversations,
      hear: (said) => ((calls.hear += 1), conversations.hear(said)),
      settle: (owed, effects) => ((calls.settle += 1), conversations.settle(owed, effects)),
    },
    mind: loadMind('Bench'),
    log: quiet,
    clock: systemClock,
  });
  const say = async (index: number) => {
    const text = questions[index % questions.length] ?? '';
    const conversation = `c${index % width}-${Math.floor(index / 200)}`;
    const said = { conversation, channel: 'web', activity: randomIds.next(), customer: { id: 'bench' }, text } as const;
    await assistant.hear(said);
  };
  const ratios: number[] = [];
  const rates: number[] = [];
  const empty = echo();
  // the first round is for the compiler: a server runs for days, not for its first second
  for (let round = 0; round <= rounds; round += 1) {
    const begin = performance.now();
    await rate(turns, width, (index) => say(index + round * turns));
    await assistant.idle();
    const full = (turns / (performance.now() - begin)) * 1000;
    const ratio = full / (await rate(turns, width, empty));
    if (round === 0) continue;
    rates.push(full);
    ratios.push(ratio);
  }
  await store.close();
  rmSync(folder, { recursive: true });
  const trips = (calls.hear + calls.settle) / (turns * (rounds + 1));
  return [
    {
      name: 'turn',
      value: rounded(median(rates)),
      unit: 'turns/s',
      against: 'botbuilder echo turn',
      ratio: rounded(median(ratios)),
    },
    {
      name: 'store calls per turn',
      value: rounded(trips),
      unit: 'calls',
      against: 'hear and settle',
      ratio: rounded(trips / 2),
    },
  ];
}
