import { ConfigurationError, httpUrl, type Environment } from '../../platform/process/environment.js';

/**
 * Reads PUBLIC_URL: under which address people and systems know the hub. Throws a ConfigurationError when it is more than
 * that, or where anybody on the way could read along and take over a session.
 */
export function toPublicUrl(environment: Environment, otherwise: string): URL {
  const url = httpUrl('PUBLIC_URL', environment['PUBLIC_URL'] || otherwise);
  if (url.href !== `${url.origin}/`)
    throw new ConfigurationError('PUBLIC_URL must be an address without a path, such as https://hub.example.');
  if (url.protocol !== 'https:' && !isLoopback(url))
    throw new ConfigurationError('PUBLIC_URL must begin with https:// unless it is on this machine.');
  return url;
}

/** Whether an address is on this machine, where nobody listens in. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname);
}
