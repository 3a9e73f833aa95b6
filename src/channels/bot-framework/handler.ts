/** The bot as the Bot Framework sees it: one handler for the activities of both channels. It only translates. */
import { ActivityHandler, type TurnContext } from 'botbuilder';
import { type Arrival, type Inbound, toSaid } from '../activity.js';
import { gone } from '../gone.js';
import type { Listener } from '../ports.js';

/** What a turn brings with it: its activity, read and checked, and who it comes from. */
export interface Entered {
  readonly activity: Inbound;
  readonly arrival: Arrival;
}

const enteredKey = Symbol('entered');
const seqKey = Symbol('seq');

export function put(context: TurnContext, entered: Entered): void {
  context.turnState.set(enteredKey, entered);
}

/** The number of the message this turn kept; undefined when it brought none. */
export function keptSeq(context: TurnContext): number | undefined {
  return context.turnState.get<number | undefined>(seqKey);
}

export function createHandler(listener: Listener): ActivityHandler {
  const handler = new ActivityHandler();
  const said = (context: TurnContext) => {
    const { activity, arrival } = context.turnState.get<Entered>(enteredKey);
    return toSaid(activity, arrival);
  };
  const greet = async (context: TurnContext, next: () => Promise<void>) => {
    await listener.greet(said(context)); // the store greets a conversation once, however often it is begun
    await next();
  };

  handler.onMessage(async (context, next) => {
    const kept = await listener.hear(said(context));
    if (kept.kind === 'gone') throw gone();
    context.turnState.set(seqKey, kept.seq);
    await next();
  });
  handler.onMembersAdded(greet);
  handler.onInstallationUpdateAdd(greet);
  return handler;
}
