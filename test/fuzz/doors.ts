/** Every address of the server, with what is right for it. */
import { personalKinds } from '../../src/base/index.js';
import { closeReasonNames } from '../../src/conversation/index.js';
import type { Draw, Held } from './draw.js';

export interface Door {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: (one: Draw) => unknown;
  /** How often it is drawn, beside the others. */
  readonly weight?: number;
  /** Whose session it is for: half of the time it comes with that one. */
  readonly by?: keyof Draw['known']['cookies'];
  /** It ends the session with which it comes, so it comes with none that others need. */
  readonly ends?: true;
  /** Half of the time it is about a ticket that was claimed, with the session of who claimed it. */
  readonly holds?: (held: Held, one: Draw) => object;
  /** The secret with which it is signed, most of the time. */
  readonly signed?: string;
  /** What its answers must say at least once, or no request was right. */
  readonly reaches?: readonly string[];
}

const message = (draw: Draw): object => ({
  type: draw.of(['message', 'message', 'message', 'typing', 'event', 'conversationUpdate', 'endOfConversation', '']),
  text: draw.text(),
  from: { id: draw.id(), name: draw.text() },
  channelData: { clientActivityID: draw.id(), choice: draw.of(['solved', 'person', 'not-now', '7', draw.text()]) },
});
const wire = (draw: Draw): object => ({
  ...message(draw),
  type: draw.of(['message', 'message', 'invoke', 'messageReaction', 'installationUpdate', '', 'x'.repeat(300)]),
  id: draw.id(),
  channelId: draw.of(['msteams', 'emulator', 'webchat', draw.text()]),
  serviceUrl: draw.of(['http://127.0.0.1:9/', 'https://smba.trafficmanager.net/', 'file:///etc/passwd', draw.text()]),
  conversation: { id: draw.id(), tenantId: draw.text() },
  recipient: { id: 'bot' },
  entities: [{ type: 'mention', text: draw.text(), mentioned: { id: draw.of(['bot', draw.text()]) } }],
});
const hooked = (draw: Draw): object => ({
  conversation: `c${draw.below(20)}`,
  customer: { id: draw.id(), name: draw.text() },
  text: draw.text(),
});

const line = '/v3/directline';
const desk = '/api/desk';
const ticket = `${desk}/tickets/:id`;
const insights = '/api/insights';

const chats: readonly Door[] = [
  {
    name: 'chat',
    method: 'POST',
    path: `${line}/tokens/generate`,
    body: (draw) => ({ user: { id: draw.id(), name: draw.text() } }),
  },
  { name: 'chat', method: 'POST', path: `${line}/tokens/refresh`, body: () => ({ renewable: true }) },
  { name: 'chat', method: 'POST', path: `${line}/conversations`, body: () => ({ renewable: true }) },
  { name: 'chat', method: 'GET', path: `${line}/conversations/:id?watermark=:text` },
  { name: 'chat', method: 'GET', path: `${line}/conversations/:id/activities?watermark=:text`, weight: 2 },
  { name: 'chat', method: 'POST', path: `${line}/conversations/:id/activities`, body: message, weight: 6 },
  { name: 'chat', method: 'POST', path: `${line}/conversations/:id/upload`, body: (draw) => draw.text() },
  { name: 'chat', method: 'GET', path: `${line}/session/getsessionid` },
  { name: 'chat', method: 'GET', path: '/widget/settings' },
  { name: 'teams', method: 'POST', path: '/api/messages', body: wire, weight: 4 },
];

const people: readonly Door[] = [
  {
    name: 'access',
    method: 'POST',
    path: '/api/sign-in',
    body: (draw) => ({ id: draw.of(['ana', 'maya', draw.text()]) }),
    ends: true,
  },
  { name: 'access', method: 'GET', path: '/api/sign-in' },
  { name: 'access', method: 'POST', path: '/api/sign-out', ends: true },
  { name: 'access', method: 'GET', path: '/api/me', by: 'agent' },
  { name: 'access', method: 'GET', path: '/api/sessions', by: 'agent' },
  { name: 'access', method: 'POST', path: '/api/sessions/end', body: (draw) => ({ id: draw.id() }), by: 'agent' },
  { name: 'access', method: 'GET', path: '/api/audit?from=:day&to=:day&before=:text' },
  { name: 'access', method: 'GET', path: '/api/audit/export?from=:day&to=:day&format=:text' },
  { name: 'access', method: 'GET', path: '/api/people?q=:text&from=:text' },
  { name: 'access', method: 'POST', path: '/api/people/:id', body: (draw) => ({ name: draw.text(), off: true }) },
  { name: 'access', method: 'POST', path: '/api/people/:id/sign-out' },
];

