import { callerOf } from '../http/requests/request-caller.js';
import type { RegisteredOperations } from '../registered/registered-operations.js';
import type { OperationAnswer, RunOperation } from './added-routes.js';
import type { RunAs } from './run-as.js';

/** Runs registered operations in this process, by their name, and answers as JSON would; each run has the time of one request. */
export function operationRunner(runAs: RunAs, operations: RegisteredOperations): RunOperation {
  const documents = new Map([...operations.values()].map(({ name, document }) => [name, document]));

  return async <D>(...[request, operation, variables]: Parameters<RunOperation>): Promise<OperationAnswer<D>> => {
    const query = documents.get(operation);
    if (query === undefined) throw new Error(`no operation is registered as ${operation}`);
    // the route as a whole pays, by what it sends
    const { data, errors = [] } = await runAs({ caller: callerOf(request), query, variables, meter: null });
    return { data: data == null ? null : (JSON.parse(JSON.stringify(data)) as D), errors };
  };
}
