/** The bot as the Bot Framework sees it: one handler for the activities of both channels. It only translates. */
import { ActivityHandler, type TurnContext } from 'botbuilder';
import type { Begun } from '../../conversation/index.js';
import { type Arrival, toSaid } from '../activity.js';
import { readActivity } from '../inbound.js';
import { gone } from '../gone.js';
import { deedOf } from './deeds.js';
import type { Listener } from '../ports.js';

const arrivalKey = Symbol('arrival');
const doneKey = Symbol('done');

/**
 * Who writes in which conversation, as the door has checked it. It is kept beside the activity, like the claims of the
 * token; the message itself is read from the activity, as middleware has left it.
 */
export function put(context: TurnContext, arrival: Arrival): void {
  context.turnState.set(arrivalKey, arrival);
}

/** The result of a turn: the number of the message it stored, and the conversation it began. */
export interface Done {
  readonly seq?: number;
  readonly begun?: Begun | undefined;
}

export function doneBy(context: TurnContext): Done {
  return context.turnState.get<Done | undefined>(doneKey) ?? {};
}

export function createHandler(listener: Listener): ActivityHandler {
  const handler = new ActivityHandler();
  const said = (context: TurnContext) =>
    toSaid(readActivity(context.activity), context.turnState.get<Arrival>(arrivalKey));
  const greet = async (context: TurnContext, next: () => Promise<void>) => {
    const begun = await listener.greet(said(context)); // greets once, however often it is called
    context.turnState.set(doneKey, { begun });
    await next();
  };

  handler.onMessage(async (context, next) => {
    const kept = await listener.receive(said(context));
    if (kept.kind === 'gone') throw gone();
    context.turnState.set(doneKey, { seq: kept.seq });
    await next();
  });
  const amend = async (context: TurnContext, next: () => Promise<void>) => {
    const deed = deedOf(readActivity(context.activity), said(context));
    if (deed !== undefined) await listener.amend(deed);
    await next();
  };
  handler.onMessageUpdate(amend).onMessageDelete(amend).onMessageReaction(amend);
  handler.onMembersRemoved(amend).onInstallationUpdateRemove(amend).onEndOfConversation(amend);
  handler.onMembersAdded(greet);
  handler.onInstallationUpdateAdd(greet);
  return handler;
}