const desks: readonly Door[] = [
  { name: 'desk', method: 'GET', path: `${desk}/line`, by: 'agent' },
  { name: 'desk', method: 'GET', path: `${desk}/team`, by: 'agent' },
  { name: 'desk', method: 'GET', path: `${desk}/answers?q=:text`, by: 'agent' },
  { name: 'desk', method: 'GET', path: ticket, by: 'supervisor' },
  { name: 'desk', method: 'GET', path: `${ticket}/entries?after=:text`, by: 'supervisor' },
  { name: 'desk', method: 'GET', path: `${ticket}/history`, by: 'supervisor' },
  { name: 'desk', method: 'GET', path: `${ticket}/history/:text`, by: 'supervisor' },
  {
    name: 'desk',
    method: 'POST',
    path: `${desk}/presence`,
    body: (draw) => ({ state: draw.of(['here', 'here', 'here', 'away', draw.text()]) }),
    by: 'agent',
    weight: 2,
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${desk}/claim`,
    body: (draw) => ({ token: `press-${draw.below(1e6)}`, ...(draw.chance() < 0.2 ? { ticket: draw.id() } : {}) }),
    by: 'agent',
    weight: 3,
    reaches: ['claimed', 'empty'],
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/say`,
    body: (draw) => ({ id: draw.id(), epoch: draw.below(4), text: draw.text(), note: draw.chance() < 0.5 }),
    holds: ({ epoch }, draw) => ({
      id: `said-${draw.below(1e6)}`,
      epoch,
      text: draw.text(),
      note: draw.chance() < 0.3,
    }),
    weight: 2,
    reaches: ['said', 'fenced'],
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/move`,
    body: (draw) => ({ epoch: draw.below(4), seen: draw.below(9), action: draw.of(['release', 'close', draw.text()]) }),
    holds: ({ epoch, seen }, draw) => ({
      epoch,
      seen,
      action: draw.of(['hand-back', 'close', 'release']),
      ...(draw.chance() < 0.7 ? { why: { reason: draw.of(closeReasonNames) } } : {}),
      ...(draw.chance() < 0.5 ? { undo: true } : {}),
    }),
    weight: 2,
    reaches: ['moved', 'wrote', 'owed', 'fenced'],
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/undo`,
    body: (draw) => ({ epoch: draw.below(4) }),
    holds: ({ epoch }) => ({ epoch }),
    weight: 2,
    reaches: ['back', 'fenced'],
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/reveal`,
    body: (draw) => ({ epoch: draw.below(4), entry: draw.below(9), kind: draw.of(['card', 'email', draw.text()]) }),
    holds: ({ epoch }, draw) => ({ epoch, entry: 1 + draw.below(9), kind: draw.of(personalKinds) }),
  },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/pass`,
    body: (draw) => ({ epoch: draw.below(4), seen: draw.below(9), queue: draw.of(['main', draw.text()]) }),
    holds: ({ epoch, seen }, draw) => ({
      epoch,
      seen,
      ...(draw.chance() < 0.5 ? { queue: draw.of(['main', 'returns']) } : { to: draw.of(['ana', 'ben', 'sam']) }),
    }),
    reaches: ['moved', 'fenced'],
  },
  { name: 'desk', method: 'GET', path: `${desk}/closed?before=:text`, by: 'supervisor' },
  { name: 'desk', method: 'GET', path: `${desk}/closed/:text`, by: 'supervisor' },
  {
    name: 'desk',
    method: 'POST',
    path: `${ticket}/reopen`,
    body: (draw) => ({ token: `again-${draw.below(1e6)}`, episode: 1 + draw.below(3), epoch: draw.below(4), seen: 9 }),
    holds: ({ epoch, seen }, draw) => ({ token: `again-${draw.below(1e6)}`, episode: 1 + draw.below(9), epoch, seen }),
    by: 'supervisor',
    weight: 2,
  },
];

const others: readonly Door[] = [
  { name: 'insights', method: 'GET', path: `${insights}/summary?from=:day&to=:day`, by: 'manager' },
  { name: 'insights', method: 'GET', path: `${insights}/episodes?from=:day&to=:day`, by: 'manager' },
  { name: 'insights', method: 'GET', path: `${insights}/episodes/:id?number=:text`, by: 'manager' },
  { name: 'insights', method: 'GET', path: `${insights}/export?from=:day&to=:day&format=:text`, by: 'manager' },
  { name: 'pages', method: 'GET', path: '/:text' },
  { name: 'pages', method: 'GET', path: '/' },
  { name: 'pages', method: 'GET', path: '/desk' },
  { name: 'pages', method: 'GET', path: '/desk/people' },
  { name: 'pages', method: 'GET', path: '/desk/audit' },
  { name: 'pages', method: 'GET', path: '/insights' },
  { name: 'pages', method: 'GET', path: '/sign-in' },
  { name: 'pages', method: 'GET', path: '/widget.js' },
  { name: 'pages', method: 'GET', path: '/widget.mjs' },
  { name: 'pages', method: 'GET', path: '/chat' },
  { name: 'operations', method: 'GET', path: '/health/live' },
  { name: 'operations', method: 'GET', path: '/health/ready' },
  { name: 'operations', method: 'GET', path: '/metrics' },
];

/** `hook`: its secret. A feed has no end, so it is the only address that is not here. */
export const doorsOf = (hook: string): readonly Door[] => [
  ...chats,
  { name: 'hook', method: 'POST', path: '/api/hook/messages', body: hooked, signed: hook, weight: 2, reaches: ['seq'] },
  ...people,
  ...desks,
  ...others,
];
