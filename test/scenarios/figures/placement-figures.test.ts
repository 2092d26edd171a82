import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, figure, refusals, numbersOf, type AskedFigure } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const files: readonly [string, object][] = [
  ['residential-count', {}],
  ['ladder-shift', {}],
  ['foster-to-residential', { by: 'MONTH' }],
  ['foster-endings', { by: 'MUNICIPALITY' }],
];
let hub: TestHub;

/** Placements of four children in 2019, born in 2007 or 2005, and one in another region: rung, where from, begin, end and why it ended. */
const told = [
  ['A', 2007, 'FOSTER', null, '2018-06-01', '2019-02-10', 'BY_PROVIDER'],
  ['A', 2007, 'RESIDENTIAL_GROUP', 'FOSTER', '2019-02-10', null, null],
  ['B', 2008, 'KINSHIP_FOSTER', null, '2018-01-01', '2018-12-01', 'BY_CLIENT'],
  ['B', 2008, 'SECURE', 'AMBULATORY', '2019-02-20', '2019-04-05', 'ACCORDING_TO_PLAN'],
  ['C', 2005, 'RESIDENTIAL_GROUP', 'OWN_HOME', '2019-03-15', null, null],
  ['D', 2012, 'FOSTER', null, '2019-01-05', '2019-03-31', 'ACCORDING_TO_PLAN'],
] as const;

