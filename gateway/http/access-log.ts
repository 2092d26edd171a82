import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../platform/process/logger.js';

/** One line a request: when, where and how long; no address, no query, no body. */
export function logRequests(http: FastifyInstance, logger: Logger): void {
  http.addHook('onResponse', (request, reply, done) => {
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
}
