import type { ApolloServerOptionsWithGateway, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import type { Logger } from '../../platform/process/logger.js';
import { answerDirectly, type Executor } from '../execution/answer-directly.js';
import { CompiledGateway } from '../execution/compiled-gateway.js';
import type { Outcome } from '../execution/outcome.js';
import type { GatewayRequest } from '../execution/plan/run.js';
import type { SubgraphLink } from '../subgraph-link/subgraph-link.js';
import { answerSchema } from './answers/answer-schema.js';
import { apolloLogger } from './apollo-logger.js';
import { completeAnswer } from './answers/complete-answer.js';
import { subgraphDataSource } from './data-source.js';
import { checkInputScalars } from './input-scalars.js';
import { watchCompiled } from './operation-telemetry.js';
import type { RequestContext } from './request-context.js';
import { switchTelemetryOff } from './telemetry-off.js';

type ApolloGatewayLike = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** In milliseconds: for one fetch, and for the whole answer to a mutation. */
interface Timeouts {
  readonly fetchMs: number;
  readonly mutationMs: number;
}

export interface FederationOptions {
  /** SDL of the composed supergraph. */
  readonly supergraph: string;
  readonly timeouts: Timeouts;
  readonly logger: Logger;
}

export interface Federation {
  /** For Apollo Server's option `gateway`. */
  readonly gateway: ApolloGatewayLike;
  /** For its option `plugins`: has it ask for an answer sooner. */
  readonly plugin: ApolloServerPlugin<RequestContext>;
  /** Plans an operation before anybody asks for it, by its text and the SHA-256 of that. */
  prepare(query: string, queryHash: string): Promise<void>;
  /** What clients see of the supergraph, once Apollo Server has started. */
  apiSchema(): GraphQLSchema;
}

/** @apollo/gateway over the links, with whole answers: what it plans is its own, compiled code fetches and merges, what fails is ours to tell. */
export function createFederation(
  links: readonly SubgraphLink[],
  { supergraph, timeouts, logger }: FederationOptions,
): Federation {
  switchTelemetryOff();
  const schema = answerSchema(supergraph);
  const inner = new CompiledGateway(
    {
      supergraphSdl: supergraph,
      buildService: ({ name }) => subgraphDataSource(linkTo(name, links), schema, timeouts.fetchMs),
      logger: apolloLogger(logger),
      debug: false,
      // its default shows query plans to whoever asks, outside production
      __exposeQueryPlanExperimental: false,
      queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    },
    { readSupergraph: () => schema, onStock: noteStock(logger) },
  );
  const { plugin, executor } = answerDirectly<RequestContext>(
    completeAnswers((request) => inner.execute(request), timeouts, logger),
  );
  return {
    gateway: gatewayOf(inner, executor),
    plugin,
    prepare: (query, queryHash) => inner.prepare(query, queryHash),
    apiSchema: () => inner.inner.schema ?? schema,
  };
}

/** Operators see how often, and why, an operation was left to the stock executor. */
function noteStock(logger: Logger) {
  return (code: string, count: number, { context }: GatewayRequest): void => {
    const { requestId } = (context as RequestContext).caller;
    logger.info({ requestId, code, count }, 'an operation was not compiled');
  };
}

function gatewayOf(gateway: CompiledGateway, executor: Executor): ApolloGatewayLike {
  const { inner } = gateway;
  const unwatch = watchCompiled(() => gateway.counts());
  return {
    onSchemaLoadOrUpdate: (listener) => inner.onSchemaLoadOrUpdate(listener),
    async load() {
      const { schema } = await inner.load();
      checkInputScalars(schema);
      return { executor };
    },
    stop: () => {
      unwatch();
      return inner.stop();
    },
  };
}

function linkTo(name: string, links: readonly SubgraphLink[]): SubgraphLink {
  const link = links.find((candidate) => candidate.name === name);
  if (!link) throw new Error(`The supergraph names a subgraph "${name}" to which there is no link`);
  return link;
}

function completeAnswers(
  execute: (request: GatewayRequest) => Promise<Outcome>,
  { mutationMs }: Timeouts,
  logger: Logger,
): Executor {
  return async (request) => {
    const context = request.context as RequestContext;
    const { answer, caller } = context;
    if (request.operation.operation === OperationTypeNode.MUTATION) context.deadlineAt = context.startedAt + mutationMs;
    const outcome = await execute(request as GatewayRequest).catch((error: unknown) => refusePlan(error));
    for (const { code, parameters, paths } of answer.failures) {
      const { subgraph } = parameters;
      // without a name it is the subgraph's own refusal, which is the caller's business
      if (subgraph !== undefined) {
        logger.warn({ requestId: caller.requestId, subgraph, code, count: paths.length }, 'answer is not whole');
      }
    }
    return completeAnswer(outcome, answer.failures);
  };
}

/** The planner has limits of its own, beneath those on the document, and knows no other way to say so. */
const planLimits = /exceeds limit|exceeded maximum|too many options/i;

function refusePlan(error: unknown): never {
  if (error instanceof Error && planLimits.test(error.message))
    throw new HubError('QUERY_TOO_LARGE', { measure: 'plan' });
  throw error;
}
