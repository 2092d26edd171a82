import { hubAddress } from '../place.js';
import { readStream, type Told } from './read-stream.js';

/** What a part of the page wants to be told of. */
export interface LiveQuery {
  readonly documentId: string;
  readonly variables: object;
  readonly purpose?: string | undefined;
}

type OnPayload = (payload: Told['payload']) => void;

/** Whether what stands on the page is as it is now: nobody wants to know, it is, or it may have changed. */
export type LiveState = 'idle' | 'live' | 'lost';

/** One stream for the whole tab, which carries all of its queries and comes back when it breaks off. */
export interface LiveConnection {
  /** Tells of a query until what it gives is called; the first answer comes at once. */
  add(query: LiveQuery, onPayload: OnPayload): () => void;
  /** Somebody is signed in again. */
  resume(): void;
  readonly state: () => LiveState;
  readonly watch: (onChange: () => void) => () => void;
}

/** Who hears one of these may not ask any more: asking again does not help. */
const final: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CROSS_ORIGIN',
  'PURPOSE_NOT_ALLOWED',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_NOT_REGISTERED',
  'BAD_REQUEST',
]);

/** Queries that come and go together are one stream. */
const gatherMs = 30;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** The hub gives a sign of life every twelve seconds. */
const silenceMs = 30_000;

export function openLiveConnection(onLapse: () => void): LiveConnection {
  const queries = new Map<string, { readonly query: LiveQuery; readonly onPayload: OnPayload }>();
  const watchers = new Set<() => void>();
  let state: LiveState = 'idle';
  let failures = 0;
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving = new AbortController();

  function become(now: LiveState): void {
    if (state === now) return;
    state = now;
    for (const onChange of watchers) onChange();
  }

  function startIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), ms);
  }

  function tell({ id, payload }: Told): void {
    failures = 0;
    become('live');
    if (!codesIn(payload).includes('UNAUTHENTICATED')) queries.get(id)?.onPayload(payload);
  }

  async function start(): Promise<void> {
    leaving.abort();
    const own = (leaving = new AbortController());
    if (queries.size === 0) {
      become('idle');
      return;
    }
    const asked = [...queries].map(([id, { query }]) => ({ id, ...query }));
    const codes = await stream(asked, own, tell).catch((): unknown[] => []);
    if (leaving !== own) return;
    become('lost');
    if (codes.includes('UNAUTHENTICATED')) onLapse();
    if (codes.some((code) => final.has(code))) return;
    failures += 1;
    startIn(pauseAfter(failures));
  }

  return {
    add(query, onPayload) {
      const id = `q${(next += 1)}`;
      queries.set(id, { query, onPayload });
      startIn(gatherMs);
      return () => {
        queries.delete(id);
        startIn(gatherMs);
      };
    },
    resume() {
      if (state === 'lost') startIn(gatherMs);
    },
    state: () => state,
    watch(onChange) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
  };
}

/** Twice as long each time, and not for all tabs at the same moment. */
function pauseAfter(failures: number): number {
  return Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs) * (0.75 + Math.random() / 2);
}

/** One stream until it ends; gives the codes with which the hub ended it, or refused it. Rejects when it broke off. */
async function stream(
  queries: readonly object[],
  leaving: AbortController,
  onTold: (told: Told) => void,
): Promise<unknown[]> {
  const silent = watchdog(() => leaving.abort());
  try {
    const response = await fetch(hubAddress('graphql/stream'), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'accept-language': 'nl' },
      body: JSON.stringify({ queries }),
      signal: leaving.signal,
    });
    if (!response.ok || !response.body) return codesIn((await response.json()) as Told['payload']);
    let codes: unknown[] = [];
    await readStream(response.body, {
      onSign: silent.reset,
      onTold(told) {
        codes = codesIn(told.payload);
        onTold(told);
      },
    });
    return codes;
  } finally {
    silent.stop();
  }
}

function codesIn({ errors = [] }: Told['payload']): unknown[] {
  return errors.map(({ extensions }) => extensions?.['code']);
}

/** Barks when nothing was heard for long: a connection may be dead without telling. */
function watchdog(bark: () => void) {
  let timer = setTimeout(bark, silenceMs);
  return {
    reset: (): void => {
      clearTimeout(timer);
      timer = setTimeout(bark, silenceMs);
    },
    stop: () => clearTimeout(timer),
  };
}
