import { setTimeout as wait } from 'node:timers/promises';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { counter } from '../../platform/telemetry/metrics.js';
import type { RegisteredOperation } from './registered-operations.js';

export interface PlanAheadOptions {
  readonly operations: Iterable<RegisteredOperation>;
  /** Plans one operation, by its text and the SHA-256 of that. It computes, and everybody waits for it. */
  readonly prepare: (query: string, queryHash: string) => Promise<void>;
  /** Whether somebody waits for an answer now. */
  readonly isBusy: () => boolean;
  readonly logger: Logger;
}

/** A start has more to do than this, such as its first questions. */
const restMs = 1_000;
/** Between two operations, so that whoever asks meanwhile waits for one plan at the most. */
const pauseMs = 20;

const failed = counter('plans_ahead_failed_total', 'Registered operations that could not be planned ahead.', []);

/**
 * Plans the registered operations one by one, while nobody waits for an answer, so that the first who asks one does not wait for its plan. Gives what
 * ends it early, and waits for the plan that is being made.
 */
export function planAhead({ operations, prepare, isBusy, logger }: PlanAheadOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal, ref: false }).catch(() => undefined);

  async function untilQuiet(): Promise<void> {
    do await pause(pauseMs);
    while (!signal.aborted && isBusy());
  }

  /** One that cannot be planned is refused when it is asked. */
  function note(name: string, error: unknown): void {
    failed.inc();
    logger.warn({ operation: name, ...describeError(error) }, 'a registered operation cannot be planned');
  }

  async function planAll(): Promise<void> {
    await pause(restMs);
    for (const { name, document, documentId } of operations) {
      await untilQuiet();
      if (signal.aborted) return;
      await prepare(document, documentId.replace('sha256:', '')).catch((error: unknown) => note(name, error));
    }
  }
  const planned = planAll();
  return () => {
    stopping.abort();
    return planned;
  };
}
