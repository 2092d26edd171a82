import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { startAnswer } from '../federation/failures.js';
import type { RequestContext } from '../federation/request-context.js';
import { checkSource } from '../limits/check-source.js';
import { limitBody } from '../limits/limit-body.js';
import { limits } from '../limits/limits.js';
import { createTurnstile } from '../../platform/turnstile.js';
import type { ErrorPresenter } from '../present-error/present-error.js';
import type { RegisteredOperations } from '../registered/registered-operations.js';
import { resolveDocument, type OperationsMode } from '../registered/resolve-document.js';
import { checkHeaders } from './check-headers.js';
import { onlyMethod } from './only-method.js';
import { callerOf } from './request-caller.js';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly identify: onRequestAsyncHookHandler;
  readonly requestTimeoutMs: number;
  readonly operations: RegisteredOperations;
  readonly operationsMode: OperationsMode;
}

/** From how many bytes a request is heavy, such as hundreds of figures at once: it waits its turn, so that questions pass in between. */
const heavyBytes = 20_000;
const heavyAtOnce = 2;
const heavyPatienceMs = 4_000;

/** `POST /graphql`, for callers with a token. Not GET: an address ends up in histories and logs, and a link can be planted. */
export function addGraphQLRoute(
  http: FastifyInstance,
  { apollo, presenter, identify, requestTimeoutMs, operations, operationsMode }: GraphQLRouteOptions,
): void {
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => {
      const startedAt = performance.now();
      const { bodyBytes } = request;
      const deadlineAt = startedAt + requestTimeoutMs;
      return Promise.resolve({ caller: callerOf(request), bodyBytes, startedAt, deadlineAt, answer: startAnswer() });
    },
  });
  http.decorateRequest('bodyBytes', 0);

  const heavy = createTurnstile(heavyAtOnce, heavyPatienceMs);

  const options = { onRequest: [identify, checkHeaders], preParsing: limitBody, bodyLimit: limits.bulkBodyBytes };
  http.post('/graphql', options, (request, reply) => {
    request.body = resolveDocument(request.body, callerOf(request), operations, operationsMode);
    checkSource(request.body);
    const respond = async () => presenter.speaking(callerOf(request).language, () => answer.call(http, request, reply));
    return request.bodyBytes > heavyBytes ? heavy.pass(respond) : respond();
  });
  onlyMethod(http, 'POST', '/graphql', [identify]);
}
