import { ApolloGateway, RemoteGraphQLDataSource, type GatewayConfig, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptionsWithGateway, type BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { Pool } from 'undici';
import { answerDirectly } from '../../gateway/execution/answer-directly.js';
import { CompiledGateway } from '../../gateway/execution/compiled-gateway.js';
import type { FetchOptions, GatewayRequest } from '../../gateway/execution/plan/run.js';
import { keepObjectsYoung } from '../../platform/process/young-objects.js';
import { supergraphAt, wholeAnswer } from './hops.js';

// A process of its own: a gateway of one kind over the subgraphs at an address. Prints where it listens; `/cpu` tells its CPU time.

type Served = Pick<ApolloServerOptionsWithGateway<BaseContext>, 'gateway' | 'plugins'>;
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

const [origin = '', , kind = ''] = process.argv.slice(2);
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const config = { supergraphSdl: supergraphAt(origin), debug: false, __exposeQueryPlanExperimental: false };
const gateways: Readonly<Record<string, () => Served>> = {
  stock: () => ({
    gateway: new ApolloGateway({ ...config, buildService: ({ url = '' }) => new RemoteGraphQLDataSource({ url }) }),
  }),
  'stock-pooled': () => ({ gateway: new ApolloGateway({ ...config, buildService: pooled }) }),
  compiled: () => compiled({ ...config, buildService: pooled }),
  floor: () => constant(),
};

/** The same HTTP for both executors: kept connections, and the body as it is where it is known already. */
function pooled({ url = '' }: { readonly url?: string | undefined }): GraphQLDataSource {
  const pool = new Pool(origin, { connections: 64 });
  const path = new URL(url).pathname;
  const headers = { 'content-type': 'application/json' };
  return {
    async process(options) {
      const { request, compiled: known } = options as FetchOptions;
      const { query, variables, operationName } = request;
      const body = known?.body ?? JSON.stringify({ query, variables, operationName });
      const response = await pool.request({ path, method: 'POST', headers, body });
      return JSON.parse(await response.body.text()) as Answer;
    },
  };
}

function compiled(options: GatewayConfig): Served {
  keepObjectsYoung();
  const gateway = new CompiledGateway(options);
  const { plugin, executor } = answerDirectly(async (request) => ({
    data: (await gateway.execute(request as GatewayRequest)).data ?? null,
  }));
  return {
    gateway: {
      onSchemaLoadOrUpdate: (listener) => gateway.inner.onSchemaLoadOrUpdate(listener),
      async load() {
        await gateway.inner.load();
        return { executor };
      },
      stop: () => gateway.inner.stop(),
    },
    plugins: [plugin],
  };
}

/** The least that Apollo Server takes: the answer is there. */
function constant(): Served {
  const inner = new ApolloGateway({ ...config, buildService: pooled });
  const data = wholeAnswer();
  return {
    gateway: {
      onSchemaLoadOrUpdate: (listener) => inner.onSchemaLoadOrUpdate(listener),
      async load() {
        await inner.load();
        return { executor: () => Promise.resolve({ data }) };
      },
      stop: () => inner.stop(),
    },
  };
}

const serve = gateways[kind];
if (!serve) throw new Error(`no gateway of the kind ${kind}`);
const apollo = new ApolloServer({ ...serve(), csrfPrevention: false, stopOnTerminationSignals: false });
await apollo.start();
const http = fastify();
http.post('/', fastifyApolloHandler(apollo));
http.get('/cpu', () => ({
  cpuMs: process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000,
  rssMb: process.memoryUsage.rss() / 1e6,
}));
console.log(await http.listen({ port: 0, host: '127.0.0.1' }));
