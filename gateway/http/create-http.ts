import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import helmet from '@fastify/helmet';
import { fastify, type FastifyHttpOptions, type FastifyInstance, type RawServerDefault } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import type { Logger } from '../../platform/process/logger.js';
import { limits } from '../limits/limits.js';
import { shareOf } from '../overload/workers.js';
import { logRequests } from './access-log.js';
import { watchRequests } from './request-telemetry.js';
import { hurryBodies } from './requests/hurry-bodies.js';
import { answerBrokenRequest, answerExpectation } from './refusals/broken-request.js';
import { isOwnPath } from './requests/own-address.js';
import { handleRefusals, recognise } from './refusals/refusals.js';
import { refuse } from './refusals/refuse.js';

/** How long a client may take, in milliseconds: for the headers, for a request, for one along a road. */
const patience = { headers: 10_000, request: 15_000, road: 130_000, keepAlive: 60_000, checkEvery: 2_000 };

/** Nothing of an answer is a page, and no page may frame it. */
const noPage = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

export interface HttpOptions {
  readonly logger: Logger;
  /** Whether requests come from another gateway, which has named them already. */
  readonly isBulkLane?: boolean;
  /** How many processes take connections at this address; one, unless told otherwise. */
  readonly workers?: number;
}

/** The HTTP server without routes: JSON only, JSON always, bounded in size and time, no page and no cross-origin use. */
export async function createHttp({ logger, isBulkLane = false, workers = 1 }: HttpOptions): Promise<FastifyInstance> {
  const http = fastify({ ...serverOptions, requestIdHeader: isBulkLane ? 'x-request-id' : false });
  boundConnections(http.server, shareOf(limits.connections, workers));
  http.server.on('checkExpectation', answerExpectation);
  http.removeContentTypeParser('text/plain');
  await http.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: noPage } });
  http.addHook('onRequest', (request, reply, done) => {
    dropInternal(request.headers);
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    // whoever asks for an address elsewhere asks for a proxy, which the hub is not
    done(isOwnPath(request.raw.url ?? '') ? undefined : new HubError('BAD_REQUEST'));
  });
  hurryBodies(http, patience.request);
  logRequests(http, logger);
  watchRequests(http);
  handleRefusals(http, logger);
  return http;
}

/**
 * Hangs up on who comes where there are so many already. By `maxConnections` a worker refuses him, and the process that hands out connections offers
 * him to one worker after another for as long as all are full.
 */
function boundConnections(server: RawServerDefault, most: number): void {
  let open = 0;
  server.on('connection', (socket) => {
    if (open >= most) {
      socket.destroy();
      return;
    }
    open += 1;
    socket.once('close', () => (open -= 1));
  });
}

/** What only parts of the hub say to each other is never taken from a client, nor handed on for one. */
function dropInternal(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (name.startsWith('x-hub-')) Reflect.deleteProperty(headers, name);
}

const serverOptions: FastifyHttpOptions<RawServerDefault> = {
  logger: false,
  genReqId: () => randomUUID(),
  bodyLimit: limits.bodyBytes,
  requestTimeout: patience.road,
  keepAliveTimeout: patience.keepAlive,
  http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.checkEvery },
  exposeHeadRoutes: false,
  // it goes on answering while it closes: see drain.ts
  return503OnClosing: false,
  forceCloseConnections: 'idle',
  clientErrorHandler: answerBrokenRequest,
  frameworkErrors: (error, _request, reply) => {
    void refuse(reply, recognise(error));
  },
};