const insert = `insert into cases.placement (region, municipality_code, birth_year, rung, previous_rung, started_at, ended_at, end_reason, status, case_id, is_secondary)
  values ($1, $10, $2, $3, $4, $5::date, $6::date, $7, case when $6::date is null then 'STARTED' else 'ENDED' end, $8, $9)`;

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from cases.case_file where region = 'flevoland' order by id limit 4`,
    );
    const cases = Object.fromEntries(['A', 'B', 'C', 'D'].map((name, index) => [name, rows[index]?.id]));
    for (const [child, ...placement] of told)
      await client.query(insert, ['flevoland', ...placement, cases[child], false, '0995']);
    await client.query(insert, ['region-2', 2007, 'SECURE', 'FOSTER', '2019-02-10', null, null, null, false, '0995']);
    await client.query(insert, ['flevoland', 2007, 'SECURE', 'FOSTER', '2019-02-10', null, null, null, true, '0995']);
    // children of the region who live outside it
    for (const rung of ['SECURE', 'FOSTER'])
      await client.query(insert, [
        ...['flevoland', 2007, rung, 'FOSTER', '2016-02-10', '2016-05-01', 'ACCORDING_TO_PLAN', null, false, '0363'],
      ]);
    // a year in which enough happened for an analyst: sixty stays that began in March, of three who were under 12
    for (let child = 0; child < 60; child++)
      await client.query(insert, [
        'flevoland',
        child < 3 ? 2010 : 2000,
        'RESIDENTIAL_GROUP',
        'FOSTER',
        '2017-03-01',
        '2017-08-01',
        'BY_AGREEMENT',
        null,
        false,
        '0995',
      ]);
  });
});
afterAll(() => hub.close());

function row({ rows }: AskedFigure, key: string): (number | null)[] | undefined {
  const found = rows.find((one) => one.key === key);
  return found && [...found.cells, ...(found.total ? [found.total] : [])].map(({ value }) => value);
}

describe('where children live and how they move', () => {
  it('counts who lives in a group at the end of each month, under 12 and older', async () => {
    const asked = await figure(hub, 'residential-count', { year: 2019, asOf: '2019-12-31' }, broker);
    const months = ['01', '02', '03', '04', '12'].map((month) => row(asked, `2019-${month}`));
    expect(months).toEqual([
      [0, 0, 0],
      [1, 1, 2],
      [1, 2, 3],
      [0, 2, 2],
      [0, 2, 2],
    ]);
    expect(asked.total).toBeNull();
  });

  it('counts the running month on the day that is asked for, and no month after it', async () => {
    const { rows } = await figure(hub, 'residential-count', { year: 2019, asOf: '2019-02-15' }, broker);
    expect(rows[1]?.total).toEqual({ value: 1, whyWithheld: null });
    expect(rows[2]?.total).toEqual({ value: null, whyWithheld: 'PERIOD_OPEN' });
  });

  it('counts who came to a rung and who left it', async () => {
    const asked = await figure(hub, 'ladder-shift', { year: 2019, asOf: '2019-12-31' }, broker);
    expect(asked.rows).toHaveLength(12 * 15);
    const moved = asked.rows
      .filter(({ cells }) => cells.some(({ value }) => value !== 0))
      .map(({ key, cells }) => [key, ...cells.map(({ value }) => value)]);
    expect(moved).toEqual([
      ['2019-01/FOSTER', 1, 0],
      ['2019-02/FOSTER', 0, 1],
      ['2019-02/RESIDENTIAL_GROUP', 1, 0],
      ['2019-02/SECURE', 1, 0],
      ['2019-03/FOSTER', 0, 1],
      ['2019-03/RESIDENTIAL_GROUP', 1, 0],
      ['2019-04/SECURE', 0, 1],
    ]);
  });

  it.each([
    ['MONTH', '2019-02', [1, 1, 0, 2]],
    ['MUNICIPALITY', '0995', [1, 1, 1, 3]],
  ])('counts who came to a group from a foster family, by %s', async (by, key, numbers) => {
    expect(row(await figure(hub, 'foster-to-residential', { year: 2019, by }, broker), key)).toEqual(numbers);
  });

  it.each([
    ['foster-to-residential', [1, 0, 0, 1]],
    ['foster-endings', [1, 0, 0, 1]],
  ])('counts who lives outside the region as well, whatever the rows are: %s', async (file, numbers) => {
    const byMunicipality = await figure(hub, file, { year: 2016, by: 'MUNICIPALITY' }, broker);
    expect(row(byMunicipality, 'ELSEWHERE')).toEqual(numbers);
    expect(byMunicipality.total).toEqual((await figure(hub, file, { year: 2016, by: 'MONTH' }, broker)).total);
  });

  it('counts how stays in a foster family ended', async () => {
    expect(row(await figure(hub, 'foster-endings', { year: 2019, by: 'MUNICIPALITY' }, broker), '0995')).toEqual([
      1, 1, 0, 2,
    ]);
  });

  it('shows an analyst neither the few under 12 nor from what number they follow', async () => {
    const asked = await figure(hub, 'residential-count', { year: 2017 }, analyst);
    expect(row(asked, '2017-04')).toEqual([null, null, 60]);
    // all who moved came to one rung: to tell where would tell of the other rungs that nobody came there
    expect(row(await figure(hub, 'ladder-shift', { year: 2017 }, analyst), '2017-03/RESIDENTIAL_GROUP')).toEqual([
      null,
      0,
    ]);
    const came = await figure(hub, 'foster-to-residential', { year: 2017, by: 'MONTH' }, analyst);
    expect(row(came, '2017-03')).toEqual([null, 0, 0, null]);
    expect(came.total?.cells.map(({ value }) => value)).toEqual([60, 0, 0]);
  });

  it.each(files)('shows an analyst nothing of the few of a year: %s', async (file, variables) => {
    const numbers = numbersOf(await figure(hub, file, { year: 2019, ...variables }, analyst)).flat();
    expect(new Set(numbers)).toEqual(new Set([null]));
  });

  it.each(files)('takes one statement: %s', async (file, variables) => {
    hub.resetCounts();
    await figure(hub, file, { year: 2019, ...variables }, broker);
    expect([hub.subgraphRequests(), hub.statements().cases.length]).toEqual([['cases'], 1]);
  });

  it.each(files)('is told to nobody of another region, and to no other role: %s', async (file, variables) => {
    expect(await refusals(hub, file, { year: 2019, ...variables })).toEqual(allRefused);
  });
});
