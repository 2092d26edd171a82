import type { FormattedExecutionResult } from 'graphql';

/** What a stream tells: the answer of one of its queries, in the shape that graphql-sse gives to several operations on one connection. */
export interface Part {
  readonly id: string;
  readonly payload: FormattedExecutionResult;
}

/** What is still to be told: of each query the last answer only. */
export interface Parts {
  put(part: Part): void;
  /** Nothing comes after what is still to be told. */
  finish(): void;
  /** Gives each part once, and ends after `finish`. */
  all(): AsyncGenerator<Part>;
}

export function partsToTell(): Parts {
  const waiting = new Map<string, FormattedExecutionResult>();
  let isFinished = false;
  let arrived = (): void => undefined;
  return {
    put({ id, payload }) {
      waiting.set(id, payload);
      arrived();
    },
    finish() {
      isFinished = true;
      arrived();
    },
    async *all() {
      for (;;) {
        for (const [id, payload] of waiting) {
          waiting.delete(id);
          yield { id, payload };
        }
        if (isFinished && waiting.size === 0) return;
        if (waiting.size === 0) await new Promise<void>((resolve) => (arrived = resolve));
      }
    },
  };
}
