/** What settings say of each other: each alone may be right where both together are not. */

import { ofEntra } from './azure-settings.js';
import type { Problem } from './problem.js';

type Given = Readonly<Record<string, unknown>>;

const loopback: readonly unknown[] = ['127.0.0.1', '::1', 'localhost'];
const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES', 'PUBLIC_URL'];

/** Those that are missing where any of the first is there. */
const missing = (given: Given, some: readonly string[], all: readonly string[]): readonly string[] =>
  some.some((name) => given[name] !== undefined) ? all.filter((name) => given[name] === undefined) : [];

function ofSignIn(given: Given): readonly Problem[] {
  const provider = given['OIDC_ISSUER'] !== undefined;
  const some = needed.filter((name) => name !== 'PUBLIC_URL');
  const problems = missing(given, some, needed).map((name): Problem => [
    name,
    `is missing: a sign-in provider needs ${needed.join(', ')}`,
  ]);
  if (provider) return problems;
  return [
    ...problems,
    ...(given['NODE_ENV'] === 'production'
      ? [
          [
            'NODE_ENV',
            'production needs a sign-in provider (OIDC_ISSUER and the others); the local sign-in is for development',
          ] as const,
        ]
      : []),
    ...(loopback.includes(given['HOST'])
      ? []
      : [['HOST', 'the local sign-in lets anyone in, so only 127.0.0.1, ::1 or localhost are allowed'] as const]),
  ];
}

function ofProduction({ NODE_ENV: mode, TOKEN_SECRET: secret, PUBLIC_URL: url }: Given): readonly Problem[] {
  if (mode !== 'production') return [];
  const insecure = typeof url === 'string' && !url.startsWith('https:');
  return [
    ...(secret === undefined
      ? [
          [
            'TOKEN_SECRET',
            'production needs one that all processes share and no emptied store can change: openssl rand -hex 32',
          ] as const,
        ]
      : []),
    ...(insecure ? [['PUBLIC_URL', 'must be https in production: sign-ins are sent over nothing else'] as const] : []),
  ];
}

/** A registration that is set by half would be no registration, and nobody would notice. */
function ofBotFramework(given: Given): readonly Problem[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppType: type = 'SingleTenant' } = given;
  const others = ['MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
  const problems: Problem[] = [];
  for (const name of missing(given, others, ['MicrosoftAppId']))
    problems.push([name, `is missing, though ${others.find((one) => given[one] !== undefined) ?? ''} is set`]);
  if (id !== undefined && type !== 'UserAssignedMSI' && password === undefined) {
    problems.push([
      'MicrosoftAppPassword',
      'is missing: MicrosoftAppId alone proves nothing (only UserAssignedMSI goes without)',
    ]);
  }
  if (
    id !== undefined &&
    (type === 'SingleTenant' || type === 'UserAssignedMSI') &&
    given['MicrosoftAppTenantId'] === undefined
  ) {
    problems.push([
      'MicrosoftAppTenantId',
      `is missing: a bot that is ${type} belongs to one tenant, whose id Entra shows beside the app's`,
    ]);
  }
  if (given['MESSAGES_ANONYMOUS'] === 'on') {
    const development = given['NODE_ENV'] !== 'production' && loopback.includes(given['HOST']);
    if (!development) problems.push(['MESSAGES_ANONYMOUS', 'is for development on this computer only']);
    else if (id !== undefined)
      problems.push(['MESSAGES_ANONYMOUS', 'is not for a bot that is registered (MicrosoftAppId)']);
  }
  return problems;
}

/** All of them, by the name of the setting to mend. */
export function disagreements(given: Given): readonly Problem[] {
  const hook = missing(given, ['HOOK_SECRET', 'HOOK_URL'], ['HOOK_SECRET', 'HOOK_URL']);
  return [
    ...hook.map((name): Problem => [name, 'is missing: the web hook needs both HOOK_SECRET and HOOK_URL']),
    ...ofEntra(given),
    ...ofSignIn(given),
    ...ofProduction(given),
    ...ofBotFramework(given),
  ];
}
