export {
  type Agent,
  type Claim,
  type Claimed,
  type Colleague,
  type Fenced,
  type Held,
  type Holder,
  type Leaving,
  mainQueue,
  type Moved,
  type Pass,
  type Passed,
  type Queue,
  type Release,
  type Released,
  type Speech,
  type Ticket,
  type Why,
} from './port.js';
export { waitPace, waitRange, type WaitRange } from './wait.js';
export { checkHours, type Hours } from './hours.js';
