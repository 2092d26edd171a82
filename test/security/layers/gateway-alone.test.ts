import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, Kind, parse } from 'graphql';
import { readOperations } from '../../../gateway/registered/registered-operations.js';
import type { SubgraphTransport } from '../../../gateway/subgraph-link/transport.js';
import { token } from '../../../gateway/testing/identity.js';
import { openTestGateway, type TestGateway } from '../../../gateway/testing/test-gateway.js';
import { subgraphRights } from '../../../infra/rights/subgraph-rights.js';
import { roles, type Role } from '../../../platform/identity/caller.js';
import { isMachineRole, scopes, type Scope } from '../../../platform/identity/scopes.js';

// Behind this gateway stand subgraphs that refuse nobody: whatever is refused, it refuses by itself.

const registered = readOperations();
const supergraph = readFileSync(new URL('../../../gateway/supergraph.graphql', import.meta.url), 'utf8');
let asked = 0;
const operations = (await subgraphRights()).flatMap(({ policy }) => policy.operations);
let gateway: TestGateway;
let tokens: Readonly<Record<Role, string>>;

/** Answers whatever is asked with nothing at all, and counts that it was asked. */
const answersAll: SubgraphTransport = {
  send: () => {
    asked += 1;
    return Promise.resolve({ status: 200, result: { data: {} } });
  },
  travel: () => Promise.reject(new Error('no road leads here')),
  ready: () => Promise.resolve(200),
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  const links = { cases: answersAll, capacity: answersAll, people: answersAll };
  gateway = await openTestGateway({ registered, operations: 'registered', supergraph, links });
  const signed = roles.map(async (role) => [role, await token({ claims: { sub: role, roles: [role] } })] as const);
  tokens = Object.fromEntries(await Promise.all(signed)) as Record<Role, string>;
});
afterAll(() => gateway.close());

async function refusal(bearer: string, body: object): Promise<unknown> {
  const response = await gateway.post(JSON.stringify(body), { authorization: `Bearer ${bearer}` });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

/** The scope that the table of rights asks of a system for the operation of a document; all of its answer is for that too. */
function scopeOf(document: string): Scope | undefined {
  const selections = getOperationAST(parse(document))?.selectionSet.selections ?? [];
  const fields = selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
  return operations.find(({ names }) => fields.some((field) => names.includes(field)))?.scopes?.[0];
}

const ofSystems = [...registered.values()].filter(({ roles: named }) => named.some(isMachineRole));

describe('the gateway alone, before subgraphs that refuse nobody', () => {
  it.each([...registered.values()])('lets its own roles run $name and asks nothing for others', async (operation) => {
    asked = 0;
    const others = roles.filter((role) => role !== 'developer' && !operation.roles.includes(role));
    for (const role of others) {
      expect([role, await refusal(tokens[role], { documentId: operation.documentId })]).toEqual([
        role,
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
      expect([role, await refusal(tokens[role], { query: operation.document })]).toEqual([
        role,
        'OPERATION_NOT_REGISTERED',
      ]);
    }
    expect(asked).toBe(0);
    for (const role of operation.roles)
      expect(['PERSISTED_QUERY_NOT_FOUND', 'OPERATION_NOT_REGISTERED']).not.toContain(
        await refusal(tokens[role], { documentId: operation.documentId }),
      );
  });

  it.each(ofSystems)('lets a system run $name with a token for it, and asks nothing for another', async (operation) => {
    const wanted = scopeOf(operation.document);
    for (const scope of scopes) {
      asked = 0;
      const claims = { sub: 'system', roles: operation.roles.filter(isMachineRole), scope };
      const code = await refusal(await token({ claims }), { documentId: operation.documentId });
      expect([scope, code === 'REQUEST_DOES_NOT_MATCH_SCOPES']).toEqual([scope, scope !== wanted]);
      if (scope !== wanted) expect(asked).toBe(0);
    }
  });
});
