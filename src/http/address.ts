/** Where a call comes from. A proxy says for whom it asks, but only one that is known is believed. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Log } from '../base/index.js';

/** Returns the caller's address; of IPv6 the network, because a customer is given all addresses of one. */
export type AddressOf = (request: IncomingMessage) => string;

const thisComputer = new BlockList();
thisComputer.addSubnet('127.0.0.0', 8, 'ipv4');
thisComputer.addAddress('::1', 'ipv6');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Without what some proxies add: a port, brackets, or IPv4 written as IPv6. Empty when it is no address. */
function plain(text: string): string {
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) === 0 ? '' : address;
}

/** The first 64 bits. */
function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const parts = [...front, ...zeros, ...back].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''));
  return `${parts.join(':')}::`;
}

/** Whether an address is one of these proxies. */
function believedOf(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return (address) => address !== '' && list.check(address, family(address));
}

/** Whether a call comes by way of one of these proxies. */
export function createBelieved(proxies: readonly string[]): (request: IncomingMessage) => boolean {
  const isBelieved = believedOf(proxies);
  return ({ socket }) => isBelieved(plain(socket.remoteAddress ?? ''));
}

/**
 * `proxies`: addresses and networks that are believed. Of `X-Forwarded-For` the right-most address counts that none of
 * them has: what stands left of it was written by a stranger. Without proxies the header counts for nothing.
 */
export function createAddressOf(proxies: readonly string[], log: Log): AddressOf {
  const isBelieved = believedOf(proxies);
  let warned = false;
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '');
    const header = request.headers['x-forwarded-for'];
    if (header === undefined) return network(address);
    if (proxies.length === 0 && !warned) {
      warned = true;
      log.warn('calls come through a proxy: set TRUST_PROXY and PUBLIC_URL, or all customers share the limits of one');
    }
    const path = String(header).split(',');
    while (path.length > 0 && isBelieved(address)) {
      const before = plain((path.pop() ?? '').trim());
      if (before === '') break;
      address = before;
    }
    return network(address);
  };
}

const isThisComputer = (address: string): boolean => address !== '' && thisComputer.check(address, family(address));

/** What proxies add that do not say for whom they ask. */
const passedOn = ['forwarded', 'via', 'x-forwarded-host', 'x-forwarded-proto'];

/**
 * Whether who calls is at this computer: the connection comes from here, and no proxy says that it asks for somebody
 * elsewhere, whether it is believed or not.
 */
export function isFromHere({ headers, socket }: IncomingMessage): boolean {
  if (!isThisComputer(plain(socket.remoteAddress ?? ''))) return false;
  const named = [headers['x-forwarded-for'], headers['x-real-ip']].filter((one) => one !== undefined);
  if (named.length === 0) return !passedOn.some((name) => name in headers);
  return String(named)
    .split(',')
    .every((one) => isThisComputer(plain(one.trim())));
}
