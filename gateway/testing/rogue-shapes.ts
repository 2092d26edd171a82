import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { ErrorCode } from '../../platform/errors/errors.js';
import { nobodyThere, rogueOverHttp, rogueOverTcp, saying, type Rogue } from './rogue.js';

/** What stands in every answer of a rogue and may never reach a client. */
export const secret = 'SECRET-postgres://inside';

export interface RogueShape {
  readonly does: string;
  readonly start: () => Promise<Rogue>;
  /** What the client is told. */
  readonly code: ErrorCode;
}

const json = { 'content-type': 'application/json' };

/** A subgraph that stands for people and is asked for two organisations. */
const entities = (...items: unknown[]): string => JSON.stringify({ data: { _entities: items } });
const sound = { name: 'A', phone: '0320', teams: [{ name: 'T' }] };

export const rogueShapes: readonly RogueShape[] = [
  { does: 'is not there', code: 'SUBGRAPH_UNAVAILABLE', start: nobodyThere },
  { does: 'takes the connection and hangs', code: 'SUBGRAPH_TIMEOUT', start: () => rogueOverTcp(() => undefined) },
  { does: 'hangs', code: 'SUBGRAPH_TIMEOUT', start: () => rogueOverHttp(() => undefined) },
  { does: 'hangs after its headers', code: 'SUBGRAPH_TIMEOUT', start: begins('{') },
  { does: 'drips', code: 'SUBGRAPH_TIMEOUT', start: repeats(' ', 20) },
  { does: 'never ends', code: 'SUBGRAPH_ANSWER_INVALID', start: repeats('x'.repeat(5_000_000), 1) },
  {
    does: 'announces gigabytes',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: answers('{', { 'content-length': '9000000000' }),
  },
  { does: 'hangs up at once', code: 'SUBGRAPH_UNAVAILABLE', start: () => rogueOverTcp((socket) => socket.destroy()) },
  {
    does: 'resets the connection',
    code: 'SUBGRAPH_UNAVAILABLE',
    start: () => rogueOverTcp((socket) => socket.resetAndDestroy()),
  },
  { does: 'hangs up halfway', code: 'SUBGRAPH_UNAVAILABLE', start: () => rogueOverHttp(halfway) },
  {
    does: 'speaks no HTTP',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: () => rogueOverTcp((socket) => socket.end(`${secret}\r\n\r\n`)),
  },
  {
    does: 'sends endless headers',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: answers('{}', { 'x-long': 'x'.repeat(200_000) }),
  },
  { does: 'answers with a page', code: 'SUBGRAPH_ANSWER_INVALID', start: page(200) },
  { does: 'answers with an error page', code: 'SUBGRAPH_UNAVAILABLE', start: page(502) },
  {
    does: 'sends the gateway away',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: () => rogueOverHttp(saying('', 302, 'text/html', { location: '/elsewhere' })),
  },
  { does: 'refuses the gateway', code: 'SUBGRAPH_UNAVAILABLE', start: refuses(401, 'UNAUTHENTICATED') },
  { does: 'refuses the request', code: 'SUBGRAPH_ANSWER_INVALID', start: refuses(400, 'BAD_REQUEST') },
  { does: 'has no database', code: 'DATABASE_UNAVAILABLE', start: refuses(503, 'DATABASE_UNAVAILABLE') },
  { does: 'is too busy', code: 'SUBGRAPH_UNAVAILABLE', start: refuses(503, 'OVERLOADED') },
  {
    does: 'is away behind a proxy that says so in JSON',
    code: 'SUBGRAPH_UNAVAILABLE',
    start: () => rogueOverHttp(saying('{"message":"no upstream"}', 503)),
  },
  { does: 'breaks down in GraphQL', code: 'SUBGRAPH_UNAVAILABLE', start: refuses(500, 'INTERNAL') },
  {
    does: 'sends JSON as text',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: () => rogueOverHttp(saying(entities(sound, sound), 200, 'text/plain')),
  },
  { does: 'packs what nobody asked it to pack', code: 'SUBGRAPH_ANSWER_INVALID', start: () => rogueOverHttp(packed) },
  { does: 'sends half a JSON', code: 'SUBGRAPH_ANSWER_INVALID', start: answers(entities(sound, sound).slice(0, -5)) },
  { does: 'sends a list', code: 'SUBGRAPH_ANSWER_INVALID', start: answers('[]') },
  { does: 'sends null', code: 'SUBGRAPH_ANSWER_INVALID', start: answers('null') },
  { does: 'sends nothing', code: 'SUBGRAPH_ANSWER_INVALID', start: answers('{}') },
  { does: 'sends no data and no error', code: 'SUBGRAPH_ANSWER_INVALID', start: answers('{"data":null}') },
  { does: 'sends text for data', code: 'SUBGRAPH_ANSWER_INVALID', start: answers(JSON.stringify({ data: secret })) },
  {
    does: 'sends text for errors',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: answers(JSON.stringify({ errors: secret })),
  },
  { does: 'sends no entities', code: 'SUBGRAPH_ANSWER_INVALID', start: answers('{"data":{}}') },
  { does: 'sends too few entities', code: 'SUBGRAPH_ANSWER_INVALID', start: answers(entities(sound)) },
  { does: 'sends text for entities', code: 'SUBGRAPH_ANSWER_INVALID', start: answers(entities(secret, secret)) },
  { does: 'sends another type', code: 'SUBGRAPH_ANSWER_INVALID', start: each({ ...sound, __typename: 'Team' }) },
  { does: 'sends an unknown type', code: 'SUBGRAPH_ANSWER_INVALID', start: each({ ...sound, __typename: secret }) },
  {
    does: 'sends null where a value is required',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: each({ ...sound, name: null }),
  },
  { does: 'leaves a required value out', code: 'SUBGRAPH_ANSWER_INVALID', start: each({ phone: null, teams: null }) },
  { does: 'sends an object for text', code: 'SUBGRAPH_ANSWER_INVALID', start: each({ ...sound, name: { secret } }) },
  { does: 'throws', code: 'INTERNAL', start: answers(thrown({})) },
  {
    does: 'throws with a code of its own',
    code: 'INTERNAL',
    start: answers(thrown({ code: secret, stacktrace: [secret] })),
  },
  {
    does: 'finds the gateway unknown in GraphQL',
    code: 'SUBGRAPH_ANSWER_INVALID',
    start: answers(thrown({ code: 'UNAUTHENTICATED' })),
  },
];

