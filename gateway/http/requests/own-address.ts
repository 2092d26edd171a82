/** What a request asks for below the hub's own address, as it stands in its first line. */
export interface AskedPath {
  readonly path: string;
  /** Without its question mark; empty where there is none. */
  readonly query: string;
}

/** The same characters end a path as do for the router. */
const parts = /^([^?#]*)\??(.*)$/s;

/**
 * Whether a request names a path and nothing else. An address with a host of its own (`http://elsewhere/`, `//elsewhere/`) would lead
 * there whoever completes it; `\` and what no path may hold count as `/` or as nothing when an address is read.
 */
export function isOwnPath(target: string): boolean {
  return /^\/(?![/\\])/.test(target) && !/[\\\s]/.test(askedPath(target).path);
}

export function askedPath(target: string): AskedPath {
  const [, path = '', query = ''] = parts.exec(target) ?? [];
  return { path, query };
}

/** The address of a request below `origin`. Nothing in the request can change the origin. */
export function addressBelow({ origin }: URL, target: string): URL {
  const { path, query } = askedPath(target);
  const address = new URL(origin);
  address.pathname = path;
  address.search = query;
  return address;
}
