/** Every address of the desk, and what becomes of a call of everyone. */
import { readOne } from '../support/tickets.js';

export interface Target {
  readonly id: string;
  readonly epoch: number;
}
/** For Ana, Rita and Sam: the status of the answer, or its kind where it has one. */
export type Answers = readonly [ana: string, rita: string, sam: string];

export interface Row {
  readonly route: string;
  readonly what: string;
  readonly body?: (target: Target) => object;
  /** Without a ticket; or with one that waits in the main queue, one that Ben holds, and one that is not there; or that Ana closed. */
  readonly answers:
    | Answers
    | { readonly waiting: Answers; readonly held: Answers; readonly none: Answers }
    | { readonly closed: Answers };
}

let count = 0;
export const next = (prefix: string) => `${prefix}-${(count += 1)}-of-the-table`;
const all = (answer: string): Answers => [answer, answer, answer];
const say = (note: boolean) => (target: Target) => ({ id: next('say'), epoch: target.epoch, text: 'a word', note });
const move = (action: string, force?: true) => (target: Target) => ({
  ...(action === 'close' ? readOne : { seen: readOne.seen }),
  epoch: target.epoch,
  action,
  ...(force && { force }),
});
const fenced = { waiting: all('fenced'), held: all('fenced'), none: all('fenced') };
const gone = { ...fenced, none: all('404') };
const reading = { waiting: ['200', '403', '200'], held: all('200'), none: all('404') } as const;
const leading: Answers = ['403', '403', 'moved'];
const reopening = ({ epoch }: Target) => ({ token: next('token'), episode: 1, epoch: epoch + 1, seen: readOne.seen });
const ticket = '/api/desk/tickets/:id';
const reads = (of: string): Row => ({ route: `GET ${ticket}${of}`, what: 'the ticket', answers: reading });

export const table: readonly Row[] = [
  { route: 'GET /api/desk/line', what: 'the line', answers: all('200') },
  { route: 'GET /api/desk/feed', what: 'the feed', answers: all('200') },
  { route: 'GET /api/desk/team', what: 'the team', answers: all('200') },
  { route: 'GET /api/desk/answers', what: 'prepared answers', answers: all('200') },
  { route: 'POST /api/desk/presence', what: 'going away', body: () => ({ state: 'away' }), answers: all('200') },
  { route: 'POST /api/desk/presence', what: 'a heartbeat', body: () => ({ state: 'here' }), answers: all('200') },
  { route: 'POST /api/desk/claim', what: 'the next', body: () => ({ token: next('token') }), answers: all('empty') },
  {
    route: 'POST /api/desk/claim',
    what: 'this ticket',
    body: ({ id }) => ({ token: next('token'), ticket: id }),
    answers: { waiting: ['claimed', '403', 'claimed'], held: all('taken'), none: all('gone') },
  },
  {
    route: 'POST /api/desk/claim',
    what: 'this ticket from whoever holds it',
    body: ({ id }) => ({ token: next('token'), ticket: id, takeOver: true }),
    answers: {
      waiting: ['403', '403', 'claimed'],
      held: ['403', '403', 'claimed'],
      none: ['403', '403', 'gone'],
    },
  },
  ...['', '/entries', '/history', '/history/:case'].map(reads),
  { route: `POST ${ticket}/say`, what: 'words to the customer', body: say(false), answers: fenced },
  {
    route: `POST ${ticket}/say`,
    what: 'a note',
    body: say(true),
    answers: { waiting: ['said', '403', 'said'], held: all('said'), none: all('fenced') },
  },
  { route: `POST ${ticket}/move`, what: 'release', body: move('release'), answers: gone },
  { route: `POST ${ticket}/move`, what: 'hand back', body: move('hand-back'), answers: gone },
  { route: `POST ${ticket}/move`, what: 'close', body: move('close'), answers: gone },
  {
    route: `POST ${ticket}/move`,
    what: 'close over the head of its holder',
    body: move('close', true),
    answers: { waiting: leading, held: leading, none: ['403', '403', '404'] },
  },
  {
    route: `POST ${ticket}/reveal`,
    what: 'what is masked, which nobody may see here',
    body: ({ epoch }) => ({ epoch, entry: 1, kind: 'card' }),
    answers: { waiting: all('403'), held: all('403'), none: all('404') },
  },
  { route: `POST ${ticket}/undo`, what: 'back again', body: ({ epoch }) => ({ epoch }), answers: fenced },
  {
    route: `POST ${ticket}/reopen`,
    what: 'go on with what is open, or never was a ticket',
    body: reopening,
    answers: { waiting: ['403', '403', 'begun'], held: all('open'), none: all('gone') },
  },
  {
    route: `POST ${ticket}/reopen`,
    what: 'go on with what Ana closed',
    body: reopening,
    answers: { closed: ['reopened', '403', 'reopened'] },
  },
  { route: 'GET /api/desk/closed', what: 'what was closed lately', answers: all('200') },
  {
    route: 'GET /api/desk/closed/:case',
    what: 'a case that is open, or never was a ticket',
    answers: { waiting: all('404'), held: all('404'), none: all('404') },
  },
  { route: 'GET /api/desk/closed/:case', what: 'a case that Ana closed', answers: { closed: ['200', '403', '200'] } },
  {
    route: `POST ${ticket}/pass`,
    what: 'to another queue',
    body: ({ epoch }) => ({ epoch, seen: readOne.seen, queue: 'returns' }),
    answers: fenced,
  },
  {
    route: `POST ${ticket}/pass`,
    what: 'to a colleague',
    body: ({ epoch }) => ({ epoch, seen: readOne.seen, to: 'ben' }),
    answers: fenced,
  },
];
