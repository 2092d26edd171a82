import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse';
import { HubError } from '../../platform/errors/errors.js';
import { onlyMethod } from '../http/requests/only-method.js';
import { hasGone } from '../http/refusals/gone.js';
import type { OpenLive } from './open-live.js';
import type { Part } from './parts.js';

export const livePath = '/graphql/stream';

const eventStream = 'text/event-stream';

/** What graphql-sse is told of a request that was read and checked before. */
const asked = {
  method: 'POST',
  url: livePath,
  headers: new Headers({ accept: eventStream, 'content-type': 'application/json' }),
  body: { query: '' },
};

/**
 * `POST /graphql/stream`: the answers of some registered queries for as long as the connection lasts, in the words of graphql-sse. Its mode
 * of a connection for each operation carries all of a tab here, since the stream names its queries at once: nothing is kept between
 * requests, so that any gateway may answer the next one.
 */
export function addLiveRoute(http: FastifyInstance, live: OpenLive, identify: onRequestAsyncHookHandler): void {
  const speak = createHandler<AsyncIterable<Part>>({
    authenticate: () => null,
    onSubscribe: ({ raw }) => raw as AsyncIterable<ExecutionResult>,
  });
  http.post(livePath, { onRequest: [identify, checkAccept] }, async (request, reply) => {
    const stream = await live.open(request, reply.raw);
    reply.raw.once('close', () => stream.drop());
    if (hasGone(reply)) stream.drop();
    const [body, { status, headers = {} }] = await speak({ ...asked, raw: stream.parts(), context: null });
    if (body === null || typeof body === 'string') throw new Error('a stream was not spoken');
    // a proxy must hand on each part as it comes
    return reply
      .code(status)
      .headers({ 'content-type': headers['content-type'], 'x-accel-buffering': 'no' })
      .send(Readable.from(body));
  });
  onlyMethod(http, 'POST', livePath, [identify]);
}

function checkAccept({ headers }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const isAsked = headers.accept?.toLowerCase().includes(eventStream) === true;
  if (headers['content-encoding'] !== undefined) done(new HubError('UNSUPPORTED_MEDIA_TYPE'));
  else done(isAsked ? undefined : new HubError('NOT_ACCEPTABLE'));
}
