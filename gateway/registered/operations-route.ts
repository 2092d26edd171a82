import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { onlyMethod } from '../http/requests/only-method.js';
import { callerOf } from '../http/requests/request-caller.js';
import { isOperationOf, listed, type RegisteredOperations } from './registered-operations.js';

/** `GET /operations`: the registered operations that the caller may run, with their document ids. */
export function addOperationsRoute(
  http: FastifyInstance,
  operations: RegisteredOperations,
  identify: onRequestAsyncHookHandler,
): void {
  http.get('/operations', { onRequest: identify }, (request) => {
    const own = [...operations.values()].filter((operation) => isOperationOf(operation, callerOf(request)));
    return { operations: own.map(listed) };
  });
  onlyMethod(http, 'GET', '/operations', [identify]);
}
