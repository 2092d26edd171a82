import { fastify, type FastifyHttpOptions, type FastifyReply, type RawServerDefault } from 'fastify';
import { prepareDrain } from '../process/drain.js';
import { continued } from '../telemetry/traces.js';
import { serveRoads } from './roads/serve-roads.js';
import type { SubgraphEndpoint } from './subgraph-endpoint.js';

const bodyLimit = 2_000_000;
/** What is underway gets as long as the gateway waits for a change. */
const graceMs = 4_500;

const serverOptions: FastifyHttpOptions<RawServerDefault> = {
  bodyLimit,
  logger: false,
  keepAliveTimeout: 60_000,
  // a body along a road may take its time; the gateway, the only client, knows how long
  requestTimeout: 150_000,
  // it goes on answering while it closes: see drain.ts
  return503OnClosing: false,
  frameworkErrors: (_error, _request, reply) => {
    turnAway(reply);
  },
};

/** A subgraph that is reached over HTTP. */
export interface ServedSubgraph {
  readonly url: string;
  /** Answers what still comes over kept connections, and tells each that it ends: the gateway can be between two questions. */
  close(): Promise<void>;
}

/** Puts one subgraph behind HTTP for the gateway: `POST /graphql` and `GET /ready`; whatever else is asked is 401. */
export async function serveSubgraph(endpoint: SubgraphEndpoint, host: string, port: number): Promise<ServedSubgraph> {
  const http = fastify(serverOptions);
  const drain = prepareDrain(http);
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
  return { url: http.listeningOrigin, close: () => drain.close(graceMs) };
}

/** Whatever is not the gateway's own request gets the same answer, which says nothing. */
function turnAway(reply: FastifyReply): void {
  void reply.code(401).send();
}
