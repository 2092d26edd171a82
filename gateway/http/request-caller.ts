import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Caller } from '../../platform/identity/caller.js';
import { isPurpose, purposes, type Purpose } from '../../platform/identity/purpose.js';
import { HubError } from '../../platform/errors/errors.js';
import { authenticate, type TokenRules } from '../authenticate/authenticate.js';
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
    const language = preferredLanguage(headers['accept-language']);
    const asker = { language, requestId: request.id, purpose: purposeIn(headers['x-purpose']) };
    request.caller = await authenticate(rules, authorization, asker, { method, url, proof });
  };
}

/** Why the caller looks, from the header `x-purpose`; null without one. Throws BAD_USER_INPUT for any other word. */
function purposeIn(header: string | string[] | undefined): Purpose | null {
  if (header === undefined || isPurpose(header)) return header ?? null;
  throw new HubError('BAD_USER_INPUT', { field: 'x-purpose', expected: purposes.join(', ') });
}

export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new HubError('UNAUTHENTICATED');
  return caller;
}
