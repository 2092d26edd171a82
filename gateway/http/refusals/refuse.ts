import type { FastifyReply } from 'fastify';
import { errorTexts, type HubError } from '../../../platform/errors/errors.js';
import { proofAlgorithms } from '../../authenticate/sender-proof.js';
import { preferredLanguage } from '../../authenticate/preferred-language.js';
import { toFormatted } from '../../present-error/present-error.js';

const graphqlResponse = 'application/graphql-response+json';

/** Answers a whole request with one error, as JSON in the shape of GraphQL. */
export function refuse(reply: FastifyReply, error: HubError): FastifyReply {
  const { authorization, accept = '', ...headers } = reply.request.headers;
  const { status } = errorTexts[error.code];
  if (status === 401) void reply.header('www-authenticate', challenge(error, authorization !== undefined));
  if (status === 405) void reply.header('allow', error.parameters['allowed']);
  if (status === 503) void reply.header('retry-after', '1');
  const type = accept.includes(graphqlResponse) ? graphqlResponse : 'application/json';
  const body = { errors: [toFormatted(error, preferredLanguage(headers['accept-language']))] };
  return reply.code(status).type(`${type}; charset=utf-8`).send(JSON.stringify(body));
}

/** RFC 6750 and RFC 9449: says that a token or its proof was refused only to whoever sent one. */
function challenge({ code }: HubError, wasSent: boolean): string {
  if (code === 'SENDER_PROOF_INVALID')
    return `DPoP realm="thuisbasis", error="invalid_dpop_proof", algs="${proofAlgorithms.join(' ')}"`;
  return wasSent ? 'Bearer realm="thuisbasis", error="invalid_token"' : 'Bearer realm="thuisbasis"';
}
