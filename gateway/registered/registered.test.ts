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
  roles: ['provider-system', 'care-broker'],
};
const ofOthers: RegisteredOperation = {
  ...operation,
  name: 'Own',
  documentId: documentIdOf('query Own {\n  version\n}\n'),
  document: 'query Own {\n  version\n}\n',
  roles: ['analyst'],
};
const variables = { id: '1' };
const answered = { data: { version: '1', case: { number: 'FL-1' } } };
const apollo = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash.replace('sha256:', '') } });
const unknown = documentIdOf('{ version }');

let open: TestGateway;
let closed: TestGateway;
let machine: string;

beforeAll(async () => {
  const registered = new Map([operation, ofOthers].map((one) => [one.documentId, one]));
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
    [
      'a hash that is no text',
      { extensions: { persistedQuery: { version: 1, sha256Hash: { toString: 1 } } } },
      400,
      'BAD_REQUEST',
    ],
    ['another version', { extensions: { persistedQuery: { version: 2 } } }, 400, 'BAD_REQUEST'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
  ])('is not found by %s', async (_how, body, status, code) => {
    expect(await send(open, body)).toEqual([status, code]);
  });
});

describe('where registered operations are in force', () => {
  const own = { query: '{ version }' };

  it.each([
    ['of their own', own, 403, 'OPERATION_NOT_REGISTERED'],
    ['that nobody could read', { query: '{ broken' }, 403, 'OPERATION_NOT_REGISTERED'],
    ['of other roles', { query: ofOthers.document }, 403, 'OPERATION_NOT_REGISTERED'],
    ['of other roles, by its hash', { documentId: ofOthers.documentId }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['that does not exist, by its hash', { documentId: unknown }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    [
      'of other roles, by hash and text',
      { documentId: ofOthers.documentId, query: ofOthers.document },
      403,
      'OPERATION_NOT_REGISTERED',
    ],
  ])('people and machines run none %s', async (_what, body, status, code) => {
    expect(await send(closed, body)).toEqual([status, code]);
    expect(await send(closed, body, machine)).toEqual([status, code]);
  });

  it('those of other roles run theirs', async () => {
    const analyst = await token({ claims: { roles: ['analyst'] } });
    expect(await send(closed, { documentId: ofOthers.documentId }, analyst)).toEqual([200, { data: { version: '1' } }]);
  });

  it('a developer may try questions of its own', async () => {
    const developer = await token({ claims: { roles: ['developer', 'care-broker'] } });
    expect(await send(closed, own, developer)).toEqual([200, { data: { version: '1' } }]);
    expect(await send(closed, { documentId: ofOthers.documentId }, developer)).toEqual([
      200,
      { data: { version: '1' } },
    ]);
  });
});

it('where any operation is allowed, people and machines ask what they want', async () => {
  for (const bearer of [undefined, machine])
    expect(await send(open, { query: '{ version }' }, bearer)).toEqual([200, { data: { version: '1' } }]);
});

describe('the list of registered operations', () => {
  it('tells whoever has a token its own, and nothing of those of others', async () => {
    const list = async (bearer: string) =>
      (await fetch(`${closed.url}/operations`, { headers: { authorization: `Bearer ${bearer}` } })).json();
    const { name, kind, description } = operation;
    expect(await list(machine)).toEqual({ operations: [{ name, kind, description, documentId, document }] });
    expect(await list(await token({ claims: { roles: ['operator'] } }))).toEqual({ operations: [] });
    expect((await fetch(`${closed.url}/operations`)).status).toBe(401);
    const headers = { authorization: `Bearer ${machine}` };
    expect((await fetch(`${closed.url}/operations`, { method: 'POST', headers })).status).toBe(405);
  });
});
