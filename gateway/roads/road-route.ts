import { Readable, Transform } from 'node:stream';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
  onRequestHookHandler,
} from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import type { Logger } from '../../platform/process/logger.js';
import type { Places } from '../../platform/process/places.js';
import type { RoadHead } from '../../platform/subgraph/roads/road.js';
import { gone, hasGone } from '../http/refusals/gone.js';
import { onlyMethod } from '../http/requests/only-method.js';
import { callerOf } from '../http/requests/request-caller.js';
import type { SubgraphLink } from '../subgraph-link/subgraph-link.js';
import { linesUntilFault, ndjson } from './lines-until-fault.js';

/** A route along a road: where it is, where it leads, and how much may travel for how long. */
export interface RoadRouteOptions {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly subgraph: string;
  readonly road: string;
  readonly mostBytes: number;
  readonly mostMs: number;
  /** Whether people send files along it from a page: their session counts where no token was sent. */
  readonly isForPages?: boolean;
}

export interface RoadTools {
  readonly identify: onRequestAsyncHookHandler;
  readonly identifyWithFile: onRequestAsyncHookHandler;
  readonly handOn: onRequestHookHandler;
  readonly links: readonly SubgraphLink[];
  /** Those of all roads together: each is taken until its answer is over. */
  readonly places: Places;
  readonly logger: Logger;
}

/** Adds the route. Its body reaches the subgraph as it comes in, and so does the answer the client: neither is ever held whole. */
export function addRoadRoute(http: FastifyInstance, options: RoadRouteOptions & RoadTools): void {
  const { method, url, identify, handOn } = options;
  const known = options.isForPages === true ? options.identifyWithFile : identify;
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => {
      parsed(null, payload);
    });
    scope.route({
      method,
      url,
      config: { isUnhurried: true },
      onRequest: [known, checkUpload(options), takePlace(options), handOn],
      bodyLimit: Number.MAX_SAFE_INTEGER,
      handler: (request, reply) => travelAlong(options, request, reply),
    });
    done();
  });
  onlyMethod(http, method, url, [identify]);
}

/** Refuses by the head alone: a packed body, one that says it is too large, or a word that is said twice. */
function checkUpload({ mostBytes }: RoadRouteOptions) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    const { headers } = request;
    const repeated = repeatedWord(request);
    const isTooLarge = Number(headers['content-length'] ?? 0) > mostBytes;
    if (repeated !== null) done(new HubError('BAD_USER_INPUT', { field: repeated, expected: '1×' }));
    else if (headers['content-encoding'] !== undefined) done(new HubError('UNSUPPORTED_MEDIA_TYPE'));
    else done(isTooLarge ? new HubError('PAYLOAD_TOO_LARGE', { limit: mostBytes }) : undefined);
  };
}

/** The name of a parameter, or of the header with the key, that stands there more than once; null when none does. */
function repeatedWord({ query, raw }: FastifyRequest): string | null {
  if ((raw.headersDistinct['idempotency-key']?.length ?? 0) > 1) return 'idempotency-key';
  const [name] = Object.entries(query as Record<string, unknown>).find(([, value]) => typeof value !== 'string') ?? [];
  if (name === undefined) return null;
  return /^\w{1,40}$/.test(name) ? name : 'query';
}

/** One organisation has a few places only: all its people and systems together cannot keep others out. */
function takePlace({ places }: RoadTools) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const { organisationId, subject } = callerOf(request);
    try {
      // nothing would tell when the place of somebody who has gone is free again
      if (hasGone(reply)) throw new HubError('BAD_REQUEST');
      reply.raw.once('close', places.take(organisationId ?? subject));
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
}

async function travelAlong(
  options: RoadRouteOptions & RoadTools,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { links, subgraph, mostBytes, mostMs, logger } = options;
  const link = links.find(({ name }) => name === subgraph);
  if (!link) throw new Error(`There is no link to the subgraph "${subgraph}"`);
  const caller = callerOf(request);
  const body = bounded(request.body instanceof Readable ? request.body : Readable.from([]), mostBytes);
  const signal = AbortSignal.any([AbortSignal.timeout(mostMs), gone(reply)]);
  // whoever still waits for more of the body is woken by this
  signal.addEventListener('abort', () => void body.destroy(new HubError('DEADLINE_EXCEEDED')), { once: true });
  // a refusal leaves the rest of the body unread: the connection cannot serve another request
  void reply.header('connection', 'close');
  const answer = await link.travel(headOf(options, request), body, caller, signal).catch((error: unknown) => {
    throw signal.aborted ? new HubError('DEADLINE_EXCEEDED') : error;
  });
  const isNdjson = answer.mediaType.startsWith(ndjson);
  const sent = isNdjson ? linesUntilFault(answer.body, { subgraph, caller, signal, logger }) : answer.body;
  return reply.code(answer.status).type(answer.mediaType).send(sent);
}

function headOf({ road }: RoadRouteOptions, { headers, query }: FastifyRequest): RoadHead {
  const bytes = headers['content-length'];
  const key = headers['idempotency-key'];
  return {
    road,
    parameters: { ...(query as Record<string, string>) },
    mediaType: headers['content-type'] ?? null,
    bytes: bytes === undefined ? null : Number(bytes),
    idempotencyKey: typeof key === 'string' ? key : null,
  };
}

/** The body, broken off when it is larger than it may be. */
function bounded(body: Readable, mostBytes: number): Readable {
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length;
      if (bytes > mostBytes) next(new HubError('PAYLOAD_TOO_LARGE', { limit: mostBytes }));
      else next(null, chunk);
    },
  });
  body.once('error', (error) => counting.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) counting.destroy(new HubError('BAD_REQUEST'));
  });
  // whoever reads hears of the error too; nobody may be reading yet
  counting.on('error', () => undefined);
  return body.pipe(counting);
}
