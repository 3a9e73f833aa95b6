export { type ClosedCase, type ClosedWanted, type Reopen, type Reopened } from './closed.js';
export {
  type Claim,
  type Claimed,
  type Held,
  type Moved,
  type Pass,
  type Passed,
  type Queue,
  type Release,
  type Released,
  type Speech,
  type Told,
  type Why,
} from './port.js';
export {
  type Agent,
  type Colleague,
  type Fenced,
  type Holder,
  mainQueue,
  type Taker,
  type Ticket,
  type Wrote,
} from './ticket.js';
export { waitPace, waitRange, type WaitRange } from './wait.js';
export { checkHours, type Hours } from './hours.js';
