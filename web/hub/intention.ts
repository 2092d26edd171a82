import { useRef } from 'react';
import type { CombinedError } from 'urql';
import { codesOf } from './client.js';
import { hubNow } from './clock.js';

/** Something that somebody means to happen once. */
export interface Intention {
  readonly idempotencyKey: string;
  /** The moment at which it was meant first, by the clock of the hub. */
  readonly meantAt: string;
}

/** With these the hub may have taken the step all the same. */
const uncertain: ReadonlySet<string> = new Set([
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'INTERNAL',
  'SUBGRAPH_ANSWER_INVALID',
  'ANSWER_INCOMPLETE',
  'DATABASE_UNAVAILABLE',
]);

/** Whether nobody can tell if a step was taken: its answer was lost on the way, or within the hub. */
export function isUncertain(error: CombinedError | undefined): boolean {
  return (
    error !== undefined && (error.networkError !== undefined || codesOf(error).some((code) => uncertain.has(code)))
  );
}

/** Whether the hub said what came of a step, be it that it refused: then what is shown of it may be out of date. */
export function isAnswered(error: CombinedError | undefined): boolean {
  return !isUncertain(error) && !codesOf(error).includes('UNAUTHENTICATED');
}

/**
 * One key for each intention: sent twice by mistake, or again because nobody knows what came of it, it is done once. What is meant otherwise is
 * another intention, and so is the same after an answer.
 */
export function useIntention() {
  const kept = useRef<(Intention & { readonly meant: string }) | null>(null);
  return {
    of(input: object): Intention {
      const meant = JSON.stringify(input);
      if (kept.current?.meant !== meant)
        kept.current = { meant, idempotencyKey: crypto.randomUUID(), meantAt: new Date(hubNow()).toISOString() };
      return kept.current;
    },
    /** After each answer. */
    settle(error: CombinedError | undefined): void {
      if (!isUncertain(error)) kept.current = null;
    },
  };
}
