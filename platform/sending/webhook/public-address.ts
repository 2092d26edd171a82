import ipaddr from 'ipaddr.js';

/** Public by their range, yet answered by the machine's own cloud: the platform address of Azure. */
const cloudAddresses = new Set(['168.63.129.16']);

/** Where addresses are given out to the public: everything else in IPv6 is kept for special use. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to a host on the public internet: no loopback, private, link-local, carrier or cloud address, no
 * multicast, documentation or benchmark range, and no IPv6 address that carries an IPv4 address inside.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return false;
  return parsed.range() === 'unicast' && !cloudAddresses.has(parsed.toString());
}

/** Whether an address is this machine itself. */
export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
