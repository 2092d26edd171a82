import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Travel } from './road-endpoint.js';

/** Carries the head of a request: JSON, base64url. */
export const headHeader = 'x-hub-road';

/** `POST /road`: the roads of a subgraph over HTTP, bodies untouched in both directions. */
export function serveRoads(http: FastifyInstance, travel: Travel): void {
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => {
      parsed(null, payload);
    });
    scope.post('/road', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const head = Buffer.from(String(request.headers[headHeader] ?? ''), 'base64url').toString('utf8');
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const body = (request.body ?? request.raw) as Readable;
      const answer = await travel(head, body, request.headers.authorization, gone.signal);
      return reply.code(answer.status).type(answer.mediaType).send(answer.body);
    });
    done();
  });
}
