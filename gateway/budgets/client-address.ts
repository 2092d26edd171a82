import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { ConfigurationError, type Environment } from '../../platform/process/environment.js';

/** From where a request comes, as far as it is one's own; null where that cannot be known. */
export type AddressOf = (request: IncomingMessage) => string | null;

/**
 * Reads TRUSTED_PROXIES: whose word on the address of a client is taken, or `none` where clients reach the hub itself. Without it the
 * address is unknown: behind a proxy everybody would have the same one, and who tries tokens would keep all others out.
 */
export function toTrustedProxies(environment: Environment): AddressOf {
  const told = environment['TRUSTED_PROXIES'] ?? '';
  if (told === '') return () => null;
  const trust = told === 'none' ? () => false : compiled(told.split(',').map((one) => one.trim()));
  return (request) => ownPart(proxyAddr(request, trust));
}

function compiled(addresses: string[]): (address: string, hop: number) => boolean {
  try {
    return proxyAddr.compile(addresses);
  } catch {
    throw new ConfigurationError(
      'TRUSTED_PROXIES must be none, or addresses and ranges such as 127.0.0.1, 10.0.0.0/8.',
    );
  }
}

/** Whoever has one IPv6 address has the whole network of its first 64 bits. */
function ownPart(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
