import type { FastifyRequest } from 'fastify';
import type { RouteTools } from '../../gateway/routes/added-routes.js';

/** A form in which a file can be had. */
export interface FileKind<C> {
  readonly ending: string;
  readonly type: string;
  readonly write: (content: C) => string | Promise<Buffer>;
}

export const csvType = 'text/csv; charset=utf-8';
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Adds `GET /export/<name>.<ending>` for each form of a file: closed without a token, and closed to any other method. */
export function addFile<C>(
  { http, identify, onlyMethod }: RouteTools,
  name: string,
  kinds: readonly FileKind<C>[],
  read: (request: FastifyRequest) => Promise<C>,
): void {
  for (const { ending, type, write } of kinds) {
    const url = `/export/${name}.${ending}`;
    const fileName = url.slice(url.lastIndexOf('/') + 1);
    http.get(url, { onRequest: identify }, async (request, reply) => {
      const written = await write(await read(request));
      return reply.header('content-disposition', `attachment; filename="${fileName}"`).type(type).send(written);
    });
    onlyMethod('GET', url);
  }
}
