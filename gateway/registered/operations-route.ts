import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { onlyMethod } from '../http/only-method.js';
import type { RegisteredOperations } from './registered-operations.js';

/** `GET /operations`: the registered operations with their document ids, for callers with a token. */
export function addOperationsRoute(
  http: FastifyInstance,
  operations: RegisteredOperations,
  identify: onRequestAsyncHookHandler,
): void {
  const listed = JSON.stringify({ operations: [...operations.values()] });
  http.get('/operations', { onRequest: identify }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(listed),
  );
  onlyMethod(http, 'GET', '/operations', [identify]);
}
