import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Experts {
  readonly expertise: string[];
  readonly nodes: {
    rank: number;
    reasons: { code: string; text: string }[];
    professional: { name: string; freshness: string; expertise: { code: string }[]; organisation: { name: string } };
  }[];
  readonly teams: { rank: number; team: { name: string; kind: string } }[];
}
interface Provider {
  readonly name: string;
  readonly teams: unknown[];
  readonly contact: { phone: string; intake: { phone: string; email: string } | null };
}
interface OneCase {
  readonly case: {
    readonly experts: Experts | null;
    readonly options: { readonly edges: { node: { organisation: Provider } }[] };
  } | null;
}
interface ListOfCases {
  readonly cases: { readonly edges: { node: { id: string; number: string; experts: Experts | null } }[] };
}

const withExperts = committedDocument('find-options-and-experts');
const ofCases = committedDocument('experts-of-cases');

describe('a care broker seeks who can help with a case', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });
  afterAll(() => hub.close());

  /** What one question costs: the subgraphs that were asked, and the statements of people. */
  const costOf = async (
    document: string,
    variables: object,
  ): Promise<{ asked: string[]; people: readonly string[] }> => {
    const { errors } = await hub.query(document, variables, broker);
    expect(errors).toEqual([]);
    hub.resetCounts();
    await hub.query(document, variables, broker);
    return { asked: [...hub.subgraphRequests()].sort(), people: [...hub.statements().people] };
  };
  const seeking = (statements: readonly string[]): number =>
    statements.filter((sql) => sql.includes('seek_experts')).length;

  it('and finds, in the one query, the professionals and teams that fit, beside the options', async () => {
    const { data, errors } = await hub.query<OneCase>(withExperts, { caseId }, broker);
    expect(errors).toEqual([]);
    const experts = data.case?.experts;
    expect(experts?.expertise).toEqual(['AUTISM', 'SYSTEMIC_THERAPY', 'FOSTER_CARE']);
    expect(experts?.nodes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    for (const { professional, reasons } of experts?.nodes ?? []) {
      expect(professional.expertise.some(({ code }) => experts?.expertise.includes(code))).toBe(true);
      expect(reasons[0]?.text).toMatch(/\.$/);
      expect(professional.organisation.name).toBeTruthy();
      expect(professional.freshness).toBe('UNKNOWN');
    }
    expect(experts?.teams.length).toBeGreaterThan(0);
  });

  it('and sees of every option the teams of its organisation and whom to reach for intake', async () => {
    const { data } = await hub.query<OneCase>(withExperts, { caseId }, broker);
    const providers = (data.case?.options.edges ?? []).map(({ node }) => node.organisation);
    expect(providers).toHaveLength(10);
    for (const { contact, teams } of providers) {
      expect(contact.intake?.email).toMatch(/^aanmelding@/);
      expect(contact.intake?.phone).not.toBe(contact.phone);
      expect(Array.isArray(teams)).toBe(true);
    }
  });

  it('in one more request to people than the options alone, and not more', async () => {
    const without = await costOf(committedDocument('find-options'), { caseId });
    const extended = await costOf(withExperts, { caseId });
    expect(without.asked).toEqual(['capacity', 'cases', 'people']);
    expect(extended.asked).toEqual(['capacity', 'cases', 'people', 'people']);
    expect([seeking(without.people), seeking(extended.people)]).toEqual([0, 1]);
  });

  it('in as many requests and statements for ten cases as for one', async () => {
    const one = await costOf(ofCases, { first: 1, filter: { number: 'FL-26-0042' } });
    const ten = await costOf(ofCases, { first: 10 });
    expect([one.asked, ten.asked]).toEqual([
      ['cases', 'people'],
      ['cases', 'people'],
    ]);
    expect(ten.people.length).toBe(one.people.length);
    expect([seeking(one.people), seeking(ten.people)]).toEqual([1, 1]);
  });

  it('and of a restricted case gets those who work in its municipality, and no postcode', async () => {
    const { data } = await hub.query<{ cases: { edges: { node: Restricted }[] } }>(
      'query { cases(first: 50) { edges { node { id isRestricted postcode4 need { nearPostcode4 } experts(first: 1) { expertise } } } } }',
      {},
      broker,
    );
    const restricted = data.cases.edges
      .map(({ node }) => node)
      .filter(({ isRestricted, need }) => isRestricted && need);
    expect(restricted.length).toBeGreaterThan(0);
    for (const { postcode4, need, experts } of restricted) {
      expect([postcode4, need?.nearPostcode4]).toEqual([null, null]);
      expect(experts).not.toBeNull();
    }
  });

  it.each<[string, Actor, string]>([
    ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
    ['a team that does not own the case', { role: 'case-owner', organisation: 'lokale-toegang-urk' }, 'NOT_FOUND'],
    ['a member of a round table', { role: 'ret-member' }, 'FORBIDDEN'],
    ['a provider’s planner', { role: 'provider-planner' }, 'FORBIDDEN'],
    ['a provider’s system', { role: 'provider-system' }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    ['a privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
  ])('and %s finds nobody, as for a case that does not exist', async (_who, actor, code) => {
    const { data, errors } = await hub.query(withExperts, { caseId }, actor);
    expect(data).toEqual({ case: null });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  });

  it('and a broker of another region finds nobody through its list of cases', async () => {
    const actor: Actor = { role: 'care-broker', region: 'region-2' };
    const { data } = await hub.query<ListOfCases>(ofCases, { first: 10 }, actor);
    expect(data.cases.edges.map(({ node }) => node.id)).not.toContain(caseId);
  });
});

interface Restricted {
  readonly isRestricted: boolean;
  readonly postcode4: string | null;
  readonly need: { readonly nearPostcode4: string | null } | null;
  readonly experts: Experts | null;
}
