/** Tokens of Microsoft Entra ID, by which Azure Managed Redis knows who we are: asked for where this process runs. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock, Identity } from '../base/index.js';

export interface Token {
  readonly kind: 'token';
  readonly text: string;
  /** The object id of whose token it is. */
  readonly owner: string | undefined;
  /** Until when it is taken, milliseconds of `performance.now`. */
  readonly until: number;
}

/** Why there is no token: nobody there who gives one, or somebody who will not, until a person has changed something. */
export interface NoToken {
  readonly kind: 'away' | 'refused';
  readonly why: string;
}

/** In which whoever gives tokens must have answered, milliseconds. */
const patienceMs = 5000;
const resource = 'https://redis.azure.com';

interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

/** What a pod, an app or a machine is asked: each by what Azure documents for it. */
async function requestFor(identity: Identity): Promise<Request> {
  if (identity.kind === 'pod') {
    const { authority, tenant, client, file } = identity;
    const url = `${authority.replace(/\/$/, '')}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
    const assertion = (await readFile(file, 'utf8')).trim(); // it is changed while we run, so it is read each time
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client,
      scope: `${resource}/.default`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    return { url, headers: {}, form };
  }
  const isApp = identity.kind === 'app';
  const url = new URL(isApp ? identity.endpoint : '/metadata/identity/oauth2/token', isApp ? undefined : identity.host);
  url.searchParams.set('api-version', isApp ? '2019-08-01' : '2018-02-01');
  url.searchParams.set('resource', resource);
  if (identity.client !== undefined) url.searchParams.set('client_id', identity.client);
  return { url: url.href, headers: isApp ? { 'X-IDENTITY-HEADER': identity.header } : { Metadata: 'true' } };
}

/** Seconds: how long it is good for, or until when since 1970; Azure sends both as numbers and as texts. */
const granted = z.object({
  access_token: z.string().min(1).max(32_768),
  expires_in: z.coerce.number().positive().optional(),
  expires_on: z.coerce.number().positive().optional(),
});
const refusal = z.object({
  error_description: z.string().optional(),
  message: z.string().optional(),
  error: z.unknown(),
});
const claims = z.object({ oid: z.string().min(1).max(100) });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ownerOf(token: string): string | undefined {
  const read = claims.safeParse(json(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  return read.success ? read.data.oid : undefined;
}

/** At most, milliseconds: none of Azure is good for longer than a day. */
const mostMs = 86_400_000;

function readToken(text: string, clock: Clock): Token | NoToken {
  const { data } = granted.safeParse(json(text));
  const { access_token: token, expires_in: seconds, expires_on: at } = data ?? {};
  const leftMs = seconds === undefined ? (at ?? 0) * 1000 - clock.now() : seconds * 1000;
  if (token === undefined || leftMs <= 0) return { kind: 'away', why: 'its answer holds no token that is still good' };
  return { kind: 'token', text: token, owner: ownerOf(token), until: performance.now() + Math.min(leftMs, mostMs) };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);

function readRefusal(status: number, text: string): NoToken {
  const { error_description: described, message, error } = refusal.safeParse(json(text)).data ?? {};
  const said = described ?? message ?? (typeof error === 'string' ? error : '');
  const kind = [400, 401, 403].includes(status) ? 'refused' : 'away';
  return { kind, why: `it answers ${status}${said === '' ? '' : `: ${oneLine(said)}`}` };
}

/** Characters; a token has a few thousand. */
const mostLength = 65_536;

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    if (text.length > mostLength) throw new Error('its answer does not end');
  }
  return text;
}

/** Asks once, and waits for no more than five seconds. What it says of a failure holds nothing secret. */
export async function askForToken(identity: Identity, clock: Clock): Promise<Token | NoToken> {
  try {
    const { url, headers, form } = await requestFor(identity);
    const answer = await fetch(url, {
      ...(form === undefined ? {} : { method: 'POST', body: form }),
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await textOf(answer);
    return answer.ok ? readToken(text, clock) : readRefusal(answer.status, text);
  } catch (fault) {
    const { message, cause } = fault as Error;
    return { kind: 'away', why: oneLine(cause instanceof Error && cause.message !== '' ? cause.message : message) };
  }
}
