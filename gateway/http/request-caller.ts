import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { authenticate, type TokenRules } from '../authenticate/authenticate.js';
import type { People } from '../people/open-people.js';
import { preferredLanguage } from '../authenticate/preferred-language.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling, once the token was verified. */
    caller: Caller | null;
  }
}

/** Verifies the token of a request before anything of its body is read. For the routes that need a caller. */
export function callerHook(http: FastifyInstance, rules: TokenRules): onRequestAsyncHookHandler {
  http.decorateRequest('caller', null);
  return async (request) => {
    const { authorization, dpop: proof, ...headers } = request.headers;
    const { method, url } = request;
    const asker = { language: preferredLanguage(headers['accept-language']), requestId: request.id };
    request.caller = await authenticate(rules, authorization, asker, { method, url, proof });
  };
}

/** The same for a route that people use from a page: their session counts where no token was sent. */
export function orSession(identify: onRequestAsyncHookHandler, people: People): onRequestAsyncHookHandler {
  return async function (request, reply) {
    const { authorization, 'accept-language': languages } = request.headers;
    const known = authorization === undefined ? await people.callerOf(request) : null;
    if (!known) await identify.call(this, request, reply);
    else request.caller = { ...known, language: preferredLanguage(languages), requestId: request.id };
  };
}

export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new HubError('UNAUTHENTICATED');
  return caller;
}
