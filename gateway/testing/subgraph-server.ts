import type { GraphQLSchema } from 'graphql';
import type { CryptoKey } from 'jose';
import type { Caller } from '../../platform/identity/caller.js';
import { createLogger } from '../../platform/process/logger.js';
import { openEndpoint, type SubgraphEndpoint } from '../../platform/subgraph/subgraph-endpoint.js';
import { testRoads } from './test-roads.js';
import { serveSubgraph, type ServedSubgraph } from '../../platform/subgraph/subgraph-http.js';

export interface TestSubgraph {
  readonly endpoint: SubgraphEndpoint;
  /** The callers that the subgraph was told of, oldest first. */
  readonly callers: readonly Caller[];
  /** Whether its database answers. */
  databaseIsUp: boolean;
}

/** A real subgraph endpoint over a schema that needs no database. */
export async function openTestSubgraph(
  name: string,
  schema: GraphQLSchema,
  gatewayKey: CryptoKey,
): Promise<TestSubgraph> {
  const callers: Caller[] = [];
  const state = { databaseIsUp: true };
  const subgraph = {
    name,
    schema,
    roads: testRoads,
    inContext: <T>(caller: Caller, work: (context: { caller: Caller }) => Promise<T>) => {
      callers.push(caller);
      return work({ caller });
    },
    checkReady: () => (state.databaseIsUp ? Promise.resolve() : Promise.reject(new Error('no database'))),
    close: () => Promise.resolve(),
  };
  const endpoint = await openEndpoint(subgraph, gatewayKey, createLogger(name, 'silent'));
  return Object.assign(state, { endpoint, callers });
}

/** The same behind HTTP, on a port of its own. */
export async function serveTestSubgraph({ endpoint }: TestSubgraph): Promise<ServedSubgraph> {
  return serveSubgraph(endpoint, '127.0.0.1', 0);
}
