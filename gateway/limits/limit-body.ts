import { Transform } from 'node:stream';
import type { FastifyRequest, onRequestHookHandler, preParsingHookHandler } from 'fastify';
import { hasRole, type Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { callerOf } from '../http/requests/request-caller.js';
import { limits } from './limits.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many bytes the body has. */
    bodyBytes: number;
  }
}

/** Refuses a body that is larger than its caller may send, where its length is told: at once, before anybody reads or hands it on. */
export const limitToldBody: onRequestHookHandler = (request, _reply, done) => {
  const allowed = largestBody(callerOf(request));
  request.bodyBytes = toldBytes(request) ?? 0;
  done(request.bodyBytes > allowed ? tooLarge(allowed) : undefined);
};

/** The same for a body whose length is not told: while it comes in. */
export const limitUntoldBody: preParsingHookHandler = (request, _reply, payload, done) => {
  const isTold = toldBytes(request) !== null;
  done(null, isTold ? payload : payload.pipe(counting(request, largestBody(callerOf(request)))));
};

function toldBytes({ headers }: FastifyRequest): number | null {
  const told = Number(headers['content-length']);
  return Number.isNaN(told) ? null : told;
}

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
