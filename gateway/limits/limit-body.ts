import { Transform } from 'node:stream';
import type { FastifyRequest, preParsingHookHandler } from 'fastify';
import { hasRole, type Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { callerOf } from '../http/request-caller.js';
import { limits } from './limits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many bytes the body has. */
    bodyBytes: number;
  }
}

/** Refuses a body that is larger than its caller may send: at once where its length is told, else while it comes in. */
export const limitBody: preParsingHookHandler = (request, _reply, payload, done) => {
  const allowed = largestBody(callerOf(request));
  const told = Number(request.headers['content-length']);
  request.bodyBytes = Number.isNaN(told) ? 0 : told;
  if (request.bodyBytes > allowed) done(tooLarge(allowed));
  else done(null, Number.isNaN(told) ? payload.pipe(counting(request, allowed)) : payload);
};

/** Who publishes for an organisation writes in bulk: that a large body is a mutation is seen once it is read. */
function largestBody(caller: Caller): number {
  return hasRole(caller, 'provider-system', 'provider-planner') ? limits.bulkBodyBytes : limits.bodyBytes;
}

/** Refuses a large body that writes nothing. */
export function checkBodySize(bodyBytes: number, kind: string): void {
  if (bodyBytes > limits.bodyBytes && kind !== 'mutation') throw tooLarge(limits.bodyBytes);
}

function counting(request: FastifyRequest, allowed: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      request.bodyBytes += chunk.length;
      if (request.bodyBytes > allowed) next(tooLarge(allowed));
      else next(null, chunk);
    },
  });
}

function tooLarge(limit: number): HubError {
  return new HubError('PAYLOAD_TOO_LARGE', { limit });
}
