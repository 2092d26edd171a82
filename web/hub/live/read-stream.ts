/** One answer that the hub told. */
export interface Told {
  readonly id: string;
  readonly payload: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  };
}

interface Reading {
  readonly onTold: (told: Told) => void;
  /** Something came, be it a sign of life. */
  readonly onSign: () => void;
}

/** Reads a stream of events in the words of graphql-sse, until the hub ends it. Rejects when it breaks off. */
export async function readStream(body: ReadableStream<Uint8Array>, { onTold, onSign }: Reading): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const told = toldIn(event);
      if (told) onTold(told);
    }
  }
}

/** What an event tells; null for a sign of life and for the end. */
export function toldIn(event: string): Told | null {
  const fields = new Map(event.split('\n').map((line) => splitOnce(line)));
  const data = fields.get('data') ?? '';
  return fields.get('event') === 'next' && data !== '' ? (JSON.parse(data) as Told) : null;
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(':');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trimStart()];
}
