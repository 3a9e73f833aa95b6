/** The desk's port over HTTP. Answers are read as the contract says; the server is of the same build. */
import type {
  ClaimAnswer,
  MoveAnswer,
  PassAnswer,
  PresenceAnswer,
  SayAnswer,
  UndoAnswer,
} from '../../desk/contract.js';
import type { ReopenAnswer } from '../../desk/closed/contract.js';
import type { RevealAnswer } from '../../desk/reveal/contract.js';
import type { Person } from '../../http/contract.js';
import { getJson, postJson } from '../kit/api.js';
import type { DeskPort } from './port.js';
import type {
  CannedAnswer,
  ClosedList,
  ClosedView,
  EarlierView,
  EntriesAnswer,
  PassTargets,
  PersonHistory,
  TicketView,
} from './types.js';

const base = '/api/desk';
const ticket = (id: string) => `${base}/tickets/${encodeURIComponent(id)}`;

export const deskApi: DeskPort = {
  me: async () => (await getJson('/api/me')) as Person,
  async ticket(id, generation) {
    const shown = generation === undefined ? '' : `?generation=${generation}`;
    return (await getJson(ticket(id) + shown)) as TicketView;
  },
  entries: async (id, { after, generation }) =>
    (await getJson(`${ticket(id)}/entries?after=${after}&generation=${generation}`)) as EntriesAnswer,
  history: async (id) => (await getJson(`${ticket(id)}/history`)) as PersonHistory,
  earlier: async (id, earlier) =>
    (await getJson(`${ticket(id)}/history/${encodeURIComponent(earlier)}`)) as EarlierView,
  claim: async (body) => (await postJson(`${base}/claim`, body)) as ClaimAnswer,
  say: async (id, body) => (await postJson(`${ticket(id)}/say`, body)) as SayAnswer,
  move: async (id, body) => (await postJson(`${ticket(id)}/move`, body)) as MoveAnswer,
  closed: async (before) =>
    (await getJson(`${base}/closed${before === undefined ? '' : `?before=${before}`}`)) as ClosedList,
  closedCase: async (id) => (await getJson(`${base}/closed/${encodeURIComponent(id)}`)) as ClosedView,
  reveal: async (id, body) => (await postJson(`${ticket(id)}/reveal`, body)) as RevealAnswer,
  reopen: async (id, body) => (await postJson(`${ticket(id)}/reopen`, body)) as ReopenAnswer,
  undo: async (id, body) => (await postJson(`${ticket(id)}/undo`, body)) as UndoAnswer,
  pass: async (id, body) => (await postJson(`${ticket(id)}/pass`, body)) as PassAnswer,
  team: async () => (await getJson(`${base}/team`)) as PassTargets,
  presence: async (body) => (await postJson(`${base}/presence`, body)) as PresenceAnswer,
  async answers(query) {
    const { answers } = (await getJson(`${base}/answers?q=${encodeURIComponent(query)}`)) as {
      answers: readonly CannedAnswer[];
    };
    return answers;
  },
};
