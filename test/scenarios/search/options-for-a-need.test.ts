import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Options {
  offersConsidered: number;
  edges: {
    rank: number;
    distanceToHomeKm: number | null;
    node: {
      id: string;
      title: string;
      rung: string;
      organisation: { contact: { phone: string | null } | null } | null;
    };
  }[];
  excluded: { code: string; offerCount: number; offers: { nodes: { id: string; title: string }[] } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const need = {
  rungs: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'KINSHIP_FOSTER', 'FOSTER'],
  heaviestRung: 'FAMILY_HOME',
  birthYear: 2014,
  municipalityCode: '0995',
  nearPostcode4: '8232',
  startByOn: '2027-01-15',
  hoursPerWeek: 6,
  timeWindows: ['EVENING', 'WEEKEND'],
  childrenTogether: 1,
  characteristics: ['AUTISM'],
  legalFrameworks: ['VOLUNTARY'],
  isCrisis: false,
};

describe('one phone call about a child that nobody names', () => {
  let hub: TestHub;

  const ask = (variables: object, actor?: Actor) =>
    hub.query<{ options: Options | null }>(
      committedDocument('options-for-a-need'),
      { need, first: 5, ...variables },
      actor,
    );

  beforeAll(async () => {
    hub = await startTestHub();
  });

  afterAll(() => hub.close());

  it('gives the five best options with distance and telephone, and shows what fell out', async () => {
    const { status, data, errors } = await ask({}, broker);
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const { edges = [], excluded = [] } = data.options ?? {};
    expect(edges.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    for (const { distanceToHomeKm, node } of edges) {
      expect(distanceToHomeKm).toBeGreaterThanOrEqual(0);
      expect(need.rungs).toContain(node.rung);
      expect(node.organisation?.contact).toBeTruthy();
    }
    expect(excluded.length).toBeGreaterThan(0);
    for (const { offerCount, offers } of excluded) expect(offers.nodes.length).toBe(Math.min(5, offerCount));
  });

  it('asks no subgraph about cases', async () => {
    hub.resetCounts();
    await ask({}, broker);
    expect(hub.subgraphRequests()).toEqual(['capacity', 'people']);
    expect(hub.statements().cases).toEqual([]);
  });

  it('reads on to the last option, and accounts for every offer that serves the municipality', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let considered = 0;
    do {
      const { data } = await ask({ first: 20, after }, broker);
      if (!data.options) throw new Error('no options');
      const { edges, excluded, offersConsidered, pageInfo }: Options = data.options;
      ids.push(...edges.map(({ node }) => node.id));
      considered = offersConsidered - excluded.reduce((sum, { offerCount }) => sum + offerCount, 0);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(ids).size).toBe(considered);
    expect(ids.length).toBe(considered);
  });

  it('finds the same for a local team and a member of a round table', async () => {
    const titles = async (actor: Actor) => (await ask({}, actor)).data.options?.edges.map(({ node }) => node.id);
    const expected = await titles(broker);
    expect(await titles({ role: 'case-owner' })).toEqual(expected);
    expect(await titles({ role: 'ret-member' })).toEqual(expected);
  });

  it('is answered to nobody without a token', async () => {
    const { status, data } = await ask({});
    expect(status).toBe(401);
    expect(data as unknown).toBeUndefined();
  });

  it.each(['provider-planner', 'provider-system', 'analyst', 'privacy-officer', 'operator'] as const)(
    'is not for a %s, who may see no need',
    async (role) => {
      const { data, errors } = await ask({}, { role });
      expect(data).toEqual({ options: null });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    },
  );

  it('says which value is wrong, and does not repeat it', async () => {
    const { errors } = await ask({ need: { ...need, nearPostcode4: '1001' } }, broker);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNKNOWN_POSTCODE']);
    expect(JSON.stringify(errors)).not.toContain('1001');
  });
});
