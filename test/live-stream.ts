import { committedDocument, documentIdOf } from '../gateway/registered/registered-operations.js';

/** One answer that a stream told. */
export interface Told {
  readonly id: string;
  readonly payload: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

export interface TestQuery {
  readonly id: string;
  readonly documentId: string;
  readonly variables?: object;
  readonly purpose?: string;
}

/** A stream as a page reads it. */
export interface TestStream {
  readonly status: number;
  readonly headers: Headers;
  /** The code of a refusal; null where the stream opened. */
  readonly refusal: string | null;
  /** The next answer; null once the stream has ended. Throws when none comes in time. */
  next(withinMs?: number): Promise<Told | null>;
  /** Everything that came so far, also what was taken. */
  readonly all: readonly Told[];
  /** Whether the hub ended it. */
  readonly isOver: boolean;
  drop(): void;
}

/** A registered query by the name of its file. */
export function liveQuery(file: string, variables: object = {}, id = file): TestQuery {
  return { id, documentId: documentIdOf(committedDocument(file)), variables };
}

/** Asks a hub for a stream with these headers. */
export async function openStream(
  hubUrl: string,
  queries: unknown,
  headers: Record<string, string> = {},
): Promise<TestStream> {
  const leaving = new AbortController();
  const response = await fetch(new URL('/graphql/stream', hubUrl), {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ queries }),
    signal: leaving.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const refused = isStream ? null : ((await response.json()) as { errors: { extensions: { code: string } }[] });
  const all: Told[] = [];
  const state = { taken: 0, isOver: !isStream, arrived: (): void => undefined };
  if (isStream) void read(response, (told) => void all.push(told), state);
  return {
    status: response.status,
    headers: response.headers,
    refusal: refused?.errors[0]?.extensions.code ?? null,
    all,
    get isOver() {
      return state.isOver;
    },
    async next(withinMs = 20_000) {
      const until = Date.now() + withinMs;
      while (all.length === state.taken && !state.isOver) {
        if (Date.now() > until) throw new Error('nothing was told in time');
        await new Promise<void>((resolve) => {
          state.arrived = resolve;
          setTimeout(resolve, 50);
        });
      }
      return all.length > state.taken ? (all[state.taken++] ?? null) : null;
    },
    drop: () => leaving.abort(),
  };
}

async function read(
  { body }: Response,
  tell: (told: Told) => void,
  state: { isOver: boolean; arrived: () => void },
): Promise<void> {
  let rest = '';
  try {
    for await (const text of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      const events = (rest + text).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events)
        if (event.startsWith('event: next')) tell(JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '') as Told);
      state.arrived();
    }
  } catch {
    // who drops a stream hears no more of it
  }
  state.isOver = true;
  state.arrived();
}
