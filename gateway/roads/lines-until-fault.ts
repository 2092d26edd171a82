import { Readable } from 'node:stream';
import { HubError, type Language } from '../../platform/errors/errors.js';
import { toFormatted } from '../present-error/present-error.js';

export const ndjson = 'application/x-ndjson';

/** Lines of JSON as they come. When they break off, a last line tells why: a stream that simply ends would look whole. */
export function linesUntilFault(lines: Readable, subgraph: string, language: Language, signal: AbortSignal): Readable {
  return Readable.from(untilFault(lines, subgraph, language, signal), { objectMode: false });
}

async function* untilFault(
  lines: Readable,
  subgraph: string,
  language: Language,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const stop = (): void => void lines.destroy(new HubError('DEADLINE_EXCEEDED'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of lines) yield Buffer.from(chunk as Uint8Array);
  } catch (error) {
    const { message, extensions } = toFormatted(reasonOf(error, subgraph, signal), language);
    yield Buffer.from(`\n${JSON.stringify({ kind: 'error', code: extensions?.['code'], message })}\n`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function reasonOf(error: unknown, subgraph: string, signal: AbortSignal): HubError {
  if (signal.aborted) return new HubError('DEADLINE_EXCEEDED');
  return error instanceof HubError ? error : new HubError('SUBGRAPH_UNAVAILABLE', { subgraph });
}
