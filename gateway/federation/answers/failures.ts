import type { ErrorCode, ErrorParameters } from '../../../platform/errors/errors.js';
import type { Path } from './read-answer.js';

/** One thing that went wrong in a subgraph, and every place of the answer that is empty because of it. */
export interface Failure {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;
  readonly paths: readonly Path[];
}

/** The answer to one request while it is being gathered. */
export interface AnswerUnderway {
  /** What the fetches at the root gave. Later fetches are merged into these very objects. */
  readonly parts: Record<string, unknown>[];
  readonly failures: Failure[];
}

export function startAnswer(): AnswerUnderway {
  return { parts: [], failures: [] };
}
