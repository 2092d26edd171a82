import type { FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '../../../platform/errors/errors.js';

const offered = /(^|,)\s*(\*\/\*|application\/(\*|json|graphql-response\+json))\s*(;|,|$)/i;

/** Refuses by the headers alone what could be run but not read or answered: a packed body, an answer in no type of the hub's. */
export function checkHeaders({ headers }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const isAcceptable = headers.accept === undefined || offered.test(headers.accept);
  if (headers['content-encoding'] !== undefined) done(new HubError('UNSUPPORTED_MEDIA_TYPE'));
  else done(isAcceptable ? undefined : new HubError('NOT_ACCEPTABLE'));
}
