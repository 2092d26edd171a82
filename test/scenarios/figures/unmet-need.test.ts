import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, figure, refusals, type AskedFigure } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const thisYear = new Date().getFullYear();
let hub: TestHub;

interface Lack {
  readonly municipality: string;
  readonly rung: string;
  readonly reason: string;
  readonly on: string;
  readonly children: number;
  readonly helpedOn?: string;
  readonly helpedRung?: string;
}

/** Children of a past year for whom nothing was found, as their searches left them. */
async function lack(client: Client, { municipality, rung, reason, on, children, ...helped }: Lack): Promise<void> {
  await client.query(
    `insert into capacity.unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, rung, reason, sought_on, helped_on, helped_rung)
     select gen_random_uuid(), gen_random_uuid(), false, 'flevoland', $1, 'AGE_12_15', $2, $3, $4::date, $5::date, $6 from generate_series(1, $7::integer)`,
    [municipality, rung, reason, on, helped.helpedOn ?? null, helped.helpedRung ?? null, children],
  );
}

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    const almere = { municipality: '0034', on: '2019-03-01' };
    await lack(client, { ...almere, rung: 'FOSTER', reason: 'AGE', children: 12 });
    await lack(client, {
      ...{ ...almere, rung: 'FOSTER', reason: 'TOO_FAR', children: 14 },
      ...{ helpedOn: '2019-06-01', helpedRung: 'FOSTER' },
    });
    await lack(client, {
      ...{ municipality: '0995', on: '2019-05-01', rung: 'FAMILY_HOME', reason: 'NO_OFFER', children: 11 },
      ...{ helpedOn: '2020-01-05', helpedRung: 'AMBULATORY' },
    });
    await lack(client, { municipality: '0184', on: '2019-05-01', rung: 'SECURE', reason: 'SEX', children: 2 });
    // one child of 2018 that sought on: it counts once, by the last day, its lightest rung and there the criterion applied last
    await client.query(
      `insert into capacity.unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, rung, reason, sought_on)
       select md5('one')::uuid, null, false, 'flevoland', '0995', 'AGE_4_11', rung, reason, day::date
       from (values ('SECURE', 'SEX', '2018-01-01'), ('FOSTER', 'AGE', '2018-02-01'), ('FOSTER', 'TOO_FAR', '2018-02-01'), ('SECURE', 'NO_OFFER', '2018-02-01')) v (rung, reason, day)`,
    );
  });
});
afterAll(() => hub.close());

/** The numbers of the rows in which there are any, by key. */
function told({ rows }: AskedFigure): Record<string, (number | string | null)[]> {
  const numbers = rows.map(
    ({ key, cells }) => [key, cells.map(({ value, whyWithheld }) => value ?? whyWithheld)] as const,
  );
  return Object.fromEntries(numbers.filter(([, cells]) => cells.some((cell) => cell !== 0)));
}

const ask = (by: string, year: number, actor = broker, asOf?: string): Promise<AskedFigure> =>
  figure(hub, 'unmet-need', { year, by, ...(asOf && { asOf }) }, actor);

describe('unmet needs', () => {
  it.each([
    ['RUNG', { FOSTER: [14, 0, 12, 0], FAMILY_HOME: [0, 0, 11, 0], SECURE: [0, 0, 2, 0] }],
    ['REASON', { AGE: [0, 0, 12, 0], TOO_FAR: [14, 0, 0, 0], NO_OFFER: [0, 0, 11, 0], SEX: [0, 0, 2, 0] }],
    ['MUNICIPALITY', { '0034': [14, 0, 12, 0], '0995': [0, 0, 11, 0], '0184': [0, 0, 2, 0] }],
    ['AGE_BAND', { AGE_12_15: [14, 0, 25, 0] }],
  ])('tell a broker who found nothing and what came of it, by %s', async (by, expected) => {
    expect(told(await ask(by, 2019, broker, '2019-12-31'))).toEqual(expected);
  });

  it('tell what was known on a day, and what came later', async () => {
    expect(told(await ask('RUNG', 2019, broker, '2019-04-01'))).toEqual({ FOSTER: [0, 0, 26, 0] });
    expect(told(await ask('RUNG', 2019))).toMatchObject({ FAMILY_HOME: [0, 11, 0, 0] });
  });

  it('count a child once, by the last day on which it found nothing', async () => {
    expect(told(await ask('RUNG', 2018))).toEqual({ FOSTER: [0, 0, 1, 0] });
    expect(told(await ask('REASON', 2018))).toEqual({ TOO_FAR: [0, 0, 1, 0] });
  });

  it('tell an analyst nothing of few children, nor what would give them away, in any two groupings', async () => {
    for (const by of ['RUNG', 'REASON', 'MUNICIPALITY', 'AGE_BAND']) {
      const asked = await ask(by, 2019, analyst);
      expect(asked.asOf).toBe('2019-12-31');
      const values = asked.rows.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? []));
      expect(values.filter((value) => value % 5 !== 0 || (value > 0 && value < 10))).toEqual([]);
      expect([by, asked.total?.cells.map(({ value }) => value)]).toEqual([by, [15, 0, 25, 0]]);
    }
    const ofRung = told(await ask('RUNG', 2019, analyst));
    expect(ofRung['SECURE']).toEqual(['FEW', 0, 'FEW', 0]);
    expect(told(await ask('RUNG', thisYear, analyst))['SECURE']).toEqual(Array(4).fill('PERIOD_OPEN'));
  });

  it('come of the searches of brokers, each case once however often it is searched', async () => {
    const { data } = await hub.query<{ cases: { edges: { node: { id: string } }[] } }>(
      '{ cases(filter: { number: "FL-26-0008" }) { edges { node { id } } } }',
      {},
      broker,
    );
    const caseId = data.cases.edges[0]?.node.id;
    const before = (await ask('RUNG', thisYear)).total?.total?.value ?? 0;
    for (const first of [1, 2, 3]) {
      const { errors } = await hub.query(committedDocument('find-options'), { caseId, first }, broker);
      expect(errors).toEqual([]);
    }
    const after = await ask('RUNG', thisYear);
    expect((after.total?.total?.value ?? 0) - before).toBe(1);
  });

  it('take one statement', async () => {
    hub.resetCounts();
    await ask('REASON', 2019);
    expect([hub.subgraphRequests(), hub.statements().capacity.length]).toEqual([['capacity'], 1]);
  });

  it('can be had as a file', async () => {
    const response = await fetch(`${hub.url}/export/unmetNeed.csv?year=2019&by=REASON&asOf=2019-12-31`, {
      headers: { authorization: `Bearer ${await hub.token(broker)}` },
    });
    const lines = (await response.text()).split('\n');
    expect([
      response.status,
      lines.filter((line) => line.includes(',TOO_FAR,') && line.includes(',AS_SOUGHT,')),
    ]).toEqual([200, [expect.stringMatching(/,14,$/)]]);
  });

  it('are told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, 'unmet-need', { year: 2019, by: 'RUNG' })).toEqual(allRefused);
  });
});
