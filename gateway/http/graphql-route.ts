import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { startAnswer } from '../federation/failures.js';
import type { RequestContext } from '../federation/request-context.js';
import { checkSource } from '../limits/check-source.js';
import type { ErrorPresenter } from '../present-error/present-error.js';
import { checkHeaders } from './check-headers.js';
import { onlyMethod } from './only-method.js';
import { callerOf } from './request-caller.js';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly identify: onRequestAsyncHookHandler;
  readonly requestTimeoutMs: number;
}

/** `POST /graphql`, for callers with a token. Not GET: an address ends up in histories and logs, and a link can be planted. */
export function addGraphQLRoute(
  http: FastifyInstance,
  { apollo, presenter, identify, requestTimeoutMs }: GraphQLRouteOptions,
): void {
  const answer = fastifyApolloHandler(apollo, {
    context: (request) =>
      Promise.resolve({
        caller: callerOf(request),
        deadlineAt: performance.now() + requestTimeoutMs,
        answer: startAnswer(),
      }),
  });

  http.post('/graphql', { onRequest: [identify, checkHeaders] }, (request, reply) => {
    checkSource(request.body);
    return presenter.speaking(callerOf(request).language, () => answer.call(http, request, reply));
  });
  onlyMethod(http, 'POST', '/graphql', [identify]);
}
