import type { FastifyInstance } from 'fastify';
import { answerBrokenRequest } from '../refusals/broken-request.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route watches over the time of its bodies itself. */
    readonly isUnhurried?: boolean;
  }
}

/** Hangs up on a body that takes longer to come in than `patienceMs`. */
export function hurryBodies(http: FastifyInstance, patienceMs: number): void {
  http.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.routeOptions.config.isUnhurried !== true) {
      const timer = setTimeout(() => answerBrokenRequest(tooSlow(), request.raw.socket), patienceMs);
      request.raw.once('end', () => clearTimeout(timer));
      reply.raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

function tooSlow(): Error {
  return Object.assign(new Error('the body came too slowly'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}
