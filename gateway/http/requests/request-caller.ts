import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Caller } from '../../../platform/identity/caller.js';
import { isPurpose, purposes, type Purpose } from '../../../platform/identity/purpose.js';
import { HubError } from '../../../platform/errors/errors.js';
import { authenticate, callerAsked, type Asker, type TokenRules } from '../../authenticate/authenticate.js';
import type { People } from '../../people/open-people.js';
import type { SessionBody } from '../../people/same-origin.js';
import { preferredLanguage } from '../../authenticate/preferred-language.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling, once the token was verified. */
    caller: Caller | null;
  }
}

/** Whether a gateway is the lane for bulk. */
interface LanePlace {
  readonly isBulkLane?: boolean;
}

/** Verifies the token of a request before anything of its body is read. For the routes that need a caller. */
export function callerHook(http: FastifyInstance, rules: TokenRules & LanePlace): onRequestAsyncHookHandler {
  http.decorateRequest('caller', null);
  return async (request) => {
    const { method, url } = request;
    const { authorization, dpop: proof } = request.headers;
    request.caller = await authenticate(rules, authorization, askerOf(request, rules), { method, url, proof });
  };
}

function askerOf(
  { id: requestId, headers }: Pick<FastifyRequest, 'id' | 'headers'>,
  { isBulkLane = false }: LanePlace,
): Asker {
  const language = preferredLanguage(headers['accept-language']);
  return { language, requestId, purpose: purposeIn(headers['x-purpose']), isBulkLane };
}

/** Why the caller looks, from the header `x-purpose`; null without one. Throws BAD_USER_INPUT for any other word. */
function purposeIn(header: string | string[] | undefined): Purpose | null {
  if (header === undefined || isPurpose(header)) return header ?? null;
  throw new HubError('BAD_USER_INPUT', { field: 'x-purpose', expected: purposes.join(', ') });
}

/** The same for a route that people use from a page: their session counts where no token was sent. */
export function orSession(
  identify: onRequestAsyncHookHandler,
  people: People,
  place: LanePlace,
  body: SessionBody,
): onRequestAsyncHookHandler {
  return async function (request, reply) {
    const known = request.headers.authorization === undefined ? await people.callerOf(request, body) : null;
    if (!known) await identify.call(this, request, reply);
    else request.caller = callerAsked(known, askerOf(request, place), 'page');
  };
}

/** What is kept of a request to say anew who sent it. */
export type SentHeaders = Pick<FastifyRequest, 'headers'>;

/** Says who sent a request, by its headers alone and as it is now: whoever has gone, or may no more, is refused as at the door. */
export type CallerNow = (sent: SentHeaders, purpose: string | string[] | undefined) => Promise<Caller>;

/** For what goes on after a request was let in. A token that is bound to its sender is refused: its proof holds once. */
export function callerNow(rules: TokenRules, people: People | null): CallerNow {
  return async (sent, purpose) => {
    const { headers } = sent;
    const asker = askerOf({ id: randomUUID(), headers: { ...headers, 'x-purpose': purpose } }, {});
    const known = headers.authorization === undefined ? await people?.stillThere(sent) : null;
    return known ? callerAsked(known, asker, 'page') : authenticate(rules, headers.authorization, asker);
  };
}

export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new HubError('UNAUTHENTICATED');
  return caller;
}
