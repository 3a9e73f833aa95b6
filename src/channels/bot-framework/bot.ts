/** The Bot Framework side: one adapter and one handler through which the messages of both channels enter. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type Middleware,
  type SendActivitiesHandler,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import { type Clock, type Log, SupportError } from '../../base/index.js';
import type { Limits } from '../../http/index.js';
import type { Begun, VisibleEntry } from '../../conversation/index.js';
import type { Pushed } from '../../post/index.js';
import type { Arrival } from '../activity.js';
import { type Inbound, readActivity } from '../inbound.js';
import type { Listener } from '../ports.js';
import { capabilityOf, render } from '../render/index.js';
import { isForUs } from './addressed.js';
import { DoorAuthentication, webAddress } from './authentication.js';
import { createHandler, type Done, doneBy, put } from './handler.js';
import { toPushed } from './pushed.js';
import { createTrust, type Trust } from './service-url.js';
import { toSdk, wireArrival } from './shape.js';

export interface BotSettings {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  /** The cloud of a government or a country, by its address. */
  readonly ChannelService?: string | undefined;
  /** `on`: without an app id, whoever is at this computer may send messages. */
  readonly MESSAGES_ANONYMOUS?: 'on' | 'off' | undefined;
  /** Hosts where answers may be sent, beside Microsoft's. */
  readonly SERVICE_HOSTS?: readonly string[] | undefined;
}

export interface Bot {
  /** A web message with a checked token. Resolves when it is stored; without a number when middleware dropped it. */
  receive(activity: Inbound, arrival: Arrival): Promise<{ readonly seq?: number }>;
  /** Begins a web conversation; undefined when it has begun before. */
  begin(arrival: Arrival): Promise<Begun | undefined>;
  /**
   * An activity from the wire: `taken` when it is stored, `not-served` for calls that expect a response we do not have.
   * Throws `unauthorized`, `bad-request` or `too-many`.
   */
  wire(body: unknown, authorization: string): Promise<'taken' | 'not-served'>;
  /** Sends to a conversation from outside a turn, as its channel shows it. */
  push(reference: string, entry: VisibleEntry): Promise<Pushed>;
}

export interface BotOptions {
  readonly settings: BotSettings;
  readonly listener: Listener;
  readonly log: Log;
  readonly clock: Clock;
  /** The Bot Framework's own check of requests from the wire; by default the one its settings describe. */
  readonly authentication?: BotFrameworkAuthentication | undefined;
  /** Which service URLs may be called; by default those that the settings allow. */
  readonly trust?: Trust | undefined;
  readonly limits: Pick<Limits, 'take'>;
  /** Sees every activity of both channels before the handler, and may change or drop it. */
  readonly middleware?: readonly Middleware[] | undefined;
}

/** We retry by ourselves, in order and for longer, so the SDK must not. */
function ownAuthentication(settings: BotSettings): BotFrameworkAuthentication {
  const known = {
    MicrosoftAppId: settings.MicrosoftAppId ?? '',
    MicrosoftAppPassword: settings.MicrosoftAppPassword ?? '',
    // a bot that is not registered belongs to no tenant
    MicrosoftAppType:
      settings.MicrosoftAppId === undefined ? 'MultiTenant' : (settings.MicrosoftAppType ?? 'SingleTenant'),
    MicrosoftAppTenantId: settings.MicrosoftAppTenantId ?? '',
    ...(settings.ChannelService === undefined ? {} : { ChannelService: settings.ChannelService }),
  };
  return new ConfigurationBotFrameworkAuthentication(known, undefined, undefined, undefined, { noRetryPolicy: true });
}

/** The SDK makes up an id to reply to; ours belongs to the conversation, not to one message of it. */
const withoutReplyTo: SendActivitiesHandler = (_context, activities, next) => {
  for (const activity of activities) delete activity.replyToId;
  return next();
};

