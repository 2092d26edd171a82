import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { CryptoKey } from 'jose';
import type { Caller } from '../identity/caller.js';
import { errorTexts, HubError } from '../errors/errors.js';
import { verifyInternalToken } from '../identity/internal-token.js';
import { describeError, type Logger } from '../process/logger.js';
import { traced } from '../telemetry/traces.js';
import type { Road } from './roads/road.js';
import { openRoads, type Travel } from './roads/road-endpoint.js';
import { logFailures, presentSubgraphError, unforeseen } from './subgraph-errors.js';

/** One subgraph, ready to answer: its guarded schema and what a request of one caller needs. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Its ways in beside GraphQL, by name. */
  readonly roads?: Readonly<Record<string, Road>>;
  /** Does the work of one request with what it needs; what the work gave may be told once this resolves. */
  inContext<T>(caller: Caller, work: (context: { readonly caller: Caller }) => Promise<T>): Promise<T>;
  /** Throws when the database behind the subgraph does not answer. */
  checkReady(): Promise<void>;
  close(): Promise<void>;
}

/** The answer to one request: an HTTP status and a GraphQL result. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly result: FormattedExecutionResult;
}

/** The one way into a subgraph, with or without HTTP before it: no signed word of the gateway, no answer. */
export interface SubgraphEndpoint {
  readonly name: string;
  answer(body: string, authorization: string | undefined): Promise<SubgraphAnswer>;
  /** Takes what is too much for one request along a road of its own. */
  readonly travel: Travel;
  ready(authorization: string | undefined): Promise<number>;
  close(): Promise<void>;
}

interface RequestBody {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Starts Apollo Server over the subgraph's schema and puts the check of the gateway's token before it. */
export async function openEndpoint(
  subgraph: Subgraph,
  gatewayKey: CryptoKey,
  logger: Logger,
): Promise<SubgraphEndpoint> {
  const server = new ApolloServer<{ caller: Caller }>({
    schema: subgraph.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: presentSubgraphError,
    plugins: [
      logFailures(logger),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  async function execute(body: string, caller: Caller): Promise<SubgraphAnswer> {
    const request = readBody(body);
    return subgraph.inContext(caller, async (contextValue) => {
      const response = await server.executeOperation(request, { contextValue });
      if (response.body.kind !== 'single') throw new HubError('INTERNAL');
      return { status: 200, result: response.body.singleResult };
    });
  }

  return {
    name: subgraph.name,

    async answer(body, authorization) {
      try {
        const caller = await verifyInternalToken(gatewayKey, subgraph.name, authorization, body);
        return await traced('answer', { subgraph: subgraph.name }, () => execute(body, caller));
      } catch (error) {
        return refusal(error, logger);
      }
    },

    travel: openRoads(subgraph.name, subgraph.roads ?? {}, gatewayKey, logger),

    async ready(authorization) {
      try {
        await verifyInternalToken(gatewayKey, subgraph.name, authorization, '');
        await subgraph.checkReady();
        return 200;
      } catch (error) {
        return error instanceof HubError ? errorTexts[error.code].status : 503;
      }
    },

    async close() {
      await server.stop();
      await subgraph.close();
    },
  };
}

function readBody(body: string): RequestBody {
  try {
    const parsed = JSON.parse(body) as Partial<RequestBody> | null;
    if (typeof parsed?.query === 'string') return parsed as RequestBody;
  } catch {
    // falls through: a body that is not JSON is as bad as one without a query
  }
  throw new HubError('BAD_REQUEST');
}

function refusal(error: unknown, logger: Logger): SubgraphAnswer {
  if (!(error instanceof HubError)) logger.error(describeError(error), 'request failed');
  const known = error instanceof HubError ? error : unforeseen(error);
  return { status: errorTexts[known.code].status, result: { errors: [known.toJSON()] } };
}
