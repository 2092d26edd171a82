import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { createClient } from './client.js';
import { fetchFromHub } from './clock.js';
import { openLiveConnection } from './live/connection.js';
import { LiveContext } from './live/use-live.js';
import { oneAtATime } from './one-at-a-time.js';
import { hubAddress } from './place.js';

/** Who is signed in, as the hub tells it. */
export interface Person {
  /** Stands for one person, and says nothing of who that is. */
  readonly person: string;
  readonly roles: readonly string[];
  readonly organisation: string | null;
  readonly region: string | null;
}

export interface Session {
  readonly person: Person;
  /** Whether the hub no longer knows who this is: what was typed is still there. */
  readonly isLapsed: boolean;
  /** To be told that the hub may no longer know who this is. */
  readonly lapse: () => void;
  /** Ends the session and what this tab kept; false where the hub could not be told. */
  readonly signOut: () => Promise<boolean>;
}

/** Between two looks at who is signed in. */
const pauseMs = 2_000;
/** After this a look is given up, and the next one begins. */
const patienceMs = 15_000;
/** Within this a browser knows of the session that another tab began. */
const doubtMs = 1_000;
/** How often a window that lost its session looks whether somebody signed in elsewhere. */
const lookMs = 5_000;

const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only below a `SessionGate`. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('there is no session here');
  return session;
}

/** Shows its children to whoever is signed in; `otherwise` to others, `meanwhile` until that is known. */
export function SessionGate({
  children,
  otherwise,
  meanwhile,
}: Record<'children' | 'otherwise' | 'meanwhile', ReactNode>): ReactNode {
  const [person, setPerson] = useState<Person | null | undefined>(undefined);
  const [isLapsed, setLapsed] = useState(false);
  const { look, client, live } = useMemo(
    () =>
      openLinks((found) => {
        setPerson((before) => before ?? found);
        setLapsed(found === null);
      }),
    [],
  );
  useEffect(look, [look]);

  const isGone = isLapsed && isKnown(person);
  useEffect(() => {
    // in another tab somebody may have signed in or out
    window.addEventListener('focus', look);
    const looking = isGone ? setInterval(look, lookMs) : undefined;
    return () => {
      window.removeEventListener('focus', look);
      clearInterval(looking);
    };
  }, [isGone, look]);

  const session = useMemo<Session | null>(
    () => (person ? { person, isLapsed, lapse: look, signOut } : null),
    [person, isLapsed, look],
  );
  if (!session) return person === null ? otherwise : meanwhile;
  return (
    <SessionContext value={session}>
      <Provider value={client}>
        <LiveContext value={live}>{children}</LiveContext>
      </Provider>
    </SessionContext>
  );
}

/** The ways to the hub, each of which looks anew at who is signed in once the hub knows nobody; `onFound` is told who that is. */
function openLinks(onFound: (found: Person | null) => void) {
  const look = oneAtATime(
    async () => {
      const found = await whoIsStillThere();
      if (found === undefined) return true;
      // somebody else sits here now: nothing that was typed or chosen is theirs
      if (found && isOfAnother(found)) {
        leave();
        return false;
      }
      onFound(found);
      if (found) {
        sessionStorage.setItem(personKey, identityOf(found));
        live.resume();
      }
      return false;
    },
    () => after(pauseMs),
  );
  const live = openLiveConnection(look);
  return { look, live, client: createClient(look) };
}

/** Where somebody signs in, to come back to this page. */
export function signInAddress(): string {
  const { pathname } = new URL(document.baseURI);
  return hubAddress(`inloggen?naar=${encodeURIComponent(pathname)}`);
}

/** The same, for who must show a second factor now. */
export function provenSignInAddress(): string {
  return `${signInAddress()}&opnieuw=ja`;
}

const placeKey = 'waar';

/** Goes to sign in. What stands behind # is kept by this tab meanwhile: no server ever sees it. */
export function goSignIn(): void {
  sessionStorage.setItem(placeKey, window.location.hash);
  window.location.assign(signInAddress());
}

/** Goes back to where somebody was before signing in. */
export function returnToPlace(): void {
  const place = sessionStorage.getItem(placeKey);
  sessionStorage.removeItem(placeKey);
  if (place && window.location.hash === '') window.history.replaceState(null, '', place);
}

/**
 * Who is signed in. Who signs in again in another tab is nobody for a moment, after the old session and before the browser knows of the new: where somebody
 * was here, nobody is looked for twice.
 */
async function whoIsStillThere(): Promise<Person | null | undefined> {
  const found = await whoIsThere();
  if (found !== null || sessionStorage.getItem(personKey) === null) return found;
  await after(doubtMs);
  return whoIsThere();
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function whoIsThere(): Promise<Person | null | undefined> {
  try {
    const response = await fetchFromHub(hubAddress('wie-ben-ik'), {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return (await response.json()) as Person;
    return response.status === 401 ? null : undefined;
  } catch {
    return undefined;
  }
}

async function signOut(): Promise<boolean> {
  const answer = await fetch(hubAddress('uitloggen'), { method: 'POST' }).catch(() => null);
  if (!answer?.ok) return false;
  sessionStorage.clear();
  window.location.assign(hubAddress('.'));
  window.location.reload();
  return true;
}

function isKnown(person: Person | null | undefined): person is Person {
  return person !== undefined && person !== null;
}

/** Under which this tab keeps whose its purposes and searches are, also while it is loaded anew. */
const personKey = 'wie';

function isOfAnother(found: Person): boolean {
  const kept = sessionStorage.getItem(personKey);
  return kept !== null && kept !== identityOf(found);
}

function identityOf({ person, roles, organisation, region }: Person): string {
  return JSON.stringify([person, roles, organisation, region]);
}

function leave(): void {
  sessionStorage.clear();
  window.location.reload();
}