/** Passes an activity through the adapter to the one handler. */
function createEntrance(door: DoorAuthentication, { listener, log, middleware = [] }: BotOptions) {
  const adapter = new CloudAdapter(door).use(...middleware);
  const handler = createHandler(listener);
  return {
    adapter,
    /** Throws `unauthorized`. */
    async authenticate(sdk: Activity, header: string): Promise<AuthenticateRequestResult> {
      try {
        return await door.authenticateRequest(sdk, header);
      } catch (cause) {
        log.warn({ reason: (cause as Error).message }, 'request to the bot refused');
        throw new SupportError('unauthorized', 'The token of this request was not accepted.', { cause });
      }
    },
    async enter(who: AuthenticateRequestResult, sdk: Activity, arrival: Arrival): Promise<Done> {
      // the adapter wraps faults in words of its own, so ours are carried around it
      const turn: { done: Done; fault?: unknown } = { done: {} };
      await adapter.processActivityDirect(who, sdk, async (context) => {
        put(context, arrival);
        await handler.run(context).catch((fault: unknown) => (turn.fault = fault));
        turn.done = doneBy(context);
      });
      if (turn.fault instanceof Error) throw turn.fault;
      return turn.done;
    },
  };
}

/** Takes activities from the wire. */
function createWire(entrance: ReturnType<typeof createEntrance>, { clock, limits }: BotOptions): Bot['wire'] {
  return async (body, authorization) => {
    const activity = readActivity(body);
    const { channelId = '', serviceUrl = '' } = activity;
    const sdk = toSdk(activity, { channelId, serviceUrl, at: new Date(clock.now()) });
    const who = await entrance.authenticate(sdk, authorization);
    if (activity.type === 'invoke') return 'not-served';
    if (!isForUs(activity)) return 'taken';
    const arrival = wireArrival(activity, sdk);
    // not by address: all requests come from a few of Microsoft's
    const counted = [arrival.conversation, `customer ${arrival.customer.id}`] as const;
    if (activity.type === 'message') await limits.take(...counted.map((id) => ['message', id] as const));
    await entrance.enter(who, sdk, arrival);
    return 'taken';
  };
}

export function createBot(options: BotOptions): Bot {
  const { settings, clock, authentication } = options;
  const appId = settings.MicrosoftAppId ?? '';
  const trust = options.trust ?? createTrust({ appId, more: settings.SERVICE_HOSTS ?? [] });
  const door = new DoorAuthentication(authentication ?? ownAuthentication(settings), { appId, trust });
  const entrance = createEntrance(door, options);
  const now = () => new Date(clock.now());

  function web(activity: Partial<Inbound> & Pick<Inbound, 'type'>, arrival: Arrival): Promise<Done> {
    const { id, name } = arrival.customer;
    const own = { id: arrival.activity, from: { id, name }, conversation: { id: arrival.conversation } };
    const full = { ...activity, ...own, recipient: undefined };
    const sdk = toSdk(full, { channelId: 'webchat', serviceUrl: webAddress, at: now() });
    return entrance.enter(door.webTurn(), sdk, arrival);
  }

  return {
    receive: web,
    async begin(arrival) {
      const membersAdded = [{ id: arrival.customer.id, name: undefined, aadObjectId: undefined }];
      return (await web({ type: 'conversationUpdate', membersAdded }, arrival)).begun;
    },
    wire: createWire(entrance, options),
    async push(reference, entry) {
      const to = JSON.parse(reference) as ConversationReference; // written by us, read from the store
      // it may have been stored by a server that trusted other hosts, as one without an app id does
      if (!trust(to.serviceUrl)) return { kind: 'refused', status: 403, why: 'its service URL is not trusted' };
      const turn: { fault?: unknown } = {};
      const failed = (fault: unknown) => void (turn.fault = fault);
      const send = async (context: TurnContext) => {
        context.onSendActivities(withoutReplyTo);
        const activities = render(entry, capabilityOf(to.channelId)) as readonly Partial<Activity>[];
        await context.sendActivities([...activities]).catch(failed); // the adapter would swallow it
      };
      await entrance.adapter.continueConversationAsync(appId, to, send).catch(failed);
      return toPushed(turn.fault, clock.now());
    },
  };
}
