import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, askFigure, figure, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'stuck-cases';
const asked = { year: 2019, by: 'MUNICIPALITY', measure: 'WEEKS' };
let hub: TestHub;

/** Forty children of 2019 in Lelystad for whom a foster family is sought in vain since 1 March, and two in Urk. */
const made = [
  `insert into cases.case_file (number, region, birth_year, responsible_municipality_code, municipality_code, current_rung, is_threatened_out_of_home,
     status, opened_at)
   select 'OLD-19-' || 1000 + n, 'flevoland', 2010, code, code, 'OWN_HOME', false, 'OPEN', '2019-03-01T12:00:00Z'
   from generate_series(1, 42) n, lateral (select case when n <= 40 then '0995' else '0184' end as code) where_it_lives`,
  `insert into cases.need (case_id, rungs) select id, '{FOSTER}' from cases.case_file where number like 'OLD-19-%'`,
];

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    for (const sql of made) await client.query(sql);
  });
});
afterAll(() => hub.close());

async function row(key: string, variables: object, actor: Actor): Promise<unknown[] | undefined> {
  const { rows } = await figure(hub, file, { ...asked, ...variables }, actor);
  const found = rows.find((one) => one.key === key);
  return found && [...found.cells, found.total].map((cell) => cell?.value ?? cell?.whyWithheld);
}

describe('for whom the search is stuck', () => {
  it('is told to a broker of any day, and from the weeks that it chooses', async () => {
    expect(await row('0995', {}, broker)).toEqual([0, 0, 0, 0, 40, 0, 40]);
    expect(await row('0184', { asOf: '2019-04-15' }, broker)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await row('0184', { asOf: '2019-04-15', fromWeeks: 4 }, broker)).toEqual([0, 2, 0, 0, 0, 0, 2]);
    expect(await row('FOSTER', { by: 'RUNG', measure: 'REFUSALS' }, broker)).toEqual([42, 0, 0, 0, 0, 42]);
  });

  it('is told to an analyst of the last day of the year and of no few, whatever day and number of weeks it asks', async () => {
    const told = await figure(hub, file, asked, analyst);
    expect(await row('0184', {}, analyst)).toEqual([0, 0, 0, 0, 'FEW', 0, 'FEW']);
    expect(told.asOf).toBe('2019-12-31');
    for (const other of [{ fromWeeks: 50 }, { fromRefusals: 1 }, { asOf: '2019-04-15' }])
      expect((await figure(hub, file, { ...asked, ...other }, analyst)).rows).toEqual(told.rows);
  });

  it('has bounds', async () => {
    for (const wrong of [{ fromWeeks: 521 }, { fromRefusals: 0 }, { asOf: '2018-01-01' }, { asOf: '2099-01-01' }]) {
      const { errors } = await askFigure(hub, file, { ...asked, ...wrong }, broker);
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('takes one statement', async () => {
    hub.resetCounts();
    await figure(hub, file, asked, broker);
    expect([hub.subgraphRequests(), hub.statements().cases.length]).toEqual([['cases'], 1]);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, asked)).toEqual(allRefused);
  });

  it('comes as a file', async () => {
    const path = 'stuckCases.csv?year=2019&by=MUNICIPALITY&measure=WEEKS&fromWeeks=4';
    const response = await fetch(`${hub.url}/export/${path}`, {
      headers: { authorization: `Bearer ${await hub.token(broker)}` },
    });
    expect(await response.text()).toContain(
      'stuckCases,flevoland,2019,2019-12-31,kinderen,0995,Lelystad,TOTAL,Totaal,40,',
    );
  });
});
