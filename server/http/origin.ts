// Which pages may speak for somebody who is signed in with a cookie. The Host must be ours (a loopback or private one, or
// that of PUBLIC_ORIGIN), or a foreign name that was pointed at this machine could read with the reader's own browser;
// and what changes something, or opens a socket, must come from a page of ours.
import { BlockList, isIP } from 'node:net';

export type OriginRules = {
  /** People reach Haru over https. */
  isSecure: boolean;
  isOurHost(host: string | undefined): boolean;
  isOurPage(origin: string | undefined, host: string | undefined): boolean;
};

export function createOriginRules(publicOrigin: string | null): OriginRules {
  const publicHost = publicOrigin === null ? null : new URL(publicOrigin).host;
  const isOurHost = remembering((host) => host === publicHost || isPrivateHost(host));
  return {
    isSecure: publicOrigin?.startsWith('https:') ?? false,
    isOurHost: (host) => host !== undefined && isOurHost(host.toLowerCase()),
    isOurPage(origin, host) {
      if (origin === undefined) return false;
      if (publicOrigin !== null) return origin === publicOrigin;
      return (
        host !== undefined && isOurHost(host.toLowerCase()) && hostOf(origin) === host.toLowerCase()
      );
    },
  };
}

function hostOf(origin: string): string | null {
  return /^https?:\/\//.test(origin) && URL.canParse(origin) ? new URL(origin).host : null;
}

const privateNetworks = new BlockList();
for (const network of [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
]) {
  const [address = '', length] = network.split('/');
  privateNetworks.addSubnet(address, Number(length), 'ipv4');
}
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');

/** Names that nobody can register: of one word, and those that are reserved for inside a house. */
const PRIVATE_NAME = /^(?:[a-z\d-]+|[a-z\d.-]+\.(?:localhost|local|internal|home\.arpa))$/;

function isPrivateHost(host: string): boolean {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}/`)) return false;
  const name = new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
  const version = isIP(name);
  if (version === 0) return PRIVATE_NAME.test(name);
  return privateNetworks.check(name, version === 6 ? 'ipv6' : 'ipv4');
}

const REMEMBERED_HOSTS = 100;

function remembering(judge: (host: string) => boolean): (host: string) => boolean {
  const known = new Map<string, boolean>();
  return (host) => {
    const before = known.get(host);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED_HOSTS) known.clear();
    const verdict = judge(host);
    known.set(host, verdict);
    return verdict;
  };
}
