import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, askFigure, figure, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'discharge-blocked';
let hub: TestHub;

/** Placements: rung, municipality, last day; what stood in the way, since when and until when. */
const told = [
  [
    'RESIDENTIAL_GROUP',
    '0995',
    null,
    [
      ['HOUSING', '2019-03-01', '2019-03-11'],
      ['SCHOOL', '2019-04-01', null],
    ],
  ],
  ['RESIDENTIAL_GROUP', '0034', null, [['HOUSING', '2019-04-10', null]]],
  ['FOSTER', '0363', null, [['OTHER', '2019-04-01', '2019-05-01']]],
  // who left, who is free again, who could not leave yet, and a second place
  ['SECURE', '0995', '2019-04-15', [['HOUSING', '2019-04-01', null]]],
  ['SECURE', '0995', null, [['HOUSING', '2019-04-01', '2019-04-10']]],
  ['SECURE', '0995', null, [['HOUSING', '2019-06-01', null]]],
] as const;

const place = `insert into cases.placement (region, municipality_code, birth_year, rung, started_at, ended_at, status, is_secondary)
  values ($1, $2, 2008, $3, $4::date, $5::date, case when $5::date is null then 'STARTED' else 'ENDED' end, $6) returning id`;
const block = `insert into cases.discharge_block (placement_id, reason, since_on, lifted_on, lifted_at) values ($1, $2, $3, $4::date, $4::date)`;

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    const add = async (values: readonly unknown[], blocks: readonly (readonly unknown[])[]): Promise<void> => {
      const { rows } = await client.query<{ id: string }>(place, [...values]);
      for (const one of blocks) await client.query(block, [rows[0]?.id, ...one]);
    };
    for (const [rung, code, ended, blocks] of told)
      await add(['flevoland', code, rung, '2019-01-01', ended, false], blocks);
    await add(['flevoland', '0995', 'FOSTER', '2019-01-01', null, true], [['HOUSING', '2019-04-01', null]]);
    await add(['region-2', '0995', 'FOSTER', '2019-01-01', null, false], [['HOUSING', '2019-04-01', null]]);
    // enough for an analyst: thirty in one municipality, and three in another
    for (let child = 0; child < 33; child++)
      await add(
        ['flevoland', child < 30 ? '0995' : '0184', 'SMALL_SCALE', '2017-01-01', '2018-06-01', false],
        [['HOUSING', '2017-12-01', null]],
      );
  });
});
afterAll(() => hub.close());

async function rows(variables: object, actor: Actor): Promise<Record<string, readonly unknown[]>> {
  const asked = await figure(hub, file, { year: 2019, by: 'RUNG', ...variables }, actor);
  const all = asked.total ? [...asked.rows, asked.total] : asked.rows;
  const numbers = all.map(({ key, cells, total }) => {
    const [median, most] = cells.slice(-2).map(({ value, whyWithheld }) => value ?? whyWithheld);
    const counts = asked.columns.flatMap((column, index) =>
      cells[index]?.value === 0 ? [] : ([[column.key, cells[index]]] as const),
    );
    const shown = counts.filter(([reason]) => !reason.startsWith('DAYS'));
    const reasons = Object.fromEntries(shown.map(([reason, cell]) => [reason, cell?.value ?? cell?.whyWithheld]));
    return [key, [reasons, total?.value ?? total?.whyWithheld, median, most]] as const;
  });
  return Object.fromEntries(numbers.filter(([, [, total]]) => total !== 0));
}

describe('who could leave and cannot', () => {
  it('is counted as it stood on the day, with all days on which something stood in the way', async () => {
    expect(await rows({ asOf: '2019-04-20' }, broker)).toEqual({
      // ten days in March and nineteen in April beside ten days in April
      RESIDENTIAL_GROUP: [{ HOUSING: 1, SCHOOL: 1 }, 2, 20, 27],
      FOSTER: [{ OTHER: 1 }, 1, 19, 19],
      TOTAL: [{ HOUSING: 1, SCHOOL: 1, OTHER: 1 }, 3, 19, 27],
    });
    expect(await rows({ asOf: '2019-04-20', by: 'MUNICIPALITY' }, broker)).toMatchObject({
      ...{
        '0995': [{ SCHOOL: 1 }, 1, 29, 29],
        '0034': [{ HOUSING: 1 }, 1, 10, 10],
        ELSEWHERE: [{ OTHER: 1 }, 1, 19, 19],
      },
    });
    expect(Object.keys(await rows({ asOf: '2019-04-05' }, broker))).toEqual([
      'FOSTER',
      'RESIDENTIAL_GROUP',
      'SECURE',
      'TOTAL',
    ]);
  });

  it('is told to an analyst of no few, nor for how long', async () => {
    expect(await rows({ year: 2017, by: 'MUNICIPALITY' }, analyst)).toMatchObject({
      '0184': [{ HOUSING: 'FEW' }, 'FEW', 'FEW', 'FEW'],
      // the longest of ten is one child: the median of all is told, and of a group nothing
      TOTAL: [{ HOUSING: 35 }, 35, 30, 'FEW'],
    });
    const groups = Object.entries(await rows({ year: 2017, by: 'RUNG' }, analyst)).filter(([key]) => key !== 'TOTAL');
    expect(groups.flatMap(([, [, , median, ninetieth]]) => [median, ninetieth])).toEqual(
      groups.flatMap(() => ['FEW', 'FEW']),
    );
    expect((await rows({}, analyst))['TOTAL']).toEqual([expect.anything(), 'FEW', 'FEW', 'FEW']);
  });

  it('is not told of a day that is not in the year', async () => {
    const { errors } = await askFigure(hub, file, { year: 2019, by: 'RUNG', asOf: '2018-06-01' }, broker);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('takes one statement', async () => {
    hub.resetCounts();
    await figure(hub, file, { year: 2019, by: 'RUNG' }, broker);
    expect([hub.subgraphRequests(), hub.statements().cases.length]).toEqual([['cases'], 1]);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, { year: 2019, by: 'RUNG' })).toEqual(allRefused);
  });
});
