import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Client } from 'pg';
import readSheet from 'read-excel-file/node';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { askFigure, figure, type AskedFigure } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'waitingQuarters.csv?year=2019&asOf=2019-12-31';
let hub: TestHub;

/** What some providers told of one offer each on a day, and how many wait there on a list of the hub since then. */
async function tell(
  client: Client,
  rung: string,
  day: string,
  told: readonly (readonly [days: number, children: number])[],
  listed = 0,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct on (organisation_id) id from capacity.offer where rung = $1 and working_area @> '{0995}' order by organisation_id, id limit $2`,
    [rung, told.length],
  );
  expect(rows).toHaveLength(told.length);
  for (const [index, [days, children]] of told.entries())
    await client.query(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit, wait_estimate_days, waitlist_count)
       select id, extract(epoch from $2::timestamptz), $2, $2, 'test', 'MANUAL', 'NO_CAPACITY', 0, 5, unit, $3, $4 from capacity.offer where id = $1`,
      [rows[index]?.id, `${day}T12:00:00Z`, days, children],
    );
  await client.query(
    `insert into capacity.waitlist_entry (offer_id, quantity, priority, since, state, changed_at)
     select $1, 1, 'REGULAR', $2, 'WAITING', $2 from generate_series(1, $3::integer)`,
    [rows[0]?.id, `${day}T12:00:00Z`, listed],
  );
}

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    await client.query(`update capacity.offer set created_at = '2018-01-01'`);
    await tell(client, 'AMBULATORY', '2019-02-01', [
      [10, 20],
      [20, 12],
      [60, 9],
    ]);
    await tell(client, 'AMBULATORY', '2019-05-01', [[30, 2]], 15);
    await tell(client, 'FAMILY_HOME', '2019-05-02', [[100, 33]], 14);
    await tell(client, 'FOSTER', '2019-05-03', [[90, 4]], 3);
  });
});
afterAll(() => hub.close());

function row({ rows }: AskedFigure, key: string): (number | string | null)[] | undefined {
  return rows
    .find((one) => one.key === key)
    ?.cells.slice(1)
    .map(({ value, whyWithheld }) => value ?? whyWithheld);
}

async function get(path: string, actor: Actor): Promise<Response> {
  return fetch(`${hub.url}/export/${path}`, { headers: { authorization: `Bearer ${await hub.token(actor)}` } });
}

const of2019 = (actor: Actor): Promise<AskedFigure> =>
  figure(hub, 'waiting-quarters', { year: 2019, asOf: '2019-12-31' }, actor);

describe('waiting quarter by quarter', () => {
  it('is what the last report before the end of a quarter says, form by form', async () => {
    const asked = await of2019(broker);
    expect(row(asked, '2019-Q1/AMBULATORY')).toEqual([20, 52, 41, 0]);
    expect(row(asked, '2019-Q2/AMBULATORY')).toEqual([30, 54, 23, 15]);
    expect(row(asked, '2019-Q4/AMBULATORY')).toEqual([30, 54, 23, 15]);
    expect(row(asked, '2019-Q1/FAMILY_HOME')).toEqual(['NOT_MEASURED', 'NOT_MEASURED', 0, 0]);
    const providers = asked.rows.find(({ key }) => key === '2019-Q1/AMBULATORY')?.cells[0]?.value;
    expect(providers).toBeGreaterThanOrEqual(3);
  });

  it('says nothing of a quarter that has not begun', async () => {
    const asked = await figure(hub, 'waiting-quarters', { year: 2019, asOf: '2019-05-31' }, broker);
    expect(row(asked, '2019-Q2/AMBULATORY')).toEqual([30, 54, 23, 15]);
    expect(row(asked, '2019-Q3/AMBULATORY')).toEqual(Array(4).fill('PERIOD_OPEN'));
  });

  it('tells an analyst days of three providers or more, and no count of few children or beside one', async () => {
    const asked = await of2019(analyst);
    expect(row(asked, '2019-Q1/AMBULATORY')).toEqual([20, 52, 'FEW', 'FEW']);
    // four children wait for foster care: the smallest other count goes with them
    expect(row(asked, '2019-Q2/AMBULATORY')).toEqual([30, 54, 'FEW', 15]);
    expect(row(asked, '2019-Q2/FAMILY_HOME')).toEqual(['FEW_PROVIDERS', 'FEW_PROVIDERS', 35, 'FEW']);
    expect(row(asked, '2019-Q2/FOSTER')).toEqual(['FEW_PROVIDERS', 'FEW_PROVIDERS', 'FEW', 'FEW']);
    expect(
      row(
        await figure(hub, 'waiting-quarters', { year: new Date().getFullYear() }, analyst),
        `${new Date().getFullYear()}-Q1/FOSTER`,
      ),
    ).toEqual(Array(4).fill('PERIOD_OPEN'));
  });

  it('takes one statement', async () => {
    hub.resetCounts();
    await of2019(broker);
    expect([hub.subgraphRequests(), hub.statements().capacity.length]).toEqual([['capacity'], 1]);
  });

  it('can be had as a file, for each with what it may see', async () => {
    const told = async (actor: Actor) => {
      const lines = parse<Record<string, string>>(await (await get(file, actor)).text(), { columns: true });
      const line = lines.find(({ row: key, column }) => key === '2019-Q2/FOSTER' && column === 'TOLD_CHILDREN');
      return [line?.['value'], line?.['why_withheld']];
    };
    expect(await told(broker)).toEqual(['4', '']);
    expect(await told(analyst)).toEqual(['', 'FEW']);
    const sheet = await get('waitingQuarters.xlsx?year=2019', analyst);
    const [figures, explained] = await readSheet(Buffer.from(await sheet.arrayBuffer()));
    expect(figures?.data[0]).toContain('Ingeschatte wachttijd, mediaan (dagen)');
    expect(explained?.data.some(([, words]) => String(words).includes('artikel 8g'))).toBe(true);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    const codeFor = async (actor: Actor) =>
      (await askFigure(hub, 'waiting-quarters', { year: 2019, region: 'flevoland' }, actor)).errors.map(
        ({ extensions }) => extensions?.['code'],
      );
    expect(await codeFor({ role: 'care-broker', region: 'region-2' })).toEqual(['NOT_FOUND']);
    const others = [
      'case-owner',
      'ret-member',
      'provider-planner',
      'provider-system',
      'privacy-officer',
      'operator',
    ] as const;
    for (const role of others) expect(await codeFor({ role })).toEqual(['FORBIDDEN']);
    expect((await get(file, { role: 'case-owner' })).status).toBe(403);
  });
});
