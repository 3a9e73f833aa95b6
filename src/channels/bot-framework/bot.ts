/** The Bot Framework side: one adapter and one handler through which the messages of both channels enter. */
import {
  type Activity,
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { createHash } from 'node:crypto';
import { type Log, SupportError } from '../../base/index.js';
import { type Arrival, type Inbound, readActivity, toSaid } from '../activity.js';
import type { Listener } from '../ports.js';
import { DoorAuthentication, webAddress } from './authentication.js';

export interface BotSettings {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}

export interface Bot {
  /** A message or start of the web channel; its token was checked. Resolves when it is safe. */
  web(activity: Inbound, arrival: Arrival): Promise<{ readonly seq: number }>;
  /** An activity from the wire. Throws `unauthorized` or `bad-request`; resolves when it is safe. */
  wire(body: unknown, authorization: string): Promise<void>;
  /** Sends to a conversation from outside a turn; rejects when it was not delivered. */
  push(reference: string, activity: Readonly<Record<string, unknown>>): Promise<void>;
}

const heardKey = Symbol('heard');
const arrivalKey = Symbol('arrival');

/** Long ids of channels are shortened by their hash; short ones stay readable. */
function conversationId(id: string): string {
  return `teams-${id.length <= 200 ? id : createHash('sha256').update(id).digest('hex')}`;
}

function wireArrival(activity: Inbound, context: TurnContext): Arrival {
  const { from, conversation, id } = activity;
  if (!from || !conversation) throw new SupportError('bad-request', 'The activity needs `from` and `conversation`.');
  const customer = from.name === undefined ? { id: from.id } : { id: from.id, name: from.name };
  return {
    conversation: conversationId(conversation.id),
    channel: 'teams',
    customer,
    activity: id ?? createHash('sha256').update(JSON.stringify(activity)).digest('hex'),
    reference: JSON.stringify(TurnContext.getConversationReference(context.activity)),
  };
}

function createHandler(listener: Listener): ActivityHandler {
  const handler = new ActivityHandler();
  const arrivalOf = (context: TurnContext, activity: Inbound) =>
    (context.turnState.get(arrivalKey) as Arrival | undefined) ?? wireArrival(activity, context);
  handler.onMessage(async (context, next) => {
    const activity = readActivity(context.activity);
    context.turnState.set(heardKey, await listener.hear(toSaid(activity, arrivalOf(context, activity))));
    await next();
  });
  handler.onMembersAdded(async (context, next) => {
    const activity = readActivity(context.activity);
    const { membersAdded, recipient } = context.activity;
    const people = (membersAdded ?? []).filter((member) => member.id !== recipient.id);
    if (people.length > 0) await listener.greet(toSaid({ ...activity, text: '' }, arrivalOf(context, activity)));
    await next();
  });
  return handler;
}

const inner = (settings: BotSettings) =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: settings.MicrosoftAppId ?? '',
    MicrosoftAppPassword: settings.MicrosoftAppPassword ?? '',
    MicrosoftAppType: settings.MicrosoftAppType ?? 'MultiTenant',
    MicrosoftAppTenantId: settings.MicrosoftAppTenantId ?? '',
  });

export interface BotOptions {
  readonly settings: BotSettings;
  readonly listener: Listener;
  readonly log: Log;
  /** The Bot Framework's own check of requests from the wire; by default the one its settings describe. */
  readonly authentication?: ConfigurationBotFrameworkAuthentication;
}

export function createBot({ settings, listener, log, authentication }: BotOptions): Bot {
  const appId = settings.MicrosoftAppId ?? '';
  const door = new DoorAuthentication(authentication ?? inner(settings), appId);
  const adapter = new CloudAdapter(door);
  const handler = createHandler(listener);

  async function authenticate(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    try {
      return await door.authenticateRequest(activity, header);
    } catch (cause) {
      log.warn({ reason: (cause as Error).message }, 'request to the bot refused');
      throw new SupportError('unauthorized', 'The token of this request was not accepted.', { cause });
    }
  }

  return {
    async web(activity, arrival) {
      let seq = 0;
      const full: Partial<Activity> = {
        type: activity.type,
        text: activity.text ?? '',
        channelData: activity.channelData,
        membersAdded: activity.type === 'conversationUpdate' ? [{ id: arrival.customer.id, name: '' }] : [],
        channelId: 'webchat',
        serviceUrl: webAddress,
        id: arrival.activity,
        conversation: { id: arrival.conversation, isGroup: false, conversationType: 'personal', name: '' },
        from: { id: arrival.customer.id, name: arrival.customer.name ?? '', role: 'user' },
        recipient: { id: 'assistant', name: 'Assistant', role: 'bot' },
      };
      await adapter.processActivityDirect(door.webTurn(), full as Activity, async (context) => {
        context.turnState.set(arrivalKey, arrival);
        await handler.run(context);
        seq = (context.turnState.get(heardKey) as { seq: number } | undefined)?.seq ?? 0;
      });
      return { seq };
    },
    async wire(body, authorization) {
      readActivity(body);
      const activity = body as Activity;
      const result = await authenticate(activity, authorization);
      await adapter.processActivityDirect(result, activity, (context) => handler.run(context));
    },
    async push(reference, activity) {
      let failed: unknown;
      await adapter.continueConversationAsync(
        appId,
        JSON.parse(reference) as ConversationReference,
        async (context: TurnContext) => {
          await context.sendActivity(activity as Partial<Activity>).catch((fault: unknown) => {
            failed = fault;
          });
        },
      );
      if (failed !== undefined)
        throw new SupportError('unavailable', 'The channel did not take the message.', { cause: failed });
    },
  };
}
