import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { HandOn } from '../../bulk-lane/bulk-lane.js';
import { classOf } from '../../budgets/terms.js';
import { startAnswer } from '../../federation/answers/failures.js';
import type { RequestContext } from '../../federation/request-context.js';
import { checkSource } from '../../limits/check-source.js';
import { limitToldBody, limitUntoldBody } from '../../limits/limit-body.js';
import { limits } from '../../limits/limits.js';
import { createFairTurnstile } from '../../../platform/process/fair-turnstile.js';
import type { Admission } from '../../overload/admission.js';
import { turnAway } from '../../overload/turn-away.js';
import { shareOf } from '../../overload/workers.js';
import type { ErrorPresenter } from '../../present-error/present-error.js';
import type { RegisteredOperations } from '../../registered/registered-operations.js';
import { resolveDocument, type OperationsMode } from '../../registered/resolve-document.js';
import { checkHeaders } from '../requests/check-headers.js';
import { onlyMethod } from '../requests/only-method.js';
import { operationMark } from '../../registered/operation-mark.js';
import { callerOf } from '../requests/request-caller.js';

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly presenter: ErrorPresenter;
  readonly identify: onRequestAsyncHookHandler;
  readonly handOn: HandOn;
  readonly isBulkLane: boolean;
  readonly requestTimeoutMs: number;
  readonly operations: RegisteredOperations;
  readonly operationsMode: OperationsMode;
  readonly admission: Admission;
  /** How many processes have the places for heavy requests together. */
  readonly workers: number;
}

/**
 * From how many bytes a request is heavy, such as hundreds of figures at once: it goes to the lane for bulk. Where there is none it
 * waits its turn, so that questions pass in between.
 */
const heavyBytes = 20_000;
const heavyAtOnce = 2;
/** How long it waits: at the door no longer than people do, in the lane until the systems of many providers have had their turn. */
const heavyPatienceMs = { atTheDoor: 4_000, inTheLane: 10_000 };

/** `POST /graphql`, for callers with a token. Not GET: an address ends up in histories and logs, and a link can be planted. */
export function addGraphQLRoute(http: FastifyInstance, options: GraphQLRouteOptions): void {
  const { apollo, presenter, identify, handOn, isBulkLane, requestTimeoutMs, operations, operationsMode, admission } =
    options;
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => {
      const startedAt = performance.now();
      const { bodyBytes, meter } = request;
      const deadlineAt = startedAt + requestTimeoutMs;
      const caller = { ...callerOf(request), operation: operationMark(request.body, operations) };
      return Promise.resolve({ caller, bodyBytes, startedAt, deadlineAt, answer: startAnswer(), meter });
    },
  });
  http.decorateRequest('bodyBytes', 0);

  const heavyPatience = isBulkLane ? heavyPatienceMs.inTheLane : heavyPatienceMs.atTheDoor;
  const heavy = createFairTurnstile(shareOf(heavyAtOnce, options.workers), heavyPatience);

  // what may go to the lane finds its place there
  const onRequest = [turnAway(admission, isLight), identify, checkHeaders, limitToldBody, handOn(isHeavy)];
  const guards = { onRequest, preParsing: limitUntoldBody, bodyLimit: limits.bulkBodyBytes };
  http.post('/graphql', guards, (request, reply) => {
    request.body = resolveDocument(request.body, callerOf(request), operations, operationsMode);
    checkSource(request.body);
    const { organisationId, subject, language, roles } = callerOf(request);
    const respond = () =>
      admission.admit(classOf(roles), () =>
        presenter.speaking(language, async () => answer.call(http, request, reply)),
      );
    return request.bodyBytes > heavyBytes ? heavy.pass(organisationId ?? subject, respond) : respond();
  });
  onlyMethod(http, 'POST', '/graphql', [identify]);
}

/** By the headers alone; a body whose length is not told may be large. */
function isHeavy({ headers }: FastifyRequest): boolean {
  return !(Number(headers['content-length']) <= heavyBytes);
}

function isLight(request: FastifyRequest): boolean {
  return !isHeavy(request);
}
