import { context, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { durations } from '../../platform/telemetry/metrics.js';
import { startRoot, type Trail } from '../../platform/telemetry/traces.js';

const requestSeconds = durations('http_request_seconds', 'How long requests took, by where they went.', [
  'method',
  'route',
  'status',
]);

/** Counts every request, and begins a trace for those that are traced: by the route, never by the address. */
export function watchRequests(http: FastifyInstance): void {
  const trails = new WeakMap<FastifyRequest, Trail>();

  http.addHook('onRequest', (request, reply, done) => {
    const trail = startRoot(`${request.method} ${routeOf(request)}`, request.headers);
    if (!trail) {
      done();
      return;
    }
    trails.set(request, trail);
    reply.raw.once('close', () => end(trail.span, request, reply));
    context.with(trail.within, done);
  });
  // reading a body leaves the context of who began to
  http.addHook('preHandler', (request, _reply, done) => {
    const trail = trails.get(request);
    if (trail) context.with(trail.within, done);
    else done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    requestSeconds.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
}

function end(span: Span, { id }: FastifyRequest, { statusCode }: FastifyReply): void {
  span.setAttributes({ requestId: id, status: statusCode });
  span.end();
}

function routeOf({ routeOptions: { url } }: FastifyRequest): string {
  return url ?? 'none';
}
