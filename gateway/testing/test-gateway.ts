import type { FormattedExecutionResult } from 'graphql';
import { createLogger } from '../../platform/process/logger.js';
import { openGateway, subgraphNames, type GatewayOptions, type SubgraphName } from '../open-gateway.js';
import { httpTransport } from '../subgraph-link/http-transport.js';
import { inProcessTransport } from '../subgraph-link/in-process-transport.js';
import type { SubgraphTransport } from '../subgraph-link/transport.js';
import { audience, callerKeys, gatewayPair, issuer, token } from './identity.js';
import { smallSchema, smallSupergraph } from './small-hub.js';
import { openTestSubgraph, serveTestSubgraph, type TestSubgraph } from './subgraph-server.js';

export interface TestGateway {
  readonly url: string;
  readonly subgraphs: Readonly<Record<SubgraphName, TestSubgraph>>;
  /** Sends a query as a care broker and gives the answer. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  /** Stops the gateway alone. */
  stop(): Promise<void>;
  /** Stops everything. */
  close(): Promise<void>;
}

export interface Answer extends FormattedExecutionResult {
  readonly status: number;
}

interface TestGatewayOptions extends Partial<Omit<GatewayOptions, 'links'>> {
  readonly overHttp?: boolean;
  /** Put in the place of the small subgraphs. */
  readonly links?: Partial<Record<SubgraphName, SubgraphTransport>>;
}

/** A gateway over the three small subgraphs, on a port of its own. */
export async function openTestGateway(wished: TestGatewayOptions = {}): Promise<TestGateway> {
  const { overHttp = false, links = {}, ...options } = wished;
  const subgraphs = await openSubgraphs();
  const served = overHttp ? await Promise.all(subgraphNames.map((name) => serveTestSubgraph(subgraphs[name]))) : [];
  const transport = (name: SubgraphName, index: number): SubgraphTransport => {
    const server = served[index];
    return links[name] ?? (server ? httpTransport(server.url) : inProcessTransport(subgraphs[name].endpoint));
  };
  const gateway = await openGateway({
    ...defaults,
    ...options,
    links: { cases: transport('cases', 0), capacity: transport('capacity', 1), people: transport('people', 2) },
  });
  return {
    ...asker(gateway.url),
    subgraphs,
    stop: () => gateway.close(),
    async close() {
      await gateway.close();
      await Promise.all(served.map((server) => server.close()));
      await Promise.all(Object.values(subgraphs).map(({ endpoint }) => endpoint.close()));
    },
  };
}

const defaults = {
  host: '127.0.0.1',
  port: 0,
  callerKeys,
  issuer,
  audience,
  signingKey: gatewayPair.privateKey,
  introspection: true,
  logger: createLogger('gateway', 'silent'),
  supergraph: smallSupergraph,
};

async function openSubgraphs(): Promise<Record<SubgraphName, TestSubgraph>> {
  const opened = await Promise.all(
    subgraphNames.map(async (name) => {
      return [name, await openTestSubgraph(name, smallSchema(name), gatewayPair.publicKey)] as const;
    }),
  );
  return Object.fromEntries(opened) as Record<SubgraphName, TestSubgraph>;
}

function asker(url: string): Pick<TestGateway, 'url' | 'post' | 'ask'> {
  const post = async (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}`, ...headers },
    });
  return {
    url,
    post,
    async ask(query, variables = {}) {
      const response = await post(JSON.stringify({ query, variables }));
      return { ...((await response.json()) as FormattedExecutionResult), status: response.status };
    },
  };
}
