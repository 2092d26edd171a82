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
import { idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker } = people;
let desk: PlacementDesk;

beforeAll(async () => {
  desk = await openPlacementDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const day = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000);

interface List {
  readonly edges: { node: { id: string } }[];
  readonly pageInfo: { endCursor: string; hasNextPage: boolean };
}

async function due(
  caller: Caller = broker,
  args = '',
): Promise<{ ids: string[]; list: List | null; codes: unknown[] }> {
  const document = `{ list: kinshipTermsDue${args && `(${args})`} { edges { node { id } } pageInfo { endCursor hasNextPage } } }`;
  const { data, codes } = await desk.ask(caller, document);
  const list = (data?.['list'] ?? null) as List | null;
  return { ids: list?.edges.map(({ node }) => node.id) ?? [], list, codes };
}

const kinship = async (): Promise<Placed> => desk.start(await desk.allocateAtHome('KINSHIP_FOSTER'));
const decide = (placed: Placed, given: object = {}, caller = broker) =>
  desk.step('decideKinshipTerm', { placementId: placed.id, decision: 'SUITABLE', decidedOn: day(0), ...given }, caller);

describe('a child that lives with kin', () => {
  it('may do so for thirteen weeks before the family is judged, from the day on which it came', async () => {
    expect((await kinship())['kinshipTerm']).toEqual({
      ...{ contractOn: day(0), dueOn: day(91), decision: null, decidedOn: null },
    });
    expect((await desk.allocateAtHome('COMMUNITY_SUPPORT'))['kinshipTerm']).toBeNull();
  });

  it('stands on the list of terms until the family was judged or the care ended', async () => {
    const placed = await kinship();
    expect((await due()).ids).toEqual([placed.id]);
    await decide(placed);
    expect((await due()).ids).toEqual([]);
  });

  it('is asked for by how soon its term ends, what is past its term first', async () => {
    const { id } = await kinship();
    const { placed } = await desk.step('allocatePlacement', { caseId: idOf(2), rung: 'KINSHIP_FOSTER' }, owner);
    if (!placed) throw new Error('no placement');
    await desk.start(placed);
    await desk.database.owner.query('update kinship_term set contract_on = contract_on - 100 where placement_id = $1', [
      placed.id,
    ]);
    expect((await due()).ids).toEqual([placed.id, id]);
    expect((await due(broker, 'withinDays: 14')).ids).toEqual([placed.id]);
    const { list } = await due(broker, 'first: 1');
    expect((await due(broker, `first: 1, after: "${list?.pageInfo.endCursor ?? ''}"`)).ids).toEqual([id]);
    expect((await due(broker, 'withinDays: -1')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('is on the list of its region and its owner, and of nobody else', async () => {
    await kinship();
    expect((await due(owner)).ids).toHaveLength(1);
    for (const caller of [{ ...broker, region: 'region-2' }, callerAs('case-owner', idOf(902))])
      expect((await due(caller)).ids).toEqual([]);
    expect((await due(callerAs('provider-planner', idOf(801)))).codes).toEqual(['FORBIDDEN']);
  });

  it('is judged once, not ahead and not before it came', async () => {
    const placed = await kinship();
    for (const decidedOn of [day(2), day(-2)])
      expect((await decide(placed, { decidedOn })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await decide(placed, {}, { ...broker, region: 'region-2' })).codes).toEqual(['NOT_FOUND']);
    const { placed: judged } = await decide(placed, { decision: 'UNSUITABLE' });
    expect(judged?.['kinshipTerm']).toMatchObject({ decision: 'UNSUITABLE', decidedOn: day(0) });
    expect((await decide(placed)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('has no term where it does not live with kin', async () => {
    const placed = await desk.start(await desk.allocateAtHome('OWN_HOME'));
    expect((await decide(placed)).codes).toEqual(['NOT_FOUND']);
    expect((await desk.step('endPlacement', { ...of(placed), reason: 'BY_CLIENT' })).codes).toEqual([]);
  });
});
