import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import {
  of,
  openPlacementDesk,
  type Placed,
  type PlacementDesk,
} from '../../../../test/builders/desks/placement-desk.js';
import { people } from '../../../../test/builders/desks/referral-desk.js';
import { consultationRow, idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker, provider } = people;
const strangers: readonly [string, Caller, string][] = [
  ['another organisation', callerAs('case-owner', idOf(999)), 'NOT_FOUND'],
  ['a broker of another region', { ...callerAs('care-broker'), region: 'region-2' }, 'NOT_FOUND'],
  ['the provider', provider, 'FORBIDDEN'],
  ['an analyst', callerAs('analyst'), 'FORBIDDEN'],
];
const product = {
  category: '45',
  code: '45A48',
  volume: 4,
  unit: 'HOUR',
  frequency: 'PER_WEEK',
  startOn: '2026-03-08',
};
let desk: PlacementDesk;

beforeAll(async () => {
  desk = await openPlacementDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const exported = (caller: Caller, id: string) =>
  desk.ask(
    caller,
    'query ($id: ID!) { exportedPlacement(id: $id) { id referrer product { category allocationNumber startOn } } }',
    { id },
  );
const describeIt = (placed: Placed, given: object, caller = broker) =>
  desk.step('describeProduct', { ...of(placed), product: given }, caller);
const audits = (): Promise<object[]> =>
  desk.database.owner.query(
    `select object_type, outcome from audit_event where action = 'E' and object_type <> 'Search' order by object_type`,
  );

describe('what is allocated, in the words of iJw', () => {
  it('is told with the allocation, and the rest later, whatever state the care is in', async () => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM', { product });
    const started = await desk.start(allocated);
    const { placed, codes } = await describeIt(started, { allocationNumber: 4711 });
    expect([codes, placed?.status, placed?.version]).toEqual([[], 'STARTED', started.version + 1]);
    expect((await exported(owner, allocated.id)).data).toEqual({
      exportedPlacement: {
        id: allocated.id,
        referrer: null,
        product: { category: '45', allocationNumber: 4711, startOn: '2026-03-08' },
      },
    });
    expect((await desk.placementEvents()).map(({ kind }) => kind)).toEqual([
      'placement.allocated',
      'placement.started',
    ]);
  });

  it('names who referred, else who asked for the consultation that became the case', async () => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM');
    await desk.database.write({ consultations: [consultationRow(1, { caseId: idOf(1), referrerKind: 'GP' })] });
    const referrer = async () =>
      ((await exported(broker, allocated.id)).data?.['exportedPlacement'] as { referrer: string }).referrer;
    expect(await referrer()).toBe('GP');
    await describeIt(allocated, { referrer: 'JUDGE' });
    expect(await referrer()).toBe('JUDGE');
  });

  it('is not told on what was read before, nor as iJw cannot say it', async () => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM');
    expect((await describeIt(allocated, { category: '35' })).codes).toEqual(['BAD_USER_INPUT']);
    await describeIt(allocated, { category: '45' });
    expect((await describeIt(allocated, { category: '43' })).codes).toEqual(['VERSION_CONFLICT']);
    const wrong = { caseId: idOf(1), rung: 'LOCAL_TEAM', product: { allocationNumber: 123_456_782 } };
    expect((await desk.step('allocatePlacement', wrong)).codes).toEqual(['CONTAINS_BSN']);
  });

  it.each(strangers)('is neither told nor taken out by %s', async (_who, caller, code) => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM', { product });
    expect((await describeIt(allocated, { category: '43' }, caller)).codes).toEqual([code]);
    expect((await exported(caller, allocated.id)).codes).toEqual([code]);
  });
});

describe('care that is taken out of the hub', () => {
  it('is written down as an export of the placement and its case, and as refused where it was', async () => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM');
    await exported(broker, allocated.id);
    expect(await audits()).toEqual([
      { object_type: 'Case', outcome: 'GRANTED' },
      { object_type: 'Placement', outcome: 'GRANTED' },
    ]);
    await exported(callerAs('case-owner', idOf(999)), allocated.id);
    expect(await audits()).toHaveLength(3);
    expect(await audits()).toContainEqual({ object_type: 'Placement', outcome: 'REFUSED' });
  });

  it('is of a restricted case for its owner only', async () => {
    const allocated = await desk.allocateAtHome('LOCAL_TEAM');
    await desk.database.owner.query('update case_file set is_restricted = true where id = $1', [idOf(1)]);
    expect((await exported(broker, allocated.id)).codes).toEqual(['CASE_RESTRICTED']);
    expect((await exported(owner, allocated.id)).codes).toEqual([]);
  });

  it('goes by the half year to the organisation that owns the cases, with what the provider gave before, and to nobody else', async () => {
    const add = (id: number, n: number, started: string, ended: string | null, organisation: number | null = 801) =>
      desk.database.owner.query(
        `insert into placement (id, case_id, region, municipality_code, birth_year, organisation_id, rung, is_secondary, status, allocated_at, started_at, ended_at)
         select $1, f.id, f.region, f.municipality_code, f.birth_year, $3, 'DAY_TREATMENT', true, case when $5::timestamptz is null then 'STARTED' else 'ENDED' end, $4, $4, $5
         from case_file f where f.id = $2`,
        [idOf(id), idOf(n), organisation === null ? null : idOf(organisation), started, ended],
      );
    await add(501, 1, '2025-01-01', '2026-01-02');
    await add(502, 1, '2024-01-01', '2024-12-31');
    await add(503, 1, '2024-01-01', '2025-12-30', 802);
    await add(504, 2, '2026-06-30', null);
    await add(505, 2, '2026-07-02', null);
    await add(506, 2, '2026-03-01', null, null);
    await add(507, 4, '2026-03-01', null);
    const ask = (caller: Caller) =>
      desk.ask(
        caller,
        '{ exportedPlacements(fromOn: "2026-01-01", toOn: "2026-06-30", first: 2) { edges { node { id } cursor } pageInfo { hasNextPage } } }',
      );
    const { data } = await ask(owner);
    const page = data?.['exportedPlacements'] as {
      edges: { node: { id: string }; cursor: string }[];
      pageInfo: unknown;
    };
    expect(page.edges.map(({ node }) => node.id)).toEqual([idOf(502), idOf(501)]);
    const next = await desk.ask(
      owner,
      'query ($after: String) { exportedPlacements(fromOn: "2026-01-01", toOn: "2026-06-30", after: $after) { edges { node { id } } } }',
      { after: page.edges[1]?.cursor },
    );
    expect(next.data).toEqual({ exportedPlacements: { edges: [{ node: { id: idOf(504) } }] } });
    expect((await ask(callerAs('case-owner', idOf(999)))).data).toMatchObject({ exportedPlacements: { edges: [] } });
    for (const caller of [broker, provider, callerAs('analyst')])
      expect((await ask(caller)).codes).toEqual(['FORBIDDEN']);
  });
});
