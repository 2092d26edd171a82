import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, askFigure, figure, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'cost-benefit';
const asked = { year: 2019, assumedStayDays: 360, tariffs: [{ rung: 'SECURE', euroPerDay: 100.5 }] };
let hub: TestHub;

/** Children by what was found and when, whether it lasts, and their stays in a group. */
const told: readonly [string, readonly [string, string, boolean | null][], readonly [string, string | null][]][] = [
  // prevented on 1 March, for as long as the year goes on
  [
    'A',
    [
      ['OUT_OF_HOME_PREVENTED', '2019-03-01', true],
      ['OUT_OF_HOME_PREVENTED', '2019-04-01', true],
    ],
    [],
  ],
  // found not to last on 11 March; and in a group on 21 March after all
  [
    'B',
    [
      ['OUT_OF_HOME_PREVENTED', '2019-03-01', null],
      ['OUT_OF_HOME_PREVENTED', '2019-03-11', false],
    ],
    [],
  ],
  ['C', [['OUT_OF_HOME_PREVENTED', '2019-03-01', null]], [['2019-03-21', null]]],
  // left a group after 100 days, and is back after 30; and after 400 days, which is longer than a stay is taken to last
  [
    'D',
    [['AS_HOME_AS_POSSIBLE', '2019-05-01', true]],
    [
      ['2019-01-01', '2019-04-11'],
      ['2019-05-11', null],
    ],
  ],
  ['E', [['MOVED_ON_TO_SUITABLE_CARE', '2019-05-01', true]], [['2018-01-01', '2019-02-05']]],
  // left a group, and nothing was found of it
  ['F', [], [['2019-01-01', '2019-04-11']]],
  // went from one group to another before it came home, after 151 days: 214 remain of the year
  [
    'G',
    [['AS_HOME_AS_POSSIBLE', '2019-06-10', true]],
    [
      ['2019-01-01', '2019-03-01'],
      ['2019-03-01', '2019-06-01'],
    ],
  ],
  // was found closer to home before it came into a group: what was found is not of that
  ['H', [['AS_HOME_AS_POSSIBLE', '2019-01-10', true]], [['2019-03-01', '2019-06-01']]],
];

const caseFile = `insert into cases.case_file (number, region, birth_year, responsible_municipality_code, municipality_code, current_rung, is_threatened_out_of_home, status, opened_at)
  values ($1, $2, 2008, '0995', '0995', 'OWN_HOME', false, 'OPEN', '2017-01-01') returning id`;
const consultation = `insert into cases.consultation (region, reporting_year, municipality_code, referrer_kind, referrer_municipality_code, is_identified, received_at, channel, status, case_id)
  values ($1, 2019, '0995', 'GP', '0995', true, '2019-01-02', 'PHONE', 'RECEIVED', $2) returning id`;

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    const idOf = async (sql: string, values: unknown[]): Promise<string> =>
      (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
    /** What was found after a question about a child. */
    const find = async (region: string, caseId: string, found: (typeof told)[number][1]): Promise<void> => {
      const consultationId = await idOf(consultation, [region, caseId]);
      for (const [kind, on, isStable] of found)
        await client.query(
          'insert into cases.outcome (consultation_id, kind, measured_on, is_stable) values ($1, $2, $3, $4)',
          [consultationId, kind, on, isStable],
        );
    };
    const child = async (
      name: string,
      region: string,
      found: (typeof told)[number][1],
      stays: (typeof told)[number][2],
    ) => {
      const caseId = await idOf(caseFile, [`CB-19-${name}`, region]);
      await find(region, caseId, found);
      for (const [from, to] of stays)
        await client.query(
          `insert into cases.placement (case_id, region, municipality_code, birth_year, rung, status, started_at, ended_at)
           values ($1, $2, '0995', 2008, 'RESIDENTIAL_GROUP', case when $4::date is null then 'STARTED' else 'ENDED' end, $3::date, $4::date)`,
          [caseId, region, from, to],
        );
      return caseId;
    };
    for (const [index, [, found, stays]] of told.entries()) await child(`${1000 + index}`, 'flevoland', found, stays);
    // found not to last ten days later, by somebody who asked about the child anew
    const again = await child('1900', 'flevoland', [['OUT_OF_HOME_PREVENTED', '2019-03-01', null]], []);
    await find('flevoland', again, [['NOT_SUCCESSFUL', '2019-03-11', null]]);
    await child('2000', 'region-2', [['OUT_OF_HOME_PREVENTED', '2019-03-01', true]], []);
    for (let n = 0; n < 12; n++)
      await child(`${3000 + n}`, 'flevoland', [['OUT_OF_HOME_PREVENTED', '2018-12-02', true]], []);
  });
});
afterAll(() => hub.close());

