import { useSyncExternalStore } from 'react';

/**
 * Where somebody is, as the address bar says behind #: that part never travels to a server or into its logs, and works below any
 * path that a proxy gives the page.
 */
export interface Route {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** What this tab alone keeps of it. */
  readonly state: unknown;
}

/** The address of a place on the page, for a link. */
export function placeOf(parts: readonly string[], query = new URLSearchParams()): string {
  const text = query.toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`;
}

/** Goes to a place; `state` is kept by this tab alone, and comes back with the back button. */
export function goTo(place: string, state: unknown = null): void {
  window.history.pushState(state, '', place);
  window.dispatchEvent(new PopStateEvent('popstate', { state }));
}

/** Where somebody is now. */
export function useRoute(): Route {
  const [hash = '', state = 'null'] = useSyncExternalStore(watch, snapshot).split('\n');
  return routeOf(hash, JSON.parse(state));
}

/** One text, so that the same place twice is no change. */
function snapshot(): string {
  return `${window.location.hash}\n${JSON.stringify(window.history.state ?? null)}`;
}

function routeOf(hash: string, state: unknown): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { parts: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query), state };
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
