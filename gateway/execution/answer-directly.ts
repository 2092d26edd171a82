import {
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContextResponseForOperation,
} from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayRequest } from './plan/run.js';

export type Executor = NonNullable<
  Awaited<ReturnType<ApolloServerOptionsWithGateway<BaseContext>['gateway']['load']>>['executor']
>;
type Answer = ReturnType<Executor>;

/** An executor, in the two places where Apollo Server asks for an answer. */
export interface DirectAnswers<Context extends BaseContext> {
  readonly plugin: ApolloServerPlugin<Context>;
  readonly executor: Executor;
}

/**
 * Has an executor answer where Apollo Server lets plugins answer. An executor of its own is handed an object with accessors, made anew for each
 * request: V8 keeps these in old space and with them all that the request held, its answer too, until it collects everything. An answer without
 * errors needs none of that; one with errors goes the way of Apollo Server, which formats them.
 */
export function answerDirectly<Context extends BaseContext>(execute: Executor): DirectAnswers<Context> {
  const withErrors = new WeakMap<BaseContext, Answer>();
  return {
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          async responseForOperation(asked) {
            const answer = execute(requestOf(asked));
            const whole = await wholeOf(answer);
            if (whole) return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: whole } };
            withErrors.set(asked.contextValue, answer);
            return null;
          },
        }),
    },
    executor: (request) => withErrors.get(request.context) ?? execute(request),
  };
}

/** What Apollo Server would hand to an executor, without the accessors and without HTTP. */
function requestOf<Context extends BaseContext>(
  asked: GraphQLRequestContextResponseForOperation<Context>,
): GatewayRequest {
  const { query, operationName, variables, extensions } = asked.request;
  return {
    request: {
      ...(query !== undefined && { query }),
      ...(operationName !== undefined && { operationName }),
      ...(variables && { variables }),
      ...(extensions && { extensions }),
    },
    logger: asked.logger,
    schema: asked.schema,
    schemaHash: '' as GatewayRequest['schemaHash'],
    context: asked.contextValue,
    cache: asked.cache,
    queryHash: asked.queryHash ?? '',
    document: asked.document,
    source: asked.source,
    operationName: asked.operationName,
    operation: asked.operation,
    metrics: asked.metrics,
    overallCachePolicy: asked.overallCachePolicy,
  };
}

/** The answer, if there is one and nothing is wrong with it. */
function wholeOf(answer: Answer): Promise<FormattedExecutionResult | null> {
  return answer.then(
    ({ errors, ...rest }) => (errors === undefined || errors.length === 0 ? rest : null),
    () => null,
  );
}
