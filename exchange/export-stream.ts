import { Readable } from 'node:stream';

/** What an export writes, until the signal says that nobody reads on. */
export type ExportSource = (signal: AbortSignal) => AsyncIterable<string | Buffer>;

/**
 * A stream that asks its source for more when it is read, and ends half-way, as an error, after its time or with its reader: what
 * is not whole must not look whole.
 */
export function exportStream(source: ExportSource, timeoutMs: number, onClosed: () => void): Readable {
  const stop = new AbortController();
  const stream = Readable.from(source(stop.signal), { objectMode: false });
  const timer = setTimeout(() => stream.destroy(new Error('the export took too long')), timeoutMs);
  stream.once('close', () => {
    clearTimeout(timer);
    stop.abort();
    onClosed();
  });
  return stream;
}

/** One object a line. */
export async function* ndjson(objects: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const object of objects) yield `${JSON.stringify(object)}\n`;
}
