import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HubError } from '../../platform/errors/errors.js';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { onlyMethod } from '../http/requests/only-method.js';
import { addressBelow } from '../http/requests/own-address.js';
import type { AuthorizationServer } from './authorization-server.js';

/** Where the authorization server lives below the hub's own address. */
export const oauthPath = '/oauth';

/** An assertion, a proof and a few words. */
const mostBytes = 20_000;

/** One address of the hub and where the library knows it. */
export interface OauthRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Null where it is what stands behind the mount path. */
  readonly inside: string | null;
}

const discovery = '/.well-known/openid-configuration';

/** What systems need: the token endpoint, the keys, and the document that tells where they are, under both of its names. */
export const machineRoutes: readonly OauthRoute[] = [
  { method: 'POST', url: `${oauthPath}/token`, inside: '/token' },
  { method: 'GET', url: `${oauthPath}/jwks`, inside: '/jwks' },
  { method: 'GET', url: `${oauthPath}${discovery}`, inside: discovery },
  { method: 'GET', url: `/.well-known/oauth-authorization-server${oauthPath}`, inside: discovery },
];

/** One part of a path: `..` would lead out of what the library knows. */
const uid = ':uid(^[\\w-]+$)';

/** What a browser visits as well, where people sign in here: the library finds these by what stands behind the mount path. */
export const developmentRoutes: readonly OauthRoute[] = [
  { method: 'GET', url: `${oauthPath}/auth`, inside: null },
  { method: 'GET', url: `${oauthPath}/auth/${uid}`, inside: null },
  { method: 'GET', url: `${oauthPath}/aanmelden/${uid}`, inside: null },
  { method: 'POST', url: `${oauthPath}/aanmelden/${uid}`, inside: null },
];

export interface OauthRoutesOptions {
  readonly publicUrl: URL;
  readonly routes: readonly OauthRoute[];
  readonly logger: Logger;
}

/** Adds the addresses of the authorization server, bounded like every other, and known by the hub's public address alone. */
export function addOauthRoutes(
  http: FastifyInstance,
  server: AuthorizationServer,
  { publicUrl, routes, logger }: OauthRoutesOptions,
): void {
  void http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // the library reads the body itself
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    for (const { method, url, inside } of routes) {
      const handler = (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
        answer(server, request, reply, { inside, publicUrl, logger });
      scope.route({ method, url, onRequest: checkSize, bodyLimit: mostBytes, handler });
    }
    done();
  });
  for (const { method, url, inside } of routes) if (inside !== null) onlyMethod(http, method, url);
}

/** A body whose length is not told is refused as well: nobody streams an assertion. */
function checkSize({ headers }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const isBounded = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= mostBytes;
  done(isBounded ? undefined : new HubError('PAYLOAD_TOO_LARGE', { limit: mostBytes }));
}

async function answer(
  server: AuthorizationServer,
  request: FastifyRequest,
  reply: FastifyReply,
  { inside, publicUrl, logger }: Pick<OauthRoutesOptions, 'publicUrl' | 'logger'> & Pick<OauthRoute, 'inside'>,
): Promise<void> {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  const { pathname, search } = addressBelow(publicUrl, request.url);
  const path = inside ?? pathname.slice(oauthPath.length);
  try {
    await server(known(request.raw, publicUrl, `${path}${search}`), reply.raw);
  } catch (error) {
    const { errorName, errorCode } = describeError(error);
    logger.error({ errorName, errorCode, requestId: request.id }, 'authorization server failed');
    answerUnavailable(reply.raw);
  }
}

/** Nobody else answers any more: without this the client would wait until it gives up. */
function answerUnavailable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '1' });
  response.end(JSON.stringify({ error: 'temporarily_unavailable' }));
}

/** The request as the library must see it: below the public address, whatever its own headers say. */
function known(raw: IncomingMessage, { host, protocol }: URL, inside: string): IncomingMessage {
  const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.replace(':', '') };
  Object.assign(raw.headers, { host }, forwarded);
  return Object.assign(raw, { url: inside, originalUrl: `${oauthPath}${inside}` });
}
