import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../../platform/identity/caller.js';
import type { Meter } from '../budgets/meter.js';
import { startAnswer } from '../federation/answers/failures.js';
import type { RequestContext } from '../federation/request-context.js';
import type { ErrorPresenter } from '../present-error/present-error.js';

export interface RunAsOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly requestTimeoutMs: number;
}

/** One operation as a caller asks it. */
export interface AskedAs {
  readonly caller: Caller;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What it is charged to; null where it pays otherwise. */
  readonly meter: Meter | null;
}

/** Runs an operation within this process, with the time of one request and errors in the language of its caller. */
export type RunAs = (asked: AskedAs) => Promise<FormattedExecutionResult>;

export function runnerAs({ apollo, presenter, requestTimeoutMs }: RunAsOptions): RunAs {
  return async ({ caller, query, variables, meter }) => {
    const startedAt = performance.now();
    const deadlineAt = startedAt + requestTimeoutMs;
    const contextValue: RequestContext = { caller, bodyBytes: 0, startedAt, deadlineAt, answer: startAnswer(), meter };
    const { body } = await presenter.speaking(caller.language, () =>
      apollo.executeOperation({ query, variables }, { contextValue }),
    );
    if (body.kind !== 'single') throw new Error('an operation is answered in one piece');
    return body.singleResult;
  };
}
