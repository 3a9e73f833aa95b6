/** Every address of the server, and for whom it is. */

export const roles = ['agent', 'supervisor', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];
export const desk: readonly Role[] = ['agent', 'supervisor'];
const ticket = '/api/desk/tickets/:id';
const chat = '/v3/directline/conversations/:id';

/** For people who are signed in. */
export const forRoles: readonly (readonly [route: string, roles: readonly Role[]])[] = [
  ['GET /api/me', roles],
  ['GET /api/sessions', roles],
  ['POST /api/sessions/end', roles],
  ['GET /api/desk/line', desk],
  ['GET /api/desk/feed', desk],
  ['POST /api/desk/claim', desk],
  ['GET /api/desk/answers', desk],
  ['POST /api/desk/presence', desk],
  ['GET /api/desk/team', desk],
  [`GET ${ticket}`, desk],
  [`GET ${ticket}/entries`, desk],
  [`GET ${ticket}/history`, desk],
  [`GET ${ticket}/history/:case`, desk],
  [`POST ${ticket}/say`, desk],
  [`POST ${ticket}/move`, desk],
  [`POST ${ticket}/pass`, desk],
  [`POST ${ticket}/undo`, desk],
  [`POST ${ticket}/reveal`, desk],
  ['GET /api/people', ['admin']],
  ['POST /api/people/:id', ['admin']],
  ['POST /api/people/:id/sign-out', ['admin']],
  [`POST ${ticket}/reopen`, desk],
  ['GET /api/desk/closed', desk],
  ['GET /api/desk/closed/:case', desk],
  ['GET /api/audit', ['admin']],
  ['GET /api/audit/export', ['admin']],
  ['GET /api/insights/summary', ['manager']],
  ['GET /api/insights/episodes', ['manager']],
  ['GET /api/insights/episodes/:id', ['manager']],
  ['GET /api/insights/export', ['manager']],
];
/** For who has the token of this chat. */
export const forChats = [
  'POST /v3/directline/tokens/refresh',
  'POST /v3/directline/conversations',
  `GET ${chat}`,
  `GET ${chat}/activities`,
  `POST ${chat}/activities`,
  `POST ${chat}/upload`,
];
/** For everybody, or with a proof of their own that is tried elsewhere (a signature, a secret, Bot Framework's token). */
export const forAll = [
  'GET /',
  'GET /api/sign-in',
  'GET /chat',
  'GET /desk',
  'GET /desk/audit',
  'GET /desk/people',
  'GET /health/live',
  'GET /health/ready',
  'GET /insights',
  'GET /metrics',
  'GET /sign-in',
  'GET /sign-in/done',
  'GET /sign-in/start',
  'GET /v3/directline/session/getsessionid',
  'GET /widget.js',
  'GET /widget.mjs',
  'GET /widget/settings',
  'POST /api/hook/messages',
  'POST /api/messages',
  'POST /api/sign-out',
  'POST /v3/directline/tokens/generate',
];
