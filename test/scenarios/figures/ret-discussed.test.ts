import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, figure, numbersOf, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'ret-discussed';
const asked = { year: 2018, by: 'MUNICIPALITY', subject: 'THREATENED' };
let hub: TestHub;

/** Forty children of 2018 in Lelystad who could lose their home, thirty of whom the expert team spoke about. */
const made = [
  `insert into cases.case_file (number, region, birth_year, responsible_municipality_code, municipality_code, current_rung, is_threatened_out_of_home,
     status, opened_at)
   select 'OLD-18-' || 1000 + n, 'flevoland', 2010, '0995', '0995', 'OWN_HOME', true, 'OPEN', '2018-03-01' from generate_series(1, 40) n`,
  `insert into cases.round_table (case_id, kind, state, planned_at, held_at, participant_ids, organisation_ids, is_institution_involved,
     is_institution_invited, are_parents_present, decisions)
   select id, 'RET_MORNING', 'HELD', '2018-04-01', '2018-04-01', '{}', '{}', false, false, true, '{DEPLOY_DUO}'
   from cases.case_file where number like 'OLD-18-%' and number <= 'OLD-18-1030'`,
];

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    for (const sql of made) await client.query(sql);
  });
});
afterAll(() => hub.close());

describe('whether children are spoken about at a table', () => {
  it('is told to a broker exactly', async () => {
    const { columns, total } = await figure(hub, file, asked, broker);
    const told = columns.map(({ key }, index) => [key, total?.cells[index]?.value]);
    expect(told.filter(([, value]) => value !== 0)).toEqual([
      ['RET_MORNING', 30],
      ['NONE', 10],
    ]);
  });

  it('is told to an analyst rounded, and not of few', async () => {
    const { total } = await figure(hub, file, asked, analyst);
    expect(total?.total?.value).toBe(40);
    const of2019 = numbersOf(await figure(hub, file, { ...asked, year: 2019, subject: 'RESIDENTIAL' }, analyst));
    expect(new Set(of2019.flat())).toEqual(new Set([null]));
  });

  it.each(['THREATENED', 'RESIDENTIAL'])('takes one statement: %s', async (subject) => {
    hub.resetCounts();
    await figure(hub, file, { ...asked, subject }, broker);
    expect([hub.subgraphRequests(), hub.statements().cases.length]).toEqual([['cases'], 1]);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, asked)).toEqual(allRefused);
  });
});