async function rows(variables: object, actor: Actor): Promise<Record<string, unknown[]>> {
  const { rows: all } = await figure(hub, file, { ...asked, ...variables }, actor);
  return Object.fromEntries(
    all.map(({ key, cells }) => [key, cells.map(({ value, whyWithheld }) => value ?? whyWithheld)]),
  );
}

describe('days that children did not live in a group', () => {
  it('are counted until they end, and weighed by the price that is given', async () => {
    // A until 31 December: 306 days; B and the one asked about twice ten, and C twenty
    expect(await rows({ asOf: '2019-12-31' }, broker)).toEqual({
      PREVENTED: [4, 346, 34773],
      // D thirty, G from 1 June until what is left of 360 days on 27 December
      SHORTENED: [2, 239, 24020],
    });
  });

  it('end with the length that a stay is taken to have, and with the day that is asked for', async () => {
    expect(await rows({ asOf: '2019-12-31', assumedStayDays: 120 }, broker)).toMatchObject({
      PREVENTED: [4, 160, 16080],
      SHORTENED: [1, 20, 2010],
    });
    expect((await rows({ asOf: '2019-03-05' }, broker))['PREVENTED']?.slice(0, 2)).toEqual([4, 20]);
  });

  it('are told to an analyst of no few, and so that neither days nor euro tell how many children there are', async () => {
    expect(await rows({}, analyst)).toEqual({ PREVENTED: ['FEW', 'FEW', 'FEW'], SHORTENED: ['FEW', 'FEW', 'FEW'] });
    expect((await rows({ year: 2018 }, analyst))['PREVENTED']).toEqual([10, 300, 30150]);
  });

  it('come with what is taken for granted, and without any price of our own', async () => {
    const { assumptions } = await figure(hub, file, asked, broker);
    expect(assumptions.join(' ')).toMatch(/360 dagen.*€ 100,50/);
    const { errors } = await askFigure(hub, file, { ...asked, tariffs: [] }, broker);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('take one statement', async () => {
    hub.resetCounts();
    await figure(hub, file, asked, broker);
    expect([hub.subgraphRequests(), hub.statements().cases.length]).toEqual([['cases'], 1]);
  });

  it('are told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, asked)).toEqual(allRefused);
  });

  it('come as a file, with the prices in its address', async () => {
    const get = async (tariffs: string): Promise<Response> =>
      fetch(`${hub.url}/export/costBenefit.csv?year=2019&asOf=2019-12-31&assumedStayDays=360&tariffs=${tariffs}`, {
        headers: { authorization: `Bearer ${await hub.token(broker)}` },
      });
    const text = await (await get('SECURE:100.50,FOSTER:10')).text();
    expect(text).toContain('PREVENTED,Uithuisplaatsing voorkomen,EURO_FOSTER,');
    expect(text).toMatch(/EURO_SECURE,[^\n]*,34773,/);
    for (const wrong of ['SECURE', 'SECURE:x', 'SECURE:1.005', 'NOWHERE:1'])
      expect((await get(wrong)).status).toBe(400);
  });
});
