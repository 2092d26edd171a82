import { Readable } from 'node:stream';
import { HubError } from '../../platform/errors/errors.js';
import type { Caller } from '../../platform/identity/caller.js';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { toFormatted } from '../present-error/present-error.js';

export const ndjson = 'application/x-ndjson';

interface Journey {
  readonly subgraph: string;
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/** Lines of JSON as they come. When they break off, a last line tells why: a stream that simply ends would look whole. */
export function linesUntilFault(lines: Readable, journey: Journey): Readable {
  return Readable.from(untilFault(lines, journey), { objectMode: false });
}

async function* untilFault(lines: Readable, journey: Journey): AsyncGenerator<Buffer> {
  const { signal, caller } = journey;
  const stop = (): void => void lines.destroy(new HubError('DEADLINE_EXCEEDED'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of lines) yield Buffer.from(chunk as Uint8Array);
  } catch (error) {
    const { message, extensions } = toFormatted(reasonOf(error, journey), caller.language);
    yield Buffer.from(`\n${JSON.stringify({ kind: 'error', code: extensions?.['code'], message })}\n`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function reasonOf(error: unknown, { subgraph, caller, signal, logger }: Journey): HubError {
  if (signal.aborted) return new HubError('DEADLINE_EXCEEDED');
  if (error instanceof HubError) return error;
  logger.warn({ ...describeError(error), requestId: caller.requestId, subgraph }, 'subgraph failed');
  return new HubError('SUBGRAPH_UNAVAILABLE', { subgraph });
}
