import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import {
  aPlace,
  brokerOfRegion,
  inServices,
  knowCases,
  otherProviderId,
  planner,
} from '../../../../test/builders/rows/hold.js';
import { anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { writeCursor } from '../../../../platform/paging/pages.js';
import { holdPage } from './hold-page.js';
import { holdSortValues, type HoldRow, type HoldSelection } from './hold.read-model.js';

const at = Date.parse('2026-11-21T12:00:00Z');
const owner = '30000000-0000-4000-8000-000000000001';
const everything: HoldSelection = { states: null, offerId: null, caseId: null };
const [one, other] = [anOffer(1).id, anOffer(2).id];

describe('lists of holds', () => {
  let capacity: CapacityDatabase;
  const clock = (minutes: number) => capacity.setClock(new Date(at + minutes * 60_000).toISOString());

  beforeAll(async () => {
    capacity = await openCapacityDatabase();
    const reports = [aReport({ available: 6 })];
    const offers = [anOffer(1, { reports }), anOffer(2, { reports, organisationId: otherProviderId })];
    await capacity.write(offers, new Date(at).toISOString());
    await knowCases(capacity.owner, 6, { 6: { region: 'region-2', ownerOrganisationId: owner } });
    for (const n of [1, 2, 3, 4, 5]) {
      await clock(n < 3 ? 1 : n);
      await inServices(capacity.db, ({ placing }) => placing.hold(brokerOfRegion, [aPlace(n < 5 ? one : other, n)]));
    }
    await clock(6);
    await inServices(capacity.db, ({ placing }) => placing.hold(callerAs('case-owner', owner), [aPlace(one, 6)]));
    const [newest] = await list(callerAs('case-owner', owner));
    await inServices(capacity.db, ({ holds }) =>
      holds.refuse(planner, newest?.id ?? '', { code: 'OTHER', note: 'te ver weg' }),
    );
  });
  afterAll(() => capacity.close());

  const list = (caller: Caller, selection: Partial<HoldSelection> = {}, first = 100, after: string | null = null) =>
    inServices(capacity.db, ({ holdLists }) =>
      holdLists.findPage(caller, { ...everything, ...selection }, holdPage({ first, after })),
    );
  const cases = (rows: readonly HoldRow[]) => rows.map(({ caseId }) => Number(caseId?.slice(-4) ?? 0));

  it('are newest first, page after page, none twice', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 5; pages++) {
      const rows: HoldRow[] = await list(brokerOfRegion, {}, 1, after);
      const [row] = rows;
      if (!row) break;
      seen.push(...cases([row]));
      after = writeCursor(holdSortValues(row));
    }
    expect(seen.slice(0, 3)).toEqual([5, 4, 3]);
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('show a broker the own region, a case owner the own cases, a provider the own offers without cases, others nothing', async () => {
    expect(cases(await list(brokerOfRegion)).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(cases(await list({ ...brokerOfRegion, region: 'region-2' }))).toEqual([6]);
    expect(cases(await list(callerAs('case-owner', owner)))).toEqual([6]);
    expect(cases(await list(planner))).toEqual([0, 0, 0, 0, 0]);
    expect(cases(await list(callerAs('provider-system', otherProviderId)))).toEqual([0]);
    for (const role of ['ret-member', 'analyst', 'privacy-officer', 'operator'] as const)
      expect(await list(callerAs(role, owner))).toEqual([]);
    expect(await list({ ...brokerOfRegion, region: "' or true" })).toEqual([]);
  });

  it('know of a case only who may know it, though the same person plans for the provider', async () => {
    const both: Caller = { ...planner, roles: ['provider-planner', 'care-broker'], region: 'region-2' };
    expect(cases(await list(both))).toEqual([6, 0, 0, 0, 0]);
    expect(await list(both, { caseId: idOf(1) })).toEqual([]);
  });

  it('are narrowed by state, offer and case', async () => {
    expect(cases(await list(brokerOfRegion, { offerId: other }))).toEqual([5]);
    expect(cases(await list(brokerOfRegion, { caseId: idOf(3) }))).toEqual([3]);
    expect(await list(brokerOfRegion, { states: ['ACTIVE'] })).toEqual([]);
    expect(await list(planner, { states: ['REFUSED'] })).toHaveLength(1);
    expect(await list(planner, { caseId: idOf(3) })).toEqual([]);
  });

  it('give a reason and keep the explanation for who asks for the one hold', async () => {
    const [refused] = await list(planner, { states: ['REFUSED'] });
    expect(refused).toMatchObject({ refusalCode: 'OTHER', refusalNote: null });
    const id = refused?.id ?? '';
    const found = await inServices(capacity.db, ({ holdLists }) => holdLists.findByIds(planner, [id]));
    expect(found.get(id)?.refusalNote).toBe('te ver weg');
  });

  it.each([
    ['of another list', ['a', 'b']],
    ['that names no real moment', ['2026-02-31T00:00:00.000000Z', idOf(1)]],
    ['with a statement in it', ["2026-11-21T12:00:00.000000Z' or true", idOf(1)]],
  ])('refuse a cursor %s', (_what, values) => {
    expect(() => holdPage({ first: 1, after: writeCursor(values) })).toThrow('cursor');
  });
});
