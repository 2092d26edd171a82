import type { FastifyInstance } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import { onlyMethod } from '../http/requests/only-method.js';
import type { AddRoutes } from '../routes/added-routes.js';
import type { PageFile, PageFiles } from './page-files.js';
import { sendFile } from './send-file.js';

/** Only what the hub itself serves: no script or style in the document, nothing from elsewhere, no frame, no form, and no text that becomes code. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join(';');

/** The name of an asset holds a hash of its content: what a browser has kept is never out of date. */
const forever = 'public, max-age=31536000, immutable';

/**
 * `GET /`, the page on which people work, and `GET /assets/…`, what it is made of. Both without a session: they hold nothing but what everybody
 * may read, and ask for everything else at `POST /graphql`; `GET /toegankelijkheid`, how accessible the page is; and `GET /kaart/grenzen`, the borders that a region gave for the map, 204 where it
 * gave none. Nothing is added where no page was built.
 */
export function pageRoutes(files: PageFiles | null, borders: PageFile | null = null): AddRoutes {
  return ({ http }) => {
    if (!files) return;
    addDocument(http, '/', files.index);
    http.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
      const file = files.assets.get(request.params.name);
      if (!file) throw new HubError('UNKNOWN_ADDRESS');
      return sendFile(request, reply.header('cache-control', forever), file);
    });
    http.get('/kaart/grenzen', (request, reply) =>
      borders ? sendFile(request, reply, borders) : reply.code(204).send(),
    );
    const statement = files.documents.get('toegankelijkheid');
    if (statement) addDocument(http, '/toegankelijkheid', statement);
    for (const url of ['/assets/:name', '/kaart/grenzen']) onlyMethod(http, 'GET', url);
  };
}

function addDocument(http: FastifyInstance, url: string, file: PageFile): void {
  http.get(url, (request, reply) => sendFile(request, reply.header('content-security-policy', pagePolicy), file));
  onlyMethod(http, 'GET', url);
}
