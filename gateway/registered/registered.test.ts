import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { documentIdOf, type RegisteredOperation } from './registered-operations.js';

const document = '# What runs.\nquery Version($id: ID!) {\n  version\n  case(id: $id) {\n    number\n  }\n}\n';
const documentId = documentIdOf(document);
const operation: RegisteredOperation = {
  name: 'Version',
  kind: 'query',
  description: 'What runs.',
  documentId,
  document,
};
const variables = { id: '1' };
const answered = { data: { version: '1', case: { number: 'FL-1' } } };
const apollo = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash.replace('sha256:', '') } });
const unknown = documentIdOf('{ version }');

let open: TestGateway;
let closed: TestGateway;
let machine: string;

beforeAll(async () => {
  const registered = new Map([[documentId, operation]]);
  open = await openTestGateway({ registered });
  closed = await openTestGateway({ registered, operations: 'registered' });
  machine = await token({ claims: { roles: ['provider-system'] } });
});

afterAll(async () => {
  await open.close();
  await closed.close();
});

async function send(gateway: TestGateway, body: unknown, bearer?: string): Promise<[number, unknown]> {
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const response = await gateway.post(JSON.stringify(body), headers);
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return [response.status, errors ? errors[0]?.extensions.code : { data }];
}

describe('a registered operation', () => {
  it.each([
    ['by documentId', { documentId, variables }],
    ['as Apollo names it', { extensions: apollo(documentId), variables }],
    ['in both ways', { documentId, extensions: apollo(documentId), variables }],
    ['with its text beside the name', { documentId, query: document, variables }],
    ['by its text alone', { query: document, variables }],
  ])('is run %s, by people and by machines', async (_how, body) => {
    expect(await send(open, body)).toEqual([200, answered]);
    expect(await send(closed, body, machine)).toEqual([200, answered]);
  });

  it.each([
    ['an unknown hash', { documentId: unknown }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash unknown to Apollo', { extensions: apollo(unknown) }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a name that is no hash', { documentId: 'publish' }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash in capitals', { documentId: documentId.toUpperCase() }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['two names', { documentId, extensions: apollo(unknown) }, 400, 'BAD_REQUEST'],
    ['a name of another text', { documentId, query: '{ version }' }, 400, 'BAD_REQUEST'],
    ['a name that is no text', { documentId: 7 }, 400, 'BAD_REQUEST'],
    ['another version', { extensions: { persistedQuery: { version: 2 } } }, 400, 'BAD_REQUEST'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
  ])('is not found by %s', async (_how, body, status, code) => {
    expect(await send(open, body)).toEqual([status, code]);
  });
});

describe('an operation of somebody’s own', () => {
  const own = { query: '{ version }' };

  it('is refused to machines where they may run registered ones only', async () => {
    const analyst = await token({ claims: { roles: ['care-broker', 'analyst'] } });
    expect(await send(closed, own, machine)).toEqual([403, 'OPERATION_NOT_REGISTERED']);
    expect(await send(closed, own, analyst)).toEqual([403, 'OPERATION_NOT_REGISTERED']);
    expect(await send(closed, { query: '{ broken' }, machine)).toEqual([403, 'OPERATION_NOT_REGISTERED']);
  });

  it('is run for people, and for machines where it is allowed', async () => {
    expect(await send(closed, own)).toEqual([200, { data: { version: '1' } }]);
    expect(await send(open, own, machine)).toEqual([200, { data: { version: '1' } }]);
  });
});

describe('the list of registered operations', () => {
  it('is there for whoever has a token', async () => {
    const headers = { authorization: `Bearer ${machine}` };
    const response = await fetch(`${closed.url}/operations`, { headers });
    expect(await response.json()).toEqual({ operations: [operation] });
    expect((await fetch(`${closed.url}/operations`)).status).toBe(401);
    expect((await fetch(`${closed.url}/operations`, { method: 'POST', headers })).status).toBe(405);
  });
});
