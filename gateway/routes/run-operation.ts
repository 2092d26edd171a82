import type { ApolloServer } from '@apollo/server';
import { startAnswer } from '../federation/answers/failures.js';
import type { RequestContext } from '../federation/request-context.js';
import { callerOf } from '../http/requests/request-caller.js';
import type { ErrorPresenter } from '../present-error/present-error.js';
import type { RegisteredOperations } from '../registered/registered-operations.js';
import type { OperationAnswer, RunOperation } from './added-routes.js';

export interface RunOperationOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly requestTimeoutMs: number;
  readonly operations: RegisteredOperations;
}

/** Runs registered operations in this process, by their name, and answers as JSON would; each run has the time of one request. */
export function operationRunner(options: RunOperationOptions): RunOperation {
  const { apollo, presenter, requestTimeoutMs, operations } = options;
  const documents = new Map([...operations.values()].map(({ name, document }) => [name, document]));

  return async <D>(...[request, operation, variables]: Parameters<RunOperation>): Promise<OperationAnswer<D>> => {
    const query = documents.get(operation);
    if (query === undefined) throw new Error(`no operation is registered as ${operation}`);
    const caller = callerOf(request);
    const startedAt = performance.now();
    const deadlineAt = startedAt + requestTimeoutMs;
    const answer = startAnswer();
    // the route as a whole pays, by what it sends
    const contextValue: RequestContext = { caller, bodyBytes: 0, startedAt, deadlineAt, answer, meter: null };
    const { body } = await presenter.speaking(caller.language, () =>
      apollo.executeOperation<D & Record<string, unknown>>({ query, variables }, { contextValue }),
    );
    if (body.kind !== 'single') throw new Error('an operation is answered in one piece');
    const { data, errors = [] } = body.singleResult;
    return { data: data == null ? null : (JSON.parse(JSON.stringify(data)) as D), errors };
  };
}
