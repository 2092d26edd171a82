import type { Caller } from '../../platform/identity/caller.js';
import type { Meter } from '../budgets/meter.js';
import type { AnswerUnderway } from './answers/failures.js';

/** What the gateway knows of one request while it runs. */
export interface RequestContext {
  readonly caller: Caller;
  /** How many bytes the body of the request has. */
  readonly bodyBytes: number;
  /** When the request came in, on the clock of `performance.now()`. */
  readonly startedAt: number;
  /** By when the whole answer must be there, on the same clock: later once the request is known to write. */
  deadlineAt: number;
  readonly answer: AnswerUnderway;
  /** What the request is charged to; null where it pays otherwise, or nothing is counted. */
  readonly meter: Meter | null;
}
