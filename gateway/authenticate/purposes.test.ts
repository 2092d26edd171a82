import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '../../platform/identity/caller.js';
import { purposes, purposesOf, purposesOfRole, type Purpose } from '../../platform/identity/purpose.js';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const mayLookFor: Readonly<Record<Purpose, readonly Role[]>> = {
  FIND_CARE: ['case-owner', 'care-broker', 'ret-member'],
  OWN_CASE: ['case-owner'],
  ROUND_TABLE: ['case-owner', 'care-broker', 'ret-member', 'provider-planner'],
  PLAN_CARE: ['provider-planner', 'provider-system'],
  PUBLISH: ['provider-planner', 'provider-system'],
  STATISTICS: ['analyst'],
  SUPERVISION: ['privacy-officer'],
  OPERATION: ['operator', 'developer'],
};
const cells = roles.flatMap((role) => purposes.map((purpose) => [role, purpose] as const));

/** What is answered to somebody who looks for something, and for what a subgraph then takes it to be. */
async function look(asRoles: readonly Role[], purpose: Purpose | null) {
  const bearer = await token({ claims: { roles: asRoles } });
  const headers = { authorization: `Bearer ${bearer}`, ...(purpose && { 'x-purpose': purpose }) };
  const told = gateway.subgraphs.cases.callers.length;
  const response = await gateway.post(JSON.stringify({ query: '{ version }' }), headers);
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string; expected?: string } }[] };
  const [caller] = gateway.subgraphs.cases.callers.slice(told);
  return { status: response.status, error: errors?.[0]?.extensions, purpose: caller?.purpose };
}

describe('why somebody looks', () => {
  it.each(cells)('is for a %s, when it says %s, one of its role, or is refused', async (role, purpose) => {
    const seen = await look([role], purpose);
    if (mayLookFor[purpose].includes(role)) expect(seen).toEqual({ status: 200, error: undefined, purpose });
    else
      expect(seen).toEqual({
        status: 403,
        error: expect.objectContaining({ code: 'PURPOSE_NOT_ALLOWED', expected: purposesOfRole[role].join(', ') }),
        purpose: undefined,
      });
  });

  it.each(roles)('is for a %s who says nothing what is usual for the role', async (role) => {
    expect(await look([role], null)).toMatchObject({ status: 200, purpose: purposesOfRole[role][0] });
  });

  it('is for who has two roles one of either', async () => {
    expect(purposesOf(['analyst', 'operator'])).toEqual(['STATISTICS', 'OPERATION']);
    expect(await look(['analyst', 'operator'], 'OPERATION')).toMatchObject({ status: 200, purpose: 'OPERATION' });
    expect(await look(['analyst', 'operator'], 'SUPERVISION')).toMatchObject({ status: 403 });
  });
});
