import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pageRequest, writeCursor } from '../../../../platform/paging/pages.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { aHold, anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import { defaultFreshnessTerms, termTable } from '../../availability/freshness.rules.js';
import { offerChangeSortValues, offerChangesReadModel } from './offer-changes.read-model.js';

const own = '20000000-0000-4000-8000-000000000002';
const noon = '2026-11-21T12:00:00Z';
const broker = callerAs('care-broker');
/** Nothing happened to these offers for days. */
const quiet = [
  anOffer(1, { organisationId: own, reports: [aReport({ asOfHoursAgo: 30, receivedHoursAgo: 30 })] }),
  anOffer(2),
  anOffer(3, { organisationId: own, retiredHoursAgo: 100 }),
];
let capacity: CapacityDatabase;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
beforeEach(async () => {
  await capacity.setClock('2026-11-01T12:00:00Z');
  await capacity.write(quiet, noon);
  await capacity.setClock(noon);
});
afterAll(() => capacity.close());

function model() {
  return offerChangesReadModel(capacity.db.manager, termTable(defaultFreshnessTerms));
}

function numbersOf(rows: readonly { id: string }[]): number[] {
  return rows.map(({ id }) => Number(id.slice(-4, -1)));
}

async function changed(since: string | null, caller = broker): Promise<number[]> {
  const page = pageRequest({ first: 50, after: null }, 2);
  return numbersOf(await model().findPage(caller, since === null ? null : new Date(since), page));
}

const hourAgo = '2026-11-21T11:00:00Z';
const first = anOffer(1).id;
const second = anOffer(2).id;

describe('the offers for who keeps a copy', () => {
  it('are those that are given, by organisation, and none of them changed when nothing did', async () => {
    expect(await changed(null)).toEqual([2, 1]);
    expect(await changed(hourAgo)).toEqual([]);
  });

  it('are all that ever changed, with those that were retired, since the beginning', async () => {
    expect(await changed('2000-01-01T00:00:00Z')).toEqual([2, 1, 3]);
  });

  it.each<[string, string, number[]]>([
    ['its text is changed', `update offer set title = 'Nieuw' where id = '${first}'`, [1]],
    ['it is retired', `update offer set retired_at = hub_now() where id = '${second}'`, [2]],
    [
      'its site is changed',
      `update site set name = 'Nieuw' where id = (select site_id from offer where id = '${first}')`,
      [1],
    ],
    [
      'a figure is received',
      `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       values ('${second}', 1, hub_now() - interval '2 hours', 's', 'MACHINE', 'NO_CAPACITY', 0, 1, 'PLACE')`,
      [2],
    ],
    ['a figure is withdrawn', `update capacity_report set withdrawn_at = hub_now() where offer_id = '${first}'`, [1]],
    [
      'intake is closed',
      `insert into closure (offer_id, reason, closed_at) values ('${first}', 'FULL', hub_now())`,
      [1],
    ],
    [
      'a place is held',
      `insert into hold (offer_id, quantity, answer_due_at) values ('${first}', 1, hub_now() + interval '1 day')`,
      [1],
    ],
  ])('are told when %s', async (_what, statement, expected) => {
    await capacity.owner.query(statement);
    expect(await changed(hourAgo)).toEqual(expected);
    expect(await changed('2026-11-21T12:00:01Z')).toEqual([]);
  });

  it('are told when a figure turns stale or a hold lapses, though nobody did anything', async () => {
    const held = aHold({ createdHoursAgo: 20, answerDueHoursAgo: 0.5 });
    const offers = [
      anOffer(1, { reports: [aReport({ asOfHoursAgo: 72.5, receivedHoursAgo: 72.5 })] }),
      anOffer(2, { reports: [aReport({ asOfHoursAgo: 72.5, receivedHoursAgo: 72.5, method: 'MANUAL' })] }),
      anOffer(4, { isCrisis: true, reports: [aReport({ asOfHoursAgo: 12.5, receivedHoursAgo: 12.5 })] }),
      anOffer(5, { holds: [held] }),
      anOffer(6, { holds: [{ ...held, endedHoursAgo: 3 }] }),
    ];
    await capacity.setClock('2026-11-01T12:00:00Z');
    await capacity.write(offers, noon);
    await capacity.setClock(noon);
    expect(await changed(hourAgo)).toEqual([1, 4, 5]);
  });

  it('are a provider’s own only, and nobody’s for who may see none', async () => {
    const everything = '2000-01-01T00:00:00Z';
    expect(await changed(everything, callerAs('provider-system', own))).toEqual([1, 3]);
    expect(await changed(null, callerAs('provider-planner', own))).toEqual([1]);
    expect(await changed(everything, callerAs('provider-system', null))).toEqual([]);
    expect(await changed(everything, callerAs('analyst'))).toEqual([]);
  });

  it('come page by page, each once, whatever is renamed meanwhile', async () => {
    const page = pageRequest({ first: 1, after: null }, 2);
    const [before] = await model().findPage(broker, null, page);
    if (!before) throw new Error('there are offers');
    await capacity.owner.query(`update offer set title = 'zzz' || title`);
    const after = writeCursor(offerChangeSortValues(before));
    const rest = await model().findPage(broker, null, pageRequest({ first: 10, after }, 2));
    expect(numbersOf([before, ...rest])).toEqual([2, 1]);
  });

  it('refuses a cursor of another list', async () => {
    const page = pageRequest({ first: 1, after: writeCursor(['a title', first]) }, 2);
    await expect(model().findPage(broker, null, page)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});

describe('the moment up to which changes are complete', () => {
  it('is now when nothing is under way', async () => {
    expect(await model().findCompleteUntil()).toEqual(new Date(noon));
  });

  it('is the beginning of the oldest transaction that may still commit a change', async () => {
    await capacity.owner.query(
      `create or replace function public.hub_now() returns timestamptz language sql stable as 'select clock_timestamp()'`,
    );
    const runner = capacity.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`update offer set title = 'Nieuw' where id = '${first}'`);
    const stamped = (await runner.query('select clock_timestamp() as at')) as { at: Date }[];
    const at = stamped[0]?.at ?? new Date(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const until = await model().findCompleteUntil();
    await runner.commitTransaction();
    await runner.release();
    expect(until.getTime()).toBeLessThanOrEqual(at.getTime());
    expect(await changed(until.toISOString())).toEqual([1]);
    expect((await model().findCompleteUntil()).getTime()).toBeGreaterThan(at.getTime());
  });
});
