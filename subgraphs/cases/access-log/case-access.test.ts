import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { caseRow, idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { consentRow, referralRow } from '../../../test/builders/rows/referral.js';
import { toCasesConfig } from '../config.js';
import { openCases } from '../server.js';

const own = idOf(901);
const owner = callerAs('case-owner', own);
const officer = callerAs('privacy-officer');
const broker = { ...callerAs('care-broker'), subject: 'els', operation: { name: 'FindOptions', hash: 'abc' } };
let database: CasesDatabase;
let cases: Subgraph;

beforeAll(async () => {
  database = await openCasesDatabase();
  cases = await openCases(database.db, toCasesConfig({}));
  await database.write({ cases: [caseRow(1, { ownerOrganisationId: own }), caseRow(2)] });
  await look(broker, 1);
  await look(callerAs('case-owner', idOf(902)), 1);
  await look(broker, 2);
});
afterAll(() => database.close());

const look = (caller: typeof owner, n: number) =>
  askSubgraph(cases, caller, 'query ($id: ID!) { case(id: $id) { number } }', { id: idOf(n) });

const document = `query ($id: ID!, $first: Int, $after: String) { caseAccesses(caseId: $id, first: $first, after: $after) {
  edges { cursor node { userId roles organisation { id } purpose isGranted operationName } } pageInfo { hasNextPage endCursor } } }`;

interface Found {
  caseAccesses: { edges: { node: { userId: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null;
}

async function review(caller: typeof owner, n: number, page: object = {}) {
  const { data, errors } = await askSubgraph(cases, caller, document, { id: idOf(n), ...page });
  return { found: (data as unknown as Found).caseAccesses, codes: errors.map(({ code }) => code) };
}

describe('who looked at a case', () => {
  it('is told of consent and of providers that were told of the child as well', async () => {
    await database.write({
      cases: [caseRow(3, { ownerOrganisationId: own })],
      consents: [consentRow(3)],
      referrals: [referralRow(3)],
    });
    const provider = { ...callerAs('provider-planner', idOf(801)), subject: 'planner' };
    await askSubgraph(cases, provider, `{ referral(id: "${idOf(3)}") { pseudonym } }`);
    await askSubgraph(
      cases,
      { ...provider, organisationId: idOf(802) },
      `{ referral(id: "${idOf(3)}") { pseudonym } }`,
    );
    const asked = `query ($id: ID!) { caseAccesses(caseId: $id) { edges { node { event isGranted organisation { id } } } } }`;
    for (const reviewer of [owner, officer]) {
      const { data } = await askSubgraph(cases, reviewer, asked, { id: idOf(3) });
      expect(data).toEqual({
        caseAccesses: {
          edges: [
            { node: { event: 'REFERRAL_READ', isGranted: false, organisation: { id: idOf(802) } } },
            { node: { event: 'REFERRAL_READ', isGranted: true, organisation: { id: idOf(801) } } },
          ],
        },
      });
    }
  });

  it('is told to the organisation that brought it, refused accesses too', async () => {
    const { found, codes } = await review(owner, 1);
    expect(codes).toEqual([]);
    expect(found?.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        {
          userId: 'els',
          roles: ['care-broker'],
          organisation: null,
          purpose: 'FIND_CARE',
          isGranted: true,
          operationName: 'FindOptions',
        },
        {
          userId: 'case-owner',
          roles: ['case-owner'],
          organisation: { id: idOf(902) },
          purpose: 'OWN_CASE',
          isGranted: false,
          operationName: null,
        },
      ]),
    );
  });

  it('is told to the privacy officer page by page, who never sees the case', async () => {
    const { found } = await review(officer, 1, { first: 1 });
    expect(found?.pageInfo.hasNextPage).toBe(true);
    const { found: next } = await review(officer, 1, { first: 100, after: found?.pageInfo.endCursor });
    expect(next?.edges.at(-1)?.node.userId).toBe('els');
    expect((await look(officer, 1)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('is not told of the case of somebody else, nor of one that is not there', async () => {
    for (const n of [2, 999]) expect(await review(owner, n)).toEqual({ found: null, codes: ['NOT_FOUND'] });
    const both = { ...owner, roles: ['case-owner', 'care-broker'] as const };
    expect(await review(both, 2)).toEqual({ found: null, codes: ['NOT_FOUND'] });
  });

  it.each(roles.filter((role) => role !== 'case-owner' && role !== 'privacy-officer'))(
    'is not told to a %s',
    async (role) => {
      expect(await review(callerAs(role, own), 1)).toEqual({ found: null, codes: ['FORBIDDEN'] });
    },
  );

  it('is itself written down', async () => {
    await review({ ...officer, subject: 'fg' }, 1);
    const found = await database.owner.query<unknown[]>(
      `select event_code, user_id, purpose from audit_event where user_id = 'fg'`,
    );
    expect(found).toEqual([{ event_code: 'CASEACCESS_READ', user_id: 'fg', purpose: 'SUPERVISION' }]);
  });

  it('is no look at the case, also where it is refused', async () => {
    const curious = { ...owner, roles: ['case-owner', 'care-broker'] as const, subject: 'curious' };
    await review(curious, 2);
    await review({ ...owner, subject: 'rightful' }, 1);
    const found = await database.owner.query<unknown[]>(
      `select user_id, event_code, outcome from audit_event where user_id in ('curious', 'rightful') order by user_id`,
    );
    expect(found).toEqual([
      { user_id: 'curious', event_code: 'CASEACCESS_READ', outcome: 'REFUSED' },
      { user_id: 'rightful', event_code: 'CASEACCESS_READ', outcome: 'GRANTED' },
    ]);
  });

  it.each(['x', 'WyJhIiwiYiJd'])('begins behind no place that there cannot be: %s', async (after) => {
    expect((await review(officer, 1, { after })).codes).toEqual(['CURSOR_INVALID']);
  });
});
