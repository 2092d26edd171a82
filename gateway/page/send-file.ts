import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageFile } from './page-files.js';

/** Sends a file of the page, packed to who takes that. */
export function sendFile({ headers }: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
  const isPacked = file.gzipped !== null && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (isPacked) void reply.header('content-encoding', 'gzip');
  return reply
    .header('vary', 'accept-encoding')
    .type(file.type)
    .send(isPacked ? file.gzipped : file.bytes);
}
