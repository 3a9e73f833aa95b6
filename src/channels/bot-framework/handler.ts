/** The bot as the Bot Framework sees it: one handler for the activities of both channels. It only translates. */
import { ActivityHandler, type TurnContext } from 'botbuilder';
import type { Begun } from '../../conversation/index.js';
import { type Arrival, type Inbound, toSaid } from '../activity.js';
import { gone } from '../gone.js';
import type { Listener } from '../ports.js';

/** What a turn brings with it: its activity, read and checked, and who it comes from. */
export interface Entered {
  readonly activity: Inbound;
  readonly arrival: Arrival;
}

const enteredKey = Symbol('entered');
const doneKey = Symbol('done');

export function put(context: TurnContext, entered: Entered): void {
  context.turnState.set(enteredKey, entered);
}

/** What a turn came to: the number of the message it kept, and the conversation it began. */
export interface Done {
  readonly seq?: number;
  readonly begun?: Begun | undefined;
}

export function doneBy(context: TurnContext): Done {
  return context.turnState.get<Done | undefined>(doneKey) ?? {};
}

export function createHandler(listener: Listener): ActivityHandler {
  const handler = new ActivityHandler();
  const said = (context: TurnContext) => {
    const { activity, arrival } = context.turnState.get<Entered>(enteredKey);
    return toSaid(activity, arrival);
  };
  const greet = async (context: TurnContext, next: () => Promise<void>) => {
    const begun = await listener.greet(said(context)); // the store greets a conversation once, however often it is begun
    context.turnState.set(doneKey, { begun });
    await next();
  };

  handler.onMessage(async (context, next) => {
    const kept = await listener.hear(said(context));
    if (kept.kind === 'gone') throw gone();
    context.turnState.set(doneKey, { seq: kept.seq });
    await next();
  });
  handler.onMembersAdded(greet);
  handler.onInstallationUpdateAdd(greet);
  return handler;
}
