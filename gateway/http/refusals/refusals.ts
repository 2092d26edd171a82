import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { errorTexts, HubError } from '../../../platform/errors/errors.js';
import { describeError, type Logger } from '../../../platform/process/logger.js';
import { limits } from '../../limits/limits.js';
import { hasGone } from './gone.js';
import { refuse } from './refuse.js';

/** Every request that does not reach GraphQL, or is turned away before it, answers in JSON with a code of the hub. */
export function handleRefusals(http: FastifyInstance, logger: Logger): void {
  http.setNotFoundHandler((_request, reply) => refuse(reply, new HubError('UNKNOWN_ADDRESS')));

  http.setErrorHandler((error: FastifyError, request, reply) => {
    const known = isUnheard(error, reply) ? new HubError('BAD_REQUEST') : recognise(error);
    const where = { requestId: request.id, code: known.code, bytes: Number(request.headers['content-length'] ?? 0) };
    if (known.code === 'INTERNAL') logger.error({ ...describeError(error), ...where }, 'request failed');
    else logger.info(where, 'request refused');
    return refuse(reply, known);
  });
}

/** Whether an answer that comes bit by bit was broken off by who asked for it, before the first bit: nothing of the hub failed. */
function isUnheard({ code }: FastifyError, reply: FastifyReply): boolean {
  return code === 'ERR_STREAM_PREMATURE_CLOSE' && hasGone(reply);
}

/** Fastify's own refusals by their HTTP status: their messages quote the request. */
export function recognise(error: FastifyError | HubError): HubError {
  if (error instanceof HubError) return error;
  const { statusCode = 500 } = error;
  if (statusCode === errorTexts.PAYLOAD_TOO_LARGE.status) {
    return new HubError('PAYLOAD_TOO_LARGE', { limit: limits.bodyBytes });
  }
  if (statusCode === errorTexts.UNSUPPORTED_MEDIA_TYPE.status) return new HubError('UNSUPPORTED_MEDIA_TYPE');
  return new HubError(statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL');
}
