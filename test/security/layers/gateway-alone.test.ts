import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOperations } from '../../../gateway/registered/registered-operations.js';
import type { SubgraphTransport } from '../../../gateway/subgraph-link/transport.js';
import { token } from '../../../gateway/testing/identity.js';
import { openTestGateway, type TestGateway } from '../../../gateway/testing/test-gateway.js';
import { roles, type Role } from '../../../platform/identity/caller.js';

// Behind this gateway stand subgraphs that refuse nobody: whatever is refused, it refuses by itself.

const registered = readOperations();
const supergraph = readFileSync(new URL('../../../gateway/supergraph.graphql', import.meta.url), 'utf8');
let asked = 0;
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

async function refusal(role: Role, body: object): Promise<unknown> {
  const response = await gateway.post(JSON.stringify(body), { authorization: `Bearer ${tokens[role]}` });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

describe('the gateway alone, before subgraphs that refuse nobody', () => {
  it.each([...registered.values()])('lets its own roles run $name and asks nothing for others', async (operation) => {
    asked = 0;
    const others = roles.filter((role) => role !== 'developer' && !operation.roles.includes(role));
    for (const role of others) {
      expect([role, await refusal(role, { documentId: operation.documentId })]).toEqual([
        role,
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
      expect([role, await refusal(role, { query: operation.document })]).toEqual([role, 'OPERATION_NOT_REGISTERED']);
    }
    expect(asked).toBe(0);
    for (const role of operation.roles)
      expect(['PERSISTED_QUERY_NOT_FOUND', 'OPERATION_NOT_REGISTERED']).not.toContain(
        await refusal(role, { documentId: operation.documentId }),
      );
  });
});