function answers(body: string, headers: Record<string, string> = {}): () => Promise<Rogue> {
  return () => rogueOverHttp((_request, response) => response.writeHead(200, { ...json, ...headers }).end(body));
}

function each(entity: Record<string, unknown>): () => Promise<Rogue> {
  return answers(entities(entity, entity));
}

function begins(start: string): () => Promise<Rogue> {
  return () => rogueOverHttp((_request, response) => response.writeHead(200, json).write(start));
}

function repeats(piece: string, everyMs: number): () => Promise<Rogue> {
  return () =>
    rogueOverHttp((_request, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(piece), everyMs);
      response.on('close', () => clearInterval(timer));
    });
}

function page(status: number): () => Promise<Rogue> {
  return () => rogueOverHttp(saying(`<html>${secret}</html>`, status, 'text/html'));
}

function refuses(status: number, code: string): () => Promise<Rogue> {
  const body = JSON.stringify({ errors: [{ message: secret, extensions: { code } }] });
  return () => rogueOverHttp(saying(body, status));
}

function thrown(extensions: Record<string, unknown>): string {
  return JSON.stringify({ data: null, errors: [{ message: secret, extensions: { ...extensions, secret } }] });
}

function halfway(_request: unknown, response: ServerResponse): void {
  response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"data"');
  setTimeout(() => response.destroy(), 10);
}

function packed(_request: unknown, response: ServerResponse): void {
  response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(entities(sound, sound)));
}
