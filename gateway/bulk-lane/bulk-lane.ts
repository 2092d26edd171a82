import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import { gone } from '../http/refusals/gone.js';
import { askedPath } from '../http/requests/own-address.js';
import { laneClient, type LaneClient } from './lane-client.js';

/** Where another gateway over the same data answers what is written or read in bulk; null while nobody answers there. */
export type BulkLane = () => URL | null;

/** A hook that hands on what is bulk, whole and unread, while somebody is there to answer it; everything else stays here. */
export type HandOn = (isBulk: (request: FastifyRequest) => boolean) => onRequestHookHandler;

/** Opens the way to the lane: what it answers reaches the client as it comes. */
export async function openBulkLane(http: FastifyInstance, lane: BulkLane): Promise<HandOn> {
  const client = laneClient();
  await http.register(replyFrom, { disableRequestLogging: true, undici: client });
  return (isBulk) => (request, reply, done) => {
    const address = isBulk(request) ? lane() : null;
    // who is handed on is answered from there: no later hook, and no handler, may see the request
    if (address) handOn({ address, client }, request, reply);
    else done();
  };
}

/** Without a lane everything stays. */
export const keepHere: HandOn = () => (_request, _reply, done) => done();

function handOn(
  { address, client }: { readonly address: URL; readonly client: LaneClient },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (request.method !== 'GET') request.body = request.raw;
  const { path, query } = askedPath(request.raw.url ?? '');
  const options: FastifyReplyFromHooks = {
    // the lane alone is asked, whatever the request says; its query goes there as it came
    getUpstream: () => address.origin,
    queryString: () => query,
    rewriteRequestHeaders: (_request, headers) => ({ ...endToEnd(headers), 'x-request-id': request.id }),
    rewriteHeaders: endToEnd,
    // nothing is asked twice: whoever is told that the hub is too busy decides that himself
    retryDelay: () => null,
    onError: (failed, { error }) => void failed.send(explain(error)),
  };
  client.until(gone(reply), () => void reply.from(path, options));
}

/** What is said of one connection alone: that of the client to the hub, or that of the hub to the lane. */
const ofTheConnection: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-connection',
]);

/** What concerns the request or the answer itself. */
function endToEnd<H extends object>(headers: H): H {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.has(name))) as H;
}

const ownFaults: ReadonlySet<unknown> = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED']);

/** A lane that fails is too busy; a request that could not even be sent there is a fault of the hub. */
function explain({ cause }: Error): Error {
  const isOwnFault = cause instanceof Error && ownFaults.has((cause as { code?: unknown }).code);
  return isOwnFault ? cause : new HubError('OVERLOADED');
}
