import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import { askedPath } from '../http/own-address.js';

/** Where another gateway over the same data answers what is written or read in bulk; null while nobody answers there. */
export type BulkLane = () => URL | null;

/** A hook that hands on what is bulk, whole and unread, while somebody is there to answer it; everything else stays here. */
export type HandOn = (isBulk: (request: FastifyRequest) => boolean) => onRequestHookHandler;

/** Longer than the lane itself lets anything take. */
const patienceMs = 140_000;

/** Opens the way to the lane: what it answers reaches the client as it comes. */
export async function openBulkLane(http: FastifyInstance, lane: BulkLane): Promise<HandOn> {
  await http.register(replyFrom, {
    disableRequestLogging: true,
    undici: { connections: 64, headersTimeout: patienceMs, bodyTimeout: patienceMs },
  });
  return (isBulk) => (request, reply, done) => {
    const address = isBulk(request) ? lane() : null;
    // who is handed on is answered from there: no later hook, and no handler, may see the request
    if (address) handOn(address, request, reply);
    else done();
  };
}

/** Without a lane everything stays. */
export const keepHere: HandOn = () => (_request, _reply, done) => done();

function handOn(address: URL, request: FastifyRequest, reply: FastifyReply): void {
  if (request.method !== 'GET') request.body = request.raw;
  const { path, query } = askedPath(request.raw.url ?? '');
  reply.from(path, {
    // the lane alone is asked, whatever the request says; its query goes there as it came
    getUpstream: () => address.origin,
    queryString: () => query,
    rewriteRequestHeaders: (_request, headers) => ({ ...headers, 'x-request-id': request.id }),
    // nothing is asked twice: whoever is told that the hub is too busy decides that himself
    retryDelay: () => null,
    onError: (failed) => void failed.send(new HubError('OVERLOADED')),
  });
}
