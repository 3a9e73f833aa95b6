/** Under which names this server is known, and which pages may call it. */
import type { IncomingMessage } from 'node:http';
import { SupportError } from '../base/index.js';

export interface Site {
  /** Where people reach it, when that is not the address it listens on: `https://chat.example.com`. */
  readonly publicUrl?: string | undefined;
  /** Whether the pages of the team are open there, too, and not on this computer alone. */
  readonly open?: boolean;
  /** Origins whose pages may carry the chat; without them every page may. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Whether everything that is sent to browsers is sent over https. */
export const isSecure = ({ publicUrl, open = false }: Site): boolean =>
  open && publicUrl?.startsWith('https:') === true;

/**
 * The origin of the page that calls the chat, where it matters; `*` where every page may call. Throws `forbidden` for a
 * page that may not. Programs are no pages and say no origin.
 */
export function sharedWith({ headers }: IncomingMessage, site: Site): string {
  const { allowedOrigins, publicUrl } = site;
  const { origin, host = '' } = headers;
  if (allowedOrigins === undefined) return '*';
  const own = origin !== undefined && (origin === publicUrl || origin === `http://${host}`);
  if (origin === undefined || own || allowedOrigins.includes(origin)) return origin ?? allowedOrigins[0] ?? 'null';
  throw new SupportError('forbidden', 'The chat may not be used on pages of this site (ALLOWED_ORIGINS).');
}
