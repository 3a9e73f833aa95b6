/**
 * Where the bot sends its replies: the service URL of an activity. A sender who could name any address would make this
 * server call it with the bot's own token, so only Bot Framework's hosts are accepted, and only this computer where no
 * token is required.
 */

/** True for a service URL that may be called. */
export type Trust = (serviceUrl: string) => boolean;

/** Of Teams and its clouds. Not all of trafficmanager.net: anyone can have a name there. */
const hosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
/** Of the other channels. */
const domains = ['.botframework.com', '.botframework.us', '.botframework.azure.us', '.botframework.azure.cn'];
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The connector parses it again and appends a path, so signs that two parsers may read differently are refused. */
function read(serviceUrl: string): URL | undefined {
  return /^https?:\/\/[\w.:/~%[\]-]+$/i.test(serviceUrl) && URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
}

/** `more`: further hosts of an operator's own cloud. */
export function createTrust({ appId, more }: { readonly appId: string; readonly more: readonly string[] }): Trust {
  return (serviceUrl) => {
    const url = read(serviceUrl);
    if (url === undefined) return false;
    if (appId === '') return loopback.test(url.hostname);
    const known = hosts.includes(url.hostname) || domains.some((domain) => url.hostname.endsWith(domain));
    return url.protocol === 'https:' && ((known && url.port === '') || more.includes(url.host));
  };
}

const bare = (url: string) => url.replace(/\/$/, '').toLowerCase();

/** Whether a token's claim names this service URL. */
export const sameService = (serviceUrl: string, claim: string | null): boolean =>
  claim !== null && bare(claim) === bare(serviceUrl);
