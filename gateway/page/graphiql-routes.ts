import type { FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { onlyMethod } from '../http/requests/only-method.js';
import type { AddRoutes } from '../routes/added-routes.js';
import type { PageFiles } from './page-files.js';
import { sendFile } from './send-file.js';

/** The names under which the editor makes HTML of text that it escaped itself; `default` is that of `web/graphiql/trusted.ts`. */
const trustedNames = [
  'default',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
];

/**
 * As strict as the editor allows: it writes styles into the document, draws with pictures inside its style sheets and works in three workers
 * of the hub. No script but the hub's own, no other host.
 */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedNames.join(' ')}`,
].join(';');

/**
 * `GET /graphiql`, on which developers try questions, and `GET /graphiql/schema.graphql`, the schema that clients see. For whoever is signed in
 * with the role developer; to anybody else neither is there.
 */
export function graphiqlRoutes(files: PageFiles | null): AddRoutes {
  return ({ http, personRoles, schema }) => {
    const document = files?.documents.get('graphiql');
    if (!document) return;
    const onlyDevelopers = async (request: FastifyRequest): Promise<void> => {
      if (!(await personRoles(request)).includes('developer')) throw new HubError('UNKNOWN_ADDRESS');
    };
    const sdl = `${printSchema(schema)}\n`;
    http.get('/graphiql', { onRequest: onlyDevelopers }, (request, reply) =>
      sendFile(request, reply.header('content-security-policy', graphiqlPolicy), document),
    );
    http.get('/graphiql/schema.graphql', { onRequest: onlyDevelopers }, (_request, reply) =>
      reply.type('application/graphql; charset=utf-8').send(sdl),
    );
    for (const url of ['/graphiql', '/graphiql/schema.graphql']) onlyMethod(http, 'GET', url, [onlyDevelopers]);
  };
}
