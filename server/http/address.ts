// Where a request comes from. `X-Forwarded-For` counts only as far as it was written by proxies that are trusted.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { addNetwork } from '../config.ts';

export type AddressOf = (req: IncomingMessage) => string;

export function createAddressOf(trustedProxies: string[]): AddressOf {
  const trusted = new BlockList();
  for (const entry of trustedProxies) addNetwork(trusted, entry);
  const isTrusted = (address: string) =>
    trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return (req) => {
    const peer = plain(req.socket.remoteAddress ?? '');
    if (trustedProxies.length === 0 || isIP(peer) === 0 || !isTrusted(peer)) return peer;
    let address = peer;
    for (const hop of forwardedHops(req)) {
      if (isIP(hop) === 0) return address;
      address = hop;
      if (!isTrusted(hop)) return address;
    }
    return address;
  };
}

/** The nearest proxy's word first. */
function forwardedHops(req: IncomingMessage): string[] {
  const header = req.headers['x-forwarded-for'];
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return text
    .split(',')
    .map((hop) => plain(hop.trim()))
    .toReversed();
}

/** IPv4 is written as IPv4, also when it arrives at an IPv6 socket. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** From this machine itself, not from somebody behind a proxy that runs on it. */
export function isLocalRequest(req: IncomingMessage, address: string): boolean {
  const version = isIP(address);
  const isForwarded = 'x-forwarded-for' in req.headers || 'forwarded' in req.headers;
  return version !== 0 && !isForwarded && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
