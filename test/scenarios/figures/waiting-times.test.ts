import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, figure, refusals, type AskedFigure } from './figure.js';

const analyst: Actor = { role: 'analyst' };
let hub: TestHub;

/** Who waited in a year at one offer of each of some organisations: for how many days, and whether they got a place. Gives these offers. */
async function wait(
  client: Client,
  rung: string,
  providers: number,
  since: string,
  days: readonly (number | null)[],
): Promise<string[]> {
  const { rows: offers } = await client.query<{ id: string }>(
    `select distinct on (organisation_id) id from capacity.offer where rung = $1 and working_area @> '{0995}' and not place_features @> '{SECRET_LOCATION}'
     order by organisation_id, id limit $2`,
    [rung, providers],
  );
  expect(offers).toHaveLength(providers);
  for (const [index, waited] of days.entries())
    await client.query(
      `with hold as (insert into capacity.hold (offer_id, quantity, answer_due_at, ended_at, ended_as)
         select $1::uuid, 1, $2::timestamptz, $2::timestamptz, 'RELEASED' where $3::integer is not null returning id)
       insert into capacity.waitlist_entry (offer_id, quantity, priority, since, state, hold_id, changed_at)
       select $1, 1, 'REGULAR', $2::timestamptz, case when $3::integer is null then 'WAITING' else 'PLACED' end, (select id from hold),
         $2::timestamptz + make_interval(days => coalesce($3::integer, 0))`,
      [offers[index % providers]?.id, since, waited],
    );
  return offers.map(({ id }) => id);
}

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    await wait(client, 'AMBULATORY', 3, '2019-01-01T12:00:00Z', [10, 20, 30, 40, null]);
    await client.query(
      `update capacity.offer set place_features = array_append(place_features, 'SECRET_LOCATION') where id = any($1)`,
      [await wait(client, 'SMALL_SCALE', 1, '2016-01-01T12:00:00Z', [30])],
    );
    // enough for an analyst: twelve placed by three providers, and twelve by one
    await wait(
      client,
      'AMBULATORY',
      3,
      '2017-01-01T12:00:00Z',
      Array.from({ length: 12 }, (_, index) => 10 + index),
    );
    await wait(
      client,
      'FAMILY_HOME',
      1,
      '2017-01-01T12:00:00Z',
      Array.from({ length: 12 }, () => 50),
    );
  });
});
afterAll(() => hub.close());

function row({ rows }: AskedFigure, key: string): (number | string | null)[] | undefined {
  return rows.find((one) => one.key === key)?.cells.map(({ value, whyWithheld }) => value ?? whyWithheld);
}

describe('waiting times', () => {
  it.each([
    ['at the end of the year', '2019-12-31', [4, 1, 25, 37, 364, 364]],
    ['on a day on which two had a place', '2019-01-21', [2, 3, 15, 19, 20, 20]],
  ])('count who got a place and who waits, and how long: %s', async (_, asOf, numbers) => {
    const asked = await figure(hub, 'waiting-times', { year: 2019, asOf, by: 'RUNG' }, broker);
    expect(row(asked, 'AMBULATORY')?.slice(0, 6)).toEqual(numbers);
  });

  it('tell what providers report now', async () => {
    const asked = await figure(hub, 'waiting-times', { year: new Date().getFullYear(), by: 'RUNG' }, broker);
    expect(asked.rows.some(({ cells }) => (cells[6]?.value ?? 0) > 0)).toBe(true);
  });

  it('count everybody once, by rung and by municipality', async () => {
    const sums = [];
    for (const by of ['RUNG', 'MUNICIPALITY']) {
      const { rows } = await figure(hub, 'waiting-times', { year: 2019, asOf: '2019-12-31', by }, broker);
      sums.push([0, 1].map((column) => rows.reduce((sum, { cells }) => sum + (cells[column]?.value ?? 0), 0)));
    }
    expect(sums).toEqual([
      [4, 1],
      [4, 1],
    ]);
  });

  it('tell an analyst days of ten children and three providers or more only', async () => {
    const asked = await figure(hub, 'waiting-times', { year: 2017, by: 'RUNG' }, analyst);
    expect(row(asked, 'AMBULATORY')).toEqual(['FEW', 0, 'FEW', 'FEW', 'NOT_MEASURED', 'NOT_MEASURED', 'NOT_MEASURED']);
    const of2019 = await figure(hub, 'waiting-times', { year: 2019, by: 'RUNG' }, analyst);
    expect(row(of2019, 'AMBULATORY')?.slice(0, 6)).toEqual(['FEW', 'FEW', 'FEW', 'FEW', 'FEW', 'FEW']);
  });

  it('tell where no secret place is', async () => {
    const { rows } = await figure(hub, 'waiting-times', { year: 2016, asOf: '2016-12-31', by: 'MUNICIPALITY' }, broker);
    expect(rows.filter(({ cells }) => cells[0]?.value !== 0).map(({ key }) => key)).toEqual(['ELSEWHERE']);
  });

  it('take one statement', async () => {
    hub.resetCounts();
    await figure(hub, 'waiting-times', { year: 2019, by: 'RUNG' }, broker);
    expect([hub.subgraphRequests(), hub.statements().capacity.length]).toEqual([['capacity'], 1]);
  });

  it('are told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, 'waiting-times', { year: 2019, by: 'RUNG' })).toEqual(allRefused);
  });
});
