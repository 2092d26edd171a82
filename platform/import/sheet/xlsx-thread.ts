import { Worker } from 'node:worker_threads';
import { HubError, type ErrorCode, type ErrorParameters } from '../../errors/errors.js';
import { sheetLimits } from './sheet.js';

/** The file that the thread reads. */
export interface XlsxTask {
  /** Number under which the process has it open. */
  readonly descriptor: number;
  readonly bytes: number;
}

/** What the thread answers: rows as `packRows` packs them, or why there are none. */
export type XlsxAnswer =
  { readonly packed: readonly Uint8Array[] } | { readonly code: ErrorCode; readonly parameters: ErrorParameters };

export interface ThreadLimits {
  readonly heapMegabytes?: number;
  readonly timeoutMs?: number;
  /** Fires when nobody waits for the rows any more. */
  readonly signal?: AbortSignal | undefined;
}

/** More than twice what the largest file takes that a spreadsheet program makes; a thread beyond it ends, and its process goes on. */
const mostHeapMegabytes = 256;
const longestMs = 30_000;

/** A thread runs what was built; tests run the sources, beside which that is. */
const isSource = import.meta.url.endsWith('.ts');
const built = isSource ? '../../../dist/platform/import/sheet/' : './';
const program = new URL(`${built}xlsx-program.js`, import.meta.url);

/** Reads an XLSX in a thread of its own, so that nobody else waits for it or loses his memory to it. */
export async function readInThread(
  task: XlsxTask,
  { heapMegabytes = mostHeapMegabytes, timeoutMs = longestMs, signal }: ThreadLimits = {},
): Promise<readonly Uint8Array[]> {
  signal?.throwIfAborted();
  const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 };
  const thread = new Worker(program, { workerData: task, env: {}, execArgv: [], resourceLimits });
  try {
    const answer = await answerOf(thread, timeoutMs, signal);
    if ('code' in answer) throw new HubError(answer.code, answer.parameters);
    return answer.packed;
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, timeoutMs: number, signal: AbortSignal | undefined): Promise<XlsxAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal?.reason as Error);
    const timer = setTimeout(() => reject(tooLarge()), timeoutMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      reject(new Error('the thread ended without an answer'));
    });
  });
}

function tooLarge(): HubError {
  return new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
}
