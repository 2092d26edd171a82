import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { HubError } from '../../../platform/errors/errors.js';

/** Answers every other method of an address with 405, after the hooks that guard it and before a body is read. */
export function onlyMethod(
  http: FastifyInstance,
  allowed: string,
  url: string,
  guards: onRequestHookHandler[] = [],
): void {
  http.route({
    method: http.supportedMethods.filter((method) => method !== allowed),
    url,
    onRequest: [...guards, () => Promise.reject(new HubError('METHOD_NOT_ALLOWED', { allowed }))],
    handler: () => undefined,
  });
}
