import { useSyncExternalStore } from 'react';

/**
 * Where somebody is, as the address bar says behind #: that part never travels to a server or into its logs, and works below any
 * path that a proxy gives the page.
 */
export interface Route {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** Tells one visit of a place from another; empty for one that was typed or linked to. */
  readonly key: string;
  /** What this tab alone keeps of the visit. */
  readonly own: unknown;
}

/** The address of a place on the page, for a link. */
export function placeOf(parts: readonly string[], query = new URLSearchParams()): string {
  const text = query.toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`;
}

/**
 * Goes to a place. What is `own` to it is kept by this tab alone, and comes back with the back button until somebody signs out: the history
 * of a browser outlives that, so that it holds a key only.
 */
export function goTo(place: string, own: unknown = null): void {
  const key = `plek:${crypto.randomUUID()}`;
  sessionStorage.setItem(key, JSON.stringify(own));
  window.history.pushState(key, '', place);
  window.dispatchEvent(new PopStateEvent('popstate', { state: key }));
}

/** Where somebody is now. */
export function useRoute(): Route {
  const [hash = '', key = ''] = useSyncExternalStore(watch, snapshot).split('\n');
  return routeOf(hash, key);
}

/** One text, so that the same place twice is no change. */
function snapshot(): string {
  const state: unknown = window.history.state;
  return `${window.location.hash}\n${typeof state === 'string' ? state : ''}`;
}

function routeOf(hash: string, key: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return {
    parts: path.split('/').filter(Boolean).map(decoded),
    query: new URLSearchParams(query),
    key,
    own: ownOf(key),
  };
}

function ownOf(key: string): unknown {
  const kept = key === '' ? null : sessionStorage.getItem(key);
  return kept === null ? null : JSON.parse(kept);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function watch(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
