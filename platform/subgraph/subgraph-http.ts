import {
  fastify,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type RawServerDefault,
} from 'fastify';
import { continued } from '../telemetry/traces.js';
import { serveRoads } from './roads/serve-roads.js';
import type { SubgraphEndpoint } from './subgraph-endpoint.js';

const bodyLimit = 2_000_000;

const serverOptions: FastifyHttpOptions<RawServerDefault> = {
  bodyLimit,
  logger: false,
  keepAliveTimeout: 60_000,
  // a body along a road may take its time; the gateway, the only client, knows how long
  requestTimeout: 150_000,
  forceCloseConnections: 'idle',
  frameworkErrors: (_error, _request, reply) => {
    turnAway(reply);
  },
};

/** Puts one subgraph behind HTTP for the gateway: `POST /graphql` and `GET /ready`; whatever else is asked is 401. */
export async function serveSubgraph(endpoint: SubgraphEndpoint, host: string, port: number): Promise<FastifyInstance> {
  const http = fastify(serverOptions);
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });

  http.post('/graphql', async (request, reply) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const answer = await continued(request.headers, () => endpoint.answer(body, request.headers.authorization));
    return reply.code(answer.status).type('application/json').send(JSON.stringify(answer.result));
  });
  serveRoads(http, endpoint.travel);
  http.get('/ready', async (request, reply) => reply.code(await endpoint.ready(request.headers.authorization)).send());
  http.setNotFoundHandler((_request, reply) => {
    turnAway(reply);
  });
  http.setErrorHandler((_error, _request, reply) => {
    turnAway(reply);
  });

  await http.listen({ host, port });
  return http;
}

/** Whatever is not the gateway's own request gets the same answer, which says nothing. */
function turnAway(reply: FastifyReply): void {
  void reply.code(401).send();
}
