import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import { onlyMethod } from '../requests/only-method.js';

/** `GET /schema.graphql`: the schema that clients see, with its descriptions, for callers with a token. */
export function addSchemaRoute(
  http: FastifyInstance,
  schema: GraphQLSchema,
  identify: onRequestAsyncHookHandler,
): void {
  const sdl = `${printSchema(schema)}\n`;
  http.get('/schema.graphql', { onRequest: identify }, (_request, reply) =>
    reply.type('application/graphql; charset=utf-8').send(sdl),
  );
  onlyMethod(http, 'GET', '/schema.graphql', [identify]);
}
