import type { Caller } from '../../platform/caller.js';
import type { AnswerUnderway } from './failures.js';

/** What the gateway knows of one request while it runs. */
export interface RequestContext {
  readonly caller: Caller;
  /** By when the whole answer must be there, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
  readonly answer: AnswerUnderway;
}
