import { readFileSync } from 'node:fs';
import type { ApolloServer } from '@apollo/server';
import { startAnswer } from '../federation/failures.js';
import type { RequestContext } from '../federation/request-context.js';
import { callerOf } from '../http/request-caller.js';
import type { ErrorPresenter } from '../present-error/present-error.js';
import type { OperationAnswer, RunOperation } from './added-routes.js';

export interface RunOperationOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly requestTimeoutMs: number;
}

/** Runs the operations of `gateway/operations/` in this process; each run has the time of one request. */
export function operationRunner({ apollo, presenter, requestTimeoutMs }: RunOperationOptions): RunOperation {
  const documents = new Map<string, string>();
  const documentOf = (file: string): string => {
    const known = documents.get(file) ?? readOperation(file);
    documents.set(file, known);
    return known;
  };

  return async <D>(...[request, file, variables]: Parameters<RunOperation>): Promise<OperationAnswer<D>> => {
    const caller = callerOf(request);
    const startedAt = performance.now();
    const deadlineAt = startedAt + requestTimeoutMs;
    const contextValue: RequestContext = { caller, bodyBytes: 0, startedAt, deadlineAt, answer: startAnswer() };
    const query = documentOf(file);
    const { body } = await presenter.speaking(caller.language, () =>
      apollo.executeOperation<D & Record<string, unknown>>({ query, variables }, { contextValue }),
    );
    if (body.kind !== 'single') throw new Error('an operation is answered in one piece');
    const { data, errors = [] } = body.singleResult;
    return { data: data ?? null, errors };
  };
}

function readOperation(file: string): string {
  return readFileSync(new URL(`../operations/${file}`, import.meta.url), 'utf8');
}
