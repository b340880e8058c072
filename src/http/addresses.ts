// Which addresses lie on the reader's own network, and how an address is shown.

import { BlockList, isIP } from 'node:net';

const own = new BlockList();
// RFC 6890 and its like: this host, private, shared, loopback, link-local, protocols, benchmarks,
// multicast, reserved.
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  own.addSubnet(net, bits, 'ipv4');
}
// Unspecified and loopback (with all that embeds IPv4 in ::/96), discard, Teredo, unique-local,
// link-local, site-local, multicast.
for (const [net, bits] of [
  ['::', 96],
  ['100::', 64],
  ['2001::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  own.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address (v6 with or without brackets or zone) is no public one. */
export function isPrivateIp(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const kind = isIP(bare);
  if (kind === 4) return own.check(bare, 'ipv4');
  if (kind !== 6) return false;
  const inner = embeddedIpv4(bare);
  return inner === undefined ? own.check(bare, 'ipv6') : own.check(inner, 'ipv4');
}

/** The IPv4 address within ::ffff:0:0/96 (mapped), 64:ff9b::/96 (NAT64) and 2002::/16 (6to4). */
function embeddedIpv4(address: string): string | undefined {
  const groups = groupsOf(address);
  const starts = (...first: readonly number[]): boolean =>
    first.every((group, index) => groups[index] === group);
  const four = (high = 0, low = 0): string => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  if (starts(0, 0, 0, 0, 0, 0xffff) || starts(0x64, 0xff9b, 0, 0, 0, 0)) {
    return four(groups[6], groups[7]);
  }
  return starts(0x2002) ? four(groups[1], groups[2]) : undefined;
}

function groupsOf(address: string): number[] {
  // WHATWG's parser writes every form of an IPv6 address in one.
  const text = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = text.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [numbers(head), numbers(tail ?? '')];
  return tail === undefined
    ? first
    : [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
}

/** Whether a host is the reader's own by name or number alone, before it is looked up. */
export function isPrivateHost(host: string): boolean {
  const bare = host.toLowerCase().replace(/\.$/, '');
  if (isIP(bare.replace(/^\[|\]$/g, '')) !== 0) return isPrivateIp(bare);
  return /^(?:[^.]+|.*\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa))$/.test(
    bare,
  );
}

/** An address that can be asked for: http or https; undefined for all others. */
export function webUrl(address: string, base?: string): URL | undefined {
  if (address.length > 8192 || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** An address without its credentials and fragment. */
export function shownAddress(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  shown.hash = '';
  return shown.href;
}
