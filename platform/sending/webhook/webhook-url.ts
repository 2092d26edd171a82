import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Which hosts may be called. */
export interface Reach {
  /** Also this machine itself, over http as well: for development and tests. */
  readonly isLoopbackAllowed: boolean;
}

const longestUrl = 2_000;
const ports = new Set(['', '443', '8443']);

/**
 * The address to call, when it may be called: https, port 443 or 8443, no user name, no fragment, and no IP address that is not
 * public, no name without a domain. What a host name stands for is checked with each call. Null for any other text.
 */
export function webhookUrl(text: string, reach: Reach): URL | null {
  if (text.length > longestUrl || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  if (!isPlain || !isAllowedAddress(url, reach)) return null;
  if (isOwnMachine(url, reach)) return url;
  return url.protocol === 'https:' && ports.has(url.port) && /[.:]/.test(url.hostname) ? url : null;
}

/** Whether the host of a URL, where it is an IP address, may be called; a name is decided by what it stands for. */
export function isAllowedAddress(url: URL, reach: Reach): boolean {
  const host = hostOf(url);
  return isIP(host) === 0 || isReachable(host, reach);
}

export function isReachable(address: string, { isLoopbackAllowed }: Reach): boolean {
  return isPublicAddress(address) || (isLoopbackAllowed && isLoopbackAddress(address));
}

function isOwnMachine(url: URL, { isLoopbackAllowed }: Reach): boolean {
  const host = hostOf(url);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isLoopbackAllowed && isWeb && (host === 'localhost' || isLoopbackAddress(host));
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
