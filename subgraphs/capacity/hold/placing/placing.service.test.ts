import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import {
  aPlace,
  brokerOfRegion,
  inServices,
  knowCases,
  planner,
  refusalOf,
} from '../../../../test/builders/rows/hold.js';
import { anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import type { WorldOffer } from '../../../../test/oracle/world.js';
import type { PlaceAsked } from './placing.rules.js';

const at = '2026-11-21T12:00:00Z';
const owner = '30000000-0000-4000-8000-000000000001';
const phone = { spokenWith: 'intaker', calledAt: new Date('2026-11-21T11:50:00Z'), available: null };
const offerId = anOffer(1).id;

describe('holding a place', () => {
  let capacity: CapacityDatabase;

  beforeAll(async () => {
    capacity = await openCapacityDatabase();
  });
  beforeEach(async () => {
    await capacity.setClock(at);
    await offers({ reports: [aReport()] });
    await knowCases(capacity.owner, 9, {
      7: { region: 'region-2' },
      8: { ownerOrganisationId: owner, region: 'region-2' },
      9: { status: 'CLOSED' },
    });
  });
  afterAll(() => capacity.close());

  const offers = (...replaced: Partial<WorldOffer>[]): Promise<void> =>
    capacity.write(
      replaced.map((one, index) => anOffer(index + 1, one)),
      at,
    );
  const hold = (places: readonly PlaceAsked[], caller = brokerOfRegion): Promise<string[]> =>
    inServices(capacity.db, ({ placing }) => placing.hold(caller, places));
  const holdFor = (n: number, other: Partial<PlaceAsked> = {}) => hold([aPlace(offerId, n, other)]);
  const free = async (id = offerId): Promise<unknown> =>
    inServices(capacity.db, async ({ availability }) => (await availability.findByOfferIds([id])).get(id)?.available);
  const units = async (): Promise<number[]> =>
    (await capacity.db.query<{ unit_no: number }[]>('select unit_no from hold_unit order by unit_no')).map(
      ({ unit_no }) => unit_no,
    );

  it('takes it from everybody else at once, until the provider answers or a day has passed', async () => {
    const [id = ''] = await holdFor(1);
    expect(await free()).toBe(1);
    const rows = await inServices(capacity.db, ({ holdLists }) => holdLists.findByIds(brokerOfRegion, [id]));
    expect(rows.get(id)).toMatchObject({
      state: 'REQUESTED',
      quantity: 1,
      caseId: idOf(1),
      expiresAt: new Date('2026-11-22T12:00:00Z'),
      groupId: null,
    });
    await capacity.setClock('2026-11-22T12:00:00Z');
    const later = await inServices(capacity.db, ({ holdLists }) => holdLists.findByIds(brokerOfRegion, [id]));
    expect(later.get(id)).toMatchObject({ state: 'EXPIRED', endedAt: new Date('2026-11-22T12:00:00Z') });
  });

  it('tells of it, with identifiers only', async () => {
    const [id] = await holdFor(1);
    expect(
      await capacity.owner.query('select kind, region, subject, data from outbox order by id desc limit 1'),
    ).toEqual([{ kind: 'hold.requested', region: 'flevoland', subject: 'care-broker', data: { holdId: id, offerId } }]);
  });

  it('costs four statements: a glance, a lock, a look and the hold itself, besides the event', async () => {
    capacity.statements.length = 0;
    await holdFor(1);
    const sent = capacity.statements.filter((sql) => !sql.includes('set_config('));
    expect(sent.map((sql) => sql.trim().slice(0, 6).toLowerCase())).toEqual([
      'start ',
      'with c',
      'select',
      'with c',
      'with c',
      'insert',
      'commit',
    ]);
  });

  it.each<[string, string, Partial<WorldOffer>, number]>([
    ['a case of another region', 'NOT_FOUND', {}, 7],
    ['a case that does not exist', 'NOT_FOUND', {}, 99],
    ['a closed case', 'CASE_CLOSED', {}, 9],
    ['an offer that is made no longer', 'OFFER_RETIRED', { retiredHoursAgo: 1 }, 1],
    ['a stop on intake', 'INTAKE_CLOSED', { closures: [{ closedHoursAgo: 5, reopenedHoursAgo: null }] }, 1],
    ['a figure that is stale', 'FIGURE_STALE', { reports: [aReport({ asOfHoursAgo: 80, receivedHoursAgo: 80 })] }, 1],
    ['an offer of which nothing is known', 'FIGURE_STALE', { reports: [] }, 1],
    ['nothing free', 'NO_PLACE_LEFT', { reports: [aReport({ status: 'NO_CAPACITY', available: 0 })] }, 1],
  ])('is refused for %s', async (_what, code, offer, n) => {
    await offers({ reports: [aReport()], ...offer });
    expect(await refusalOf(holdFor(n))).toBe(code);
    expect(await capacity.db.query('select from hold')).toEqual([]);
  });

  it('tells at a glance that nothing is left, without waiting for anybody', async () => {
    await holdFor(1, { quantity: 2 });
    capacity.statements.length = 0;
    expect(await refusalOf(holdFor(2))).toBe('NO_PLACE_LEFT');
    expect(capacity.statements.filter((sql) => sql.includes('for no key update'))).toEqual([]);
  });

  it('is refused of an offer that does not exist, and of what is no identifier', async () => {
    expect(await refusalOf(hold([aPlace(idOf(404), 1)]))).toBe('NOT_FOUND');
    expect(await refusalOf(hold([aPlace('x', 1)]))).toBe('NOT_FOUND');
    expect(await refusalOf(holdFor(1, { caseId: "' or true" }))).toBe('NOT_FOUND');
  });

  it('is for a case owner of its own cases only, and for nobody else', async () => {
    const owns = callerAs('case-owner', owner);
    expect(await refusalOf(hold([aPlace(offerId, 1)], owns))).toBe('NOT_FOUND');
    expect(await hold([aPlace(offerId, 8)], owns)).toHaveLength(1);
    expect(await refusalOf(hold([aPlace(offerId, 1)], planner))).toBe('NOT_FOUND');
    expect(await refusalOf(hold([aPlace(offerId, 1)], callerAs('analyst')))).toBe('NOT_FOUND');
  });

  it('leaves the loser of the last place without it, and a case that has one already with what it has', async () => {
    await holdFor(1);
    expect(await refusalOf(holdFor(1))).toBe('ALREADY_HELD');
    await holdFor(2);
    expect(await refusalOf(holdFor(1))).toBe('NO_PLACE_LEFT');
    expect(await refusalOf(holdFor(3))).toBe('NO_PLACE_LEFT');
  });

  it('holds hours and caseload by quantity, each unit once', async () => {
    await offers({ unit: 'HOUR_PER_WEEK', reports: [aReport({ available: 10, maximum: 40 })] });
    await holdFor(1, { quantity: 4 });
    await holdFor(2, { quantity: 5 });
    expect(await units()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await refusalOf(holdFor(3, { quantity: 2 }))).toBe('NO_PLACE_LEFT');
    await holdFor(3, { quantity: 1 });
    expect(await free()).toBe(0);
  });

  it('frees what lapsed by the clock alone, and writes down that it lapsed when somebody comes for it', async () => {
    await offers({ reports: [aReport({ available: 1, maximum: 1, method: 'MANUAL' })] });
    await holdFor(1);
    expect(await refusalOf(holdFor(2))).toBe('NO_PLACE_LEFT');
    await capacity.setClock('2026-11-22T12:00:00Z');
    await holdFor(2);
    expect(await capacity.db.query('select ended_as, ended_at from hold order by created_at')).toEqual([
      { ended_as: 'EXPIRED', ended_at: new Date('2026-11-22T12:00:00Z') },
      { ended_as: null, ended_at: null },
    ]);
    const kinds = await capacity.owner.query<{ kind: string }[]>('select kind from outbox order by id desc limit 2');
    expect(kinds.map(({ kind }) => kind)).toEqual(['hold.requested', 'hold.expired']);
  });

  describe('of which the figure is stale', () => {
    const stale = aReport({ available: 0, status: 'NO_CAPACITY', asOfHoursAgo: 80, receivedHoursAgo: 80 });
    beforeEach(() => offers({ reports: [stale] }));

    it('needs a phone call, which becomes a report of the one who called', async () => {
      await holdFor(1, { phone });
      expect(
        await capacity.db.query(
          'select method, status, available, maximum, spoken_with, source, reported_by from capacity_report order by as_of desc limit 1',
        ),
      ).toEqual([
        {
          method: 'PHONED',
          status: 'HAS_CAPACITY',
          available: 1,
          maximum: 6,
          spoken_with: 'intaker',
          source: 'care-broker',
          reported_by: 'care-broker',
        },
      ]);
      expect(await free()).toBe(0);
      expect(await refusalOf(holdFor(2, { phone }))).toBe('NO_PLACE_LEFT');
    });

    it('keeps nothing of a call that gave no place', async () => {
      expect(await refusalOf(holdFor(1, { quantity: 3, phone: { ...phone, available: 2 } }))).toBe('NO_PLACE_LEFT');
      expect(await capacity.db.query('select from capacity_report')).toHaveLength(1);
    });

    it('never makes an offer larger than its provider said', async () => {
      const most = (available: number) => ({ ...phone, available });
      await expect(holdFor(1, { phone: most(7) })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        parameters: { field: 'confirmedByPhone.available', expected: '≤ 6' },
      });
      expect(await refusalOf(holdFor(1, { quantity: 7, phone }))).toBe('NO_PLACE_LEFT');
      expect(await capacity.db.query('select from capacity_report')).toHaveLength(1);
      await holdFor(1, { phone: most(6) });
      expect(await capacity.db.query('select maximum from capacity_report')).toEqual([{ maximum: 6 }, { maximum: 6 }]);
    });

    it('takes no place of an offer that has none, whatever was heard', async () => {
      await offers({ reports: [{ ...stale, maximum: 0 }] });
      expect(await refusalOf(holdFor(1, { phone }))).toBe('NO_PLACE_LEFT');
    });

    it('takes what was heard where the provider never gave a figure', async () => {
      await offers({ reports: [] });
      await holdFor(1, { phone: { ...phone, available: 3 } });
      expect(await free()).toBe(2);
    });

    it('takes no house full of places from a call alone', async () => {
      await offers({ reports: [] });
      await expect(holdFor(1, { phone: { ...phone, available: 101 } })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        parameters: { field: 'confirmedByPhone.available', expected: '≤ 100' },
      });
      expect(await capacity.db.query('select from capacity_report')).toHaveLength(0);
    });

    it('takes one call for several places of one offer', async () => {
      await hold([aPlace(offerId, 1, { phone }), aPlace(offerId, 2, { phone })]);
      expect(await capacity.db.query(`select available from capacity_report where method = 'PHONED'`)).toEqual([
        { available: 2 },
      ]);
      expect(await free()).toBe(0);
    });

    it('takes no call of long ago, nor one that is still to come', async () => {
      const call = (calledAt: string) => holdFor(1, { phone: { ...phone, calledAt: new Date(calledAt) } });
      expect(await refusalOf(call('2026-11-10T12:00:00Z'))).toBe('FIGURE_STALE');
      expect(await refusalOf(call('2026-11-21T12:06:00Z'))).toBe('BAD_USER_INPUT');
      expect(await call('2026-11-21T12:04:00Z')).toHaveLength(1);
    });

    it('is not overruled by a caller while it still holds', async () => {
      await offers({ reports: [aReport({ available: 0, status: 'NO_CAPACITY' })] });
      expect(await refusalOf(holdFor(1, { phone }))).toBe('NO_PLACE_LEFT');
    });
  });

  describe('for several at once', () => {
    beforeEach(() => offers({ reports: [aReport()] }, { reports: [aReport({ available: 1 })] }));
    const other = anOffer(2).id;

    it('holds all of them, as one group', async () => {
      const ids = await hold([aPlace(offerId, 1), aPlace(offerId, 2), aPlace(other, 1)]);
      expect(ids).toHaveLength(3);
      const groups = await capacity.owner.query<{ group_id: string }[]>('select distinct group_id from hold_case');
      expect(groups).toHaveLength(1);
      expect(groups[0]?.group_id).toBeTruthy();
      expect([await free(), await free(other)]).toEqual([0, 0]);
    });

    it('holds none when one cannot be held, and says which', async () => {
      const asked = [aPlace(offerId, 1), aPlace(other, 2), aPlace(other, 3)];
      await expect(hold(asked)).rejects.toMatchObject({
        code: 'PLACES_NOT_HELD',
        parameters: { field: 'places.2', reason: 'NO_PLACE_LEFT' },
      });
      expect([await free(), await free(other)]).toEqual([2, 1]);
      expect(await refusalOf(hold([aPlace(offerId, 1), aPlace(offerId, 1)]))).toBe('PLACES_NOT_HELD');
      expect(await refusalOf(hold([aPlace(offerId, 1), aPlace(other, 7)]))).toBe('PLACES_NOT_HELD');
      expect([await free(), await free(other)]).toEqual([2, 1]);
    });
  });
});
