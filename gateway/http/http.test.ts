import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { token } from '../testing/identity.js';
import { capturedLog } from '../testing/captured-log.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const brokerToken = await token();

interface Refusal {
  readonly errors: readonly [{ message: string; extensions: Readonly<Record<string, unknown>> }];
}

const canary = 'CANARY-0c2f';
const log = capturedLog();
let gateway: TestGateway;
let asked = 0;

beforeAll(async () => {
  gateway = await openTestGateway({ logger: log.logger, onSubgraphRequest: () => (asked += 1) });
});
afterAll(() => gateway.close());
beforeEach(() => {
  asked = 0;
});

const bearer = { authorization: `Bearer ${brokerToken}` };
const json = { ...bearer, 'content-type': 'application/json' };
const question = JSON.stringify({ query: '{ version }' });

/** Sends a request as it is; `Accept` and the like only when they are given. */
async function send(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init });
}

async function code(response: Response): Promise<unknown> {
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  const { errors } = (await response.json()) as Refusal;
  expect(errors).toHaveLength(1);
  return errors[0].extensions['code'];
}

describe('a request that is not one', () => {
  it.each([
    ['malformed JSON', 400, 'BAD_REQUEST', { body: `{"query": "${canary}` }],
    ['JSON that poisons prototypes', 400, 'BAD_REQUEST', { body: `{"__proto__": {"a": "${canary}"}}` }],
    ['an empty body', 400, 'BAD_REQUEST', { body: '' }],
    ['a number', 400, 'BAD_REQUEST', { body: '1' }],
    ['null', 400, 'BAD_REQUEST', { body: 'null' }],
    ['a text', 400, 'BAD_REQUEST', { body: `"${canary}"` }],
    ['an empty object', 400, 'BAD_REQUEST', { body: '{}' }],
    ['a batch', 400, 'BAD_REQUEST', { body: `[${question},${question}]` }],
    ['a query that is an object', 400, 'BAD_REQUEST', { body: `{"query": {"a": "${canary}"}}` }],
    ['variables that are text', 400, 'BAD_REQUEST', { body: `{"query": "{version}", "variables": "${canary}"}` }],
    [
      'a stored query that is not known',
      404,
      'PERSISTED_QUERY_NOT_FOUND',
      { body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' },
    ],
    ['no GraphQL', 400, 'GRAPHQL_PARSE_FAILED', { body: `{"query": "{ ${canary} ( }"}` }],
    [
      'an unknown operation',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      { body: `{"query": "query A {version}", "operationName": "${canary}"}` },
    ],
    [
      'two operations and no name',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      { body: '{"query": "query A {version} query B {version}"}' },
    ],
    ['a body that is too large', 413, 'PAYLOAD_TOO_LARGE', { body: `{"query": "${canary.repeat(10_000)}"}` }],
    [
      'packed JSON',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      { body: question, headers: { ...json, 'content-encoding': 'gzip' } },
    ],
    [
      'a form',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      { body: `query=${canary}`, headers: { ...bearer, 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [
      'an upload',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      { body: canary, headers: { ...bearer, 'content-type': 'multipart/form-data; boundary=x' } },
    ],
    ['text', 415, 'UNSUPPORTED_MEDIA_TYPE', { body: question, headers: { ...bearer, 'content-type': 'text/plain' } }],
    [
      'XML',
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      { body: `<a>${canary}</a>`, headers: { ...bearer, 'content-type': 'text/xml' } },
    ],
    [
      'something that only takes pages',
      406,
      'NOT_ACCEPTABLE',
      { body: question, headers: { ...json, accept: 'text/html' } },
    ],
  ])('is refused in JSON: %s', async (_what, status, expected, init) => {
    const response = await send('/graphql', { method: 'POST', headers: json, ...init });
    expect(response.status).toBe(status);
    const text = await response.clone().text();
    expect(await code(response)).toBe(expected);
    expect(text).not.toMatch(new RegExp(`${canary}|at .*\\.js|stack`));
    expect(asked).toBe(0);
  });

  it('leaves nothing of its body in the log', () => {
    expect(log.text()).toContain('"code":"BAD_REQUEST"');
    expect(log.text()).not.toContain(canary);
    expect(log.text()).not.toContain('query');
  });
});

describe('a wrong address or method', () => {
  it.each([
    ['GET', '/', 404, 'UNKNOWN_ADDRESS'],
    ['GET', '/.env', 404, 'UNKNOWN_ADDRESS'],
    ['POST', '/graphql/', 404, 'UNKNOWN_ADDRESS'],
    ['GET', '/graphiql?query=%7Bversion%7D', 404, 'UNKNOWN_ADDRESS'],
    ['GET', '/%', 400, 'BAD_REQUEST'],
    ['GET', '/graphql?query=%7Bversion%7D', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/graphql?query=mutation%7Bclose(caseId:1)%7Bid%7D%7D', 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/schema.graphql', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/health/ready', 405, 'METHOD_NOT_ALLOWED'],
  ])('%s %s is refused in JSON', async (method, path, status, expected) => {
    const response = await send(path, {
      method,
      headers: { ...bearer, 'apollo-require-preflight': 'yes', accept: 'text/html' },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('allow')).toBe(status === 405 ? (path.startsWith('/graphql') ? 'POST' : 'GET') : null);
    expect(await code(response)).toBe(expected);
  });

  it('is refused in JSON also when it is not even HTTP', async () => {
    const { port } = new URL(gateway.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${canary}\r\n\r\n`));
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('"code":"BAD_REQUEST"');
    expect(answer).not.toContain(canary);
  });
});

describe('a caller without a token', () => {
  it.each([
    ['POST', '/graphql', question],
    ['POST', '/graphql', `{"malformed ${canary}`],
    ['GET', '/graphql', undefined],
    ['GET', '/schema.graphql', undefined],
    ['POST', '/schema.graphql', '{}'],
  ])('is told to sign in: %s %s %s', async (method, path, body) => {
    const init = { method, ...(body !== undefined && { body }), headers: { 'content-type': 'application/json' } };
    const response = await send(path, init);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="thuisbasis"');
    expect(await code(response)).toBe('UNAUTHENTICATED');
    expect(asked).toBe(0);
  });

  it('is told that the token it sent does not hold', async () => {
    const response = await send('/graphql', { method: 'POST', headers: { authorization: 'Bearer a.b.c' } });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="thuisbasis", error="invalid_token"');
  });

  it('is refused before its body is read', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(60_000))),
    });
    const response = await send('/graphql', { method: 'POST', body, duplex: 'half' });
    expect(response.status).toBe(401);
  });

  it('with a token but no role of the hub is refused otherwise', async () => {
    const authorization = `Bearer ${await token({ claims: { roles: ['king'] } })}`;
    const response = await send('/schema.graphql', { headers: { authorization } });
    expect(response.status).toBe(403);
    expect(await code(response)).toBe('FORBIDDEN');
  });
});

describe('an answer', () => {
  it('has a request id of the hub, is kept by nobody and opens nothing to other origins', async () => {
    const headers = { ...json, origin: 'https://elsewhere.test', 'x-request-id': canary };
    const response = await send('/graphql', { method: 'POST', headers, body: question });
    expect(await response.json()).toEqual({ data: { version: '1' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.has('x-powered-by')).toBe(false);
  });

  it.each([
    ['en-GB,en;q=0.9', 'Not found. Check the identifier.'],
    ['nl', 'Niet gevonden. Controleer het kenmerk.'],
    [undefined, 'Niet gevonden. Controleer het kenmerk.'],
  ])('speaks the language of Accept-Language: %s', async (language, message) => {
    const body = JSON.stringify({ query: '{ case(id: "none") { id } }' });
    const response = await send('/graphql', {
      method: 'POST',
      body,
      headers: { ...json, ...(language && { 'accept-language': language }) },
    });
    expect(await response.json()).toMatchObject({
      errors: [{ message, path: ['case'], extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('speaks it also where nothing was run', async () => {
    const headers = { ...json, 'accept-language': 'en' };
    const refused = await send('/graphql', { method: 'POST', body: '{}', headers });
    expect(await refused.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('is not a valid GraphQL request') }],
    });
    const unknown = await send('/', { headers });
    expect(await unknown.json()).toMatchObject({ errors: [{ message: expect.stringContaining('does not exist') }] });
  });

  it('carries no trace and no plan, whoever asks for it', async () => {
    const headers = {
      ...json,
      'apollo-federation-include-trace': 'ftv1',
      'apollo-query-plan-experimental': '1',
      'apollo-query-plan-experimental-format': 'internal',
    };
    const response = await send('/graphql', { method: 'POST', headers, body: question });
    expect(await response.json()).toEqual({ data: { version: '1' } });
  });
});

describe('what stands beside GraphQL', () => {
  it('is the schema as clients see it, with its descriptions', async () => {
    const response = await send('/schema.graphql', { headers: bearer });
    expect(response.headers.get('content-type')).toBe('application/graphql; charset=utf-8');
    const sdl = await response.text();
    expect(sdl).toContain(`"""One child's case."""\ntype Case {`);
    expect(sdl).not.toMatch(/join__|_entities|secret/);
  });

  it('is whether the hub lives, and whether each subgraph and its database are ready', async () => {
    const live = await send('/health/live');
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    const ready = { state: 'ready', database: 'ready', circuit: 'closed' };
    expect(await readiness()).toEqual([
      200,
      { status: 'ready', subgraphs: { cases: ready, capacity: ready, people: ready } },
    ]);

    gateway.subgraphs.people.databaseIsUp = false;
    await new Promise((resolve) => setTimeout(resolve, 600));
    const notReady = { state: 'not-ready', database: 'not-ready', circuit: 'closed' };
    expect(await readiness()).toEqual([
      503,
      { status: 'not-ready', subgraphs: { cases: ready, capacity: ready, people: notReady } },
    ]);
    gateway.subgraphs.people.databaseIsUp = true;
  });

  async function readiness(): Promise<[number, unknown]> {
    const response = await send('/health/ready');
    return [response.status, await response.json()];
  }
});
