import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { ladderPosition, type LadderRung } from '../../../vocabulary/ladder.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type HubAnswer, type TestHub } from '../../hub.js';

interface Options {
  evaluatedAt: string;
  organisationsConsidered: number;
  offersConsidered: number;
  missingSources: { totalCount: number; nodes: { organisationId: string; reason: string }[] };
  edges: Edge[];
  excluded: { code: string; text: string; offerCount: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Edge {
  rank: number;
  reasons: { code: string; text: string }[];
  node: {
    id: string;
    rung: LadderRung;
    availability: { available: number | null; freshness: { state: string } };
    organisation: { id: string; name: string; contact: { phone: string | null } | null; teams: unknown[] } | null;
  };
}

interface Answer {
  case: { number: string; municipality: { name: string }; need: { rungs: LadderRung[] }; options: Options } | null;
}

const document = committedDocument('find-options');

describe('a care broker looks for help for a child', () => {
  let hub: TestHub;
  let caseId: string;

  const find = (variables: object = {}, actor?: Actor): Promise<HubAnswer<Answer>> =>
    hub.query<Answer>(document, { caseId, ...variables }, actor);

  async function options(variables: object = {}): Promise<Options> {
    const { data, errors } = await find(variables, broker);
    expect(errors).toEqual([]);
    if (!data.case) throw new Error('no case');
    return data.case.options;
  }

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });

  afterAll(() => hub.close());

  it('and sees the case, its need and the ten best options with reasons, figures and whom to phone', async () => {
    const { status, data, errors } = await find({}, broker);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.case).toMatchObject({ number: 'FL-26-0042', municipality: { name: 'Lelystad' } });
    const { edges, organisationsConsidered, offersConsidered } = await options();
    expect(edges.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(organisationsConsidered).toBeGreaterThan(40);
    expect(offersConsidered).toBeGreaterThan(150);
    for (const { reasons, node } of edges) {
      expect(reasons[0]?.text).toMatch(/\.$/);
      expect(node.organisation?.name).toBeTruthy();
      expect(node.organisation?.contact).not.toBeNull();
      expect(Array.isArray(node.organisation?.teams)).toBe(true);
    }
  });

  it('in one request to each subgraph and six statements, and one that audits', async () => {
    hub.resetCounts();
    await options();
    expect(hub.subgraphRequests()).toEqual(['cases', 'capacity', 'people']);
    const { cases, capacity, people } = hub.statements();
    expect([cases.length, capacity.length, people.length]).toEqual([2, 3, 2]);
  });

  it('and costs no more statements for a hundred options than for one', async () => {
    const counts = async (first: number): Promise<number[]> => {
      hub.resetCounts();
      await options({ first });
      return [...Object.values(hub.statements()).map(({ length }) => length), hub.subgraphRequests().length];
    };
    expect(await counts(100)).toEqual(await counts(1));
  });

  it('and is offered only rungs that are sought, of contracted offers the lightest first', async () => {
    const { edges } = await options({ first: 100 });
    const contracted = edges.filter(({ reasons }) => reasons.some(({ code }) => code === 'CONTRACTED'));
    expect(edges.slice(0, contracted.length)).toEqual(contracted);
    const positions = contracted.map(({ node }) => ladderPosition(node.rung));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    const { data } = await find({}, broker);
    const sought = new Set(data.case?.need.rungs);
    expect(edges.every(({ node }) => sought.has(node.rung))).toBe(true);
  });

  it('and never sees a stale figure counted as free; whoever gave it is named as missing', async () => {
    const { edges, missingSources } = await options({ first: 100 });
    const stale = edges.filter(({ node }) => /STALE|UNKNOWN/.test(node.availability.freshness.state));
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.every(({ node }) => node.availability.available === null)).toBe(true);
    const organisations = new Set(stale.map(({ node }) => node.organisation?.id));
    expect(missingSources.totalCount).toBe(organisations.size);
    expect(missingSources.nodes.every(({ organisationId }) => organisations.has(organisationId))).toBe(true);
  });

  it('and pages on, also days later, without a repeat, a gap or an offer that is not accounted for', async () => {
    const whole = await options({ first: 100 });
    let page = await options({ first: 7 });
    const { evaluatedAt } = page;
    const seen = [...page.edges];
    await hub.database.moveClock('3 days');
    while (page.pageInfo.hasNextPage) {
      page = await options({ first: 7, after: page.pageInfo.endCursor });
      expect(page.evaluatedAt).toBe(evaluatedAt);
      seen.push(...page.edges);
    }
    expect(seen.map(({ node }) => node.id)).toEqual(whole.edges.map(({ node }) => node.id));
    const fellOut = whole.excluded.reduce((sum, { offerCount }) => sum + offerCount, 0);
    expect(seen.length + fellOut).toBe(whole.offersConsidered);
  });

  it('and nobody without a token gets anything', async () => {
    const { status, data, errors } = await find();
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
    [
      'a local team that does not own the case',
      { role: 'case-owner', organisation: 'lokale-toegang-urk' },
      'NOT_FOUND',
    ],
    ['a member of a round table', { role: 'ret-member' }, 'FORBIDDEN'],
    ['a provider’s planner', { role: 'provider-planner' }, 'FORBIDDEN'],
    ['a provider’s system', { role: 'provider-system' }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    ['a privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
    ['an operator', { role: 'operator' }, 'FORBIDDEN'],
  ] as const)('and %s gets no case', async (_who, actor, code) => {
    const { data, errors } = await find({}, actor);
    expect(data).toEqual({ case: null });
    expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['case'], code]]);
  });
});
