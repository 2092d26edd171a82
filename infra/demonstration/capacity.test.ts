import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { toCapacityConfig } from '../../subgraphs/capacity/config.js';
import { optionsReadModel } from '../../subgraphs/capacity/options/options.read-model.js';
import { capacityStorage } from '../../subgraphs/capacity/storage.js';
import { aNeed } from '../../test/builders/rows/offer.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { demonstrationCases } from './cases/case-rows.js';
import { growCapacity, loadCapacity } from './capacity.js';
import { renewCapacity } from './capacity-renewal.js';

let database: TestDatabase;
let db: DataSource;
let loaded = 0;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const options = { url: database.url('owner'), applicationName: 'test', poolSize: 2, statementTimeoutMs: 60_000 };
  db = await openDatabase(capacityStorage, options);
  await loadCapacity(db, (rows) => (loaded += rows));
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function value<T>(sql: string): Promise<T> {
  const [row]: { value: T }[] = await db.query(`select (${sql}) as value`);
  if (!row) throw new Error('one row');
  return row.value;
}

async function freshness(): Promise<Record<string, number>> {
  const rows: { state: string; count: number }[] = await db.query(
    `select a.freshness as state, count(*) from offer o
     cross join lateral offer_availability(o.id, case when o.is_crisis then 'CRISIS' else o.rung end, hub_now(), $1) a
     where not o.is_crisis group by 1`,
    [JSON.stringify(toCapacityConfig({}).freshness)],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

const tables = ['offer', 'capacity_report', 'closure', 'hold', 'hold_case', 'hold_unit'];
const counts = (): Promise<number[]> =>
  Promise.all(tables.map((table) => value<number>(`select count(*) from ${table}`)));

describe('the offers of the demonstration region', () => {
  it('are at least 250 of 50 organisations, on every rung that can be offered', async () => {
    const [offers = 0] = await counts();
    expect(offers).toBeGreaterThanOrEqual(250);
    expect(loaded).toBe(
      (await counts()).reduce((sum, count) => sum + count, await value<number>('select count(*) from site')),
    );
    expect(await value('select count(distinct organisation_id) from offer')).toBe(50);
    expect(await value('select count(distinct rung) from offer')).toBe(14);
  });

  it('are the same wherever they are loaded', async () => {
    const text = `o.id::text || o.title || o.rung || o.working_area::text || o.target_groups::text || o.age_min || o.age_max`;
    expect(await value(`select md5(string_agg(${text}, ',' order by o.id)) from offer o`)).toBe(
      '72c701b58f7bd75ab04f080baac35ec7',
    );
  });

  it('have figures of every freshness, and some are closed', async () => {
    const shares = await freshness();
    expect(Object.keys(shares).sort()).toEqual(['AGING', 'FRESH', 'STALE', 'UNKNOWN']);
    expect(shares['FRESH']).toBeGreaterThan(120);
    expect(await value('select count(*) from closure')).toBeGreaterThan(5);
  });

  it('never go back in the moment that they speak of', async () => {
    const backward = `select count(*) from capacity_report one join capacity_report other using (offer_id)
      where other.sequence > one.sequence and other.as_of < one.as_of`;
    expect(await value(backward)).toBe(0);
  });

  it('wait as long as published waiting lists do: half of them under three months', async () => {
    const median = await value<number>(
      'select percentile_cont(0.5) within group (order by wait_estimate_days) from capacity_report where wait_estimate_days > 0',
    );
    expect(median).toBeGreaterThan(28);
    expect(median).toBeLessThan(91);
  });
});

describe('the holds of the demonstration region', () => {
  it('are for its own open cases, and keep the first unit for as long as they lived', async () => {
    const cases = demonstrationCases({ startOfDay: new Date(), on: '2026-11-21', year: 2026 }).cases;
    const open = cases.filter(({ status }) => status === 'OPEN').map(({ id }) => id);
    const held: { case_id: string }[] = await db.query('select distinct case_id from hold_case');
    expect(held.filter(({ case_id }) => !open.includes(case_id))).toEqual([]);
    const wrong = `select count(*) from hold h left join hold_unit u on u.hold_id = h.id
      where u.period is distinct from hold_period(h.created_at, h.answer_due_at, h.expires_at, h.converted_at, h.ended_at)`;
    expect(await value(wrong)).toBe(0);
  });
});

describe('growing the country', () => {
  it('adds whole regions, each once, and leaves the answers of the first as they were', async () => {
    const options = optionsReadModel(db.manager, toCapacityConfig({}).freshness);
    const ids = async (municipalityCode: string): Promise<string[]> =>
      (await options.search(aNeed({ municipalityCode }), null, 101)).options.map(({ offerId }) => offerId);
    const [region, lelystad] = [await counts(), await ids('0995')];
    await growCapacity(db, 3);
    await growCapacity(db, 2);
    await growCapacity(db, 3);
    expect(await counts()).toEqual(region.map((count) => count * 3));
    expect(await ids('0995')).toEqual(lelystad);
    expect(await ids('2008')).toHaveLength(lelystad.length);
  });
});

describe('a region that rested', () => {
  it('reports again when days have passed, and once a day only', async () => {
    const [before, reports] = [await freshness(), await value<number>('select count(*) from capacity_report')];
    await renewCapacity(db);
    expect(await value('select count(*) from capacity_report')).toBe(reports);
    await database.moveClock('9 days');
    expect((await freshness())['FRESH']).toBeUndefined();
    await renewCapacity(db);
    expect(await freshness()).toEqual(before);
    const renewed = await value<number>('select count(*) from capacity_report');
    await renewCapacity(db);
    expect(await value('select count(*) from capacity_report')).toBe(renewed);
  });
});
