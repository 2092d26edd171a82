import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suppressTwoWay } from '../../../../figures/suppression/two-way.rules.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { readTogether } from '../../../../test/oracle/two-way-reader.js';
import { flevoland } from '../../../../vocabulary/places/region.js';
import { UnmetReason } from '../../options/unmet/unmet.rules.js';
import { unmetNeedReadModel } from './unmet-need.read-model.js';
import { UnmetNeedGrouping } from './unmet-need.vocabulary.js';

const k = 10;
const pairs = Number(process.env['RECOVERY_PAIRS'] ?? 40);
const question = { region: flevoland, form: 'SUPPRESSED', year: 2019, asOf: '2019-12-31' } as const;
const outcomes = ['AS_SOUGHT', 'OTHERWISE', 'NOT_YET', 'NOT_KNOWN'];

/** Most are like each other, so that large and small counts stand side by side. */
const oneOf = <T>(...all: readonly T[]): fc.Arbitrary<T> =>
  fc.nat(all.length - 1).chain((most) => fc.nat(most).map((index) => all[index] as T));

/** What a child found nothing for, on a day of the year or around it, and whether help came. */
const lacks = fc.record({
  rung: oneOf('FOSTER', 'ANY', 'SECURE'),
  reason: oneOf(...UnmetReason.codes.slice(0, 4)),
  day: oneOf('2019-03-01', '2019-03-02', '2019-12-31', '2018-12-31', '2020-01-01'),
});
const children = fc.record({
  isAnonymous: oneOf(false, false, true),
  municipality: oneOf('0034', '0995', '0184', '9999'),
  ageBand: oneOf('AGE_4_11', 'AGE_12_15', 'OLDER'),
  helpedRung: oneOf(null, 'FOSTER', 'AMBULATORY'),
  lacks: fc.array(lacks, { minLength: 1, maxLength: 4 }),
});
type Child = typeof children extends fc.Arbitrary<infer C> ? C : never;

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());

async function write(all: readonly Child[]): Promise<void> {
  await capacity.owner.query('truncate unmet_need');
  const rows = all.flatMap(({ lacks: found, isAnonymous, municipality, ageBand, helpedRung }, index) =>
    found.map(({ rung, reason, day }) => ({
      ...{ child_id: idOf(index + 1), case_id: isAnonymous ? null : idOf(index + 1), is_anonymous: isAnonymous },
      ...{ region: 'flevoland', municipality_code: municipality, age_band: ageBand, rung, reason, sought_on: day },
      ...(helpedRung && !isAnonymous && { helped_rung: helpedRung, helped_on: '2020-02-01' }),
    })),
  );
  await capacity.owner.query(
    'insert into unmet_need select * from jsonb_populate_recordset(null::unmet_need, $1) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}

/** The table of a grouping, a row for each group that anybody is in. */
async function counted(grouping: UnmetNeedGrouping, asOf: string = question.asOf): Promise<number[][]> {
  const { counts } = await unmetNeedReadModel(capacity.owner.manager).count({ ...question, asOf }, grouping);
  const groups = [...new Set(counts.map(({ group }) => group))].sort();
  return groups.map((group) =>
    outcomes.map((outcome) => counts.find((one) => one.group === group && one.outcome === outcome)?.count ?? 0),
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const totals = (table: readonly number[][]): number[] =>
  outcomes.map((_, outcome) => sum(table.map((row) => row[outcome] ?? 0)));

describe('children for whom nothing was found', () => {
  it('count once in every grouping, and no two tables tell a count that is withheld', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(children, { maxLength: 120 }), async (all) => {
        await write(all);
        const inYear = all.filter(({ lacks: found }) => found.some(({ day }) => day.startsWith('2019')));
        const tables: number[][][] = [];
        for (const grouping of UnmetNeedGrouping.codes) tables.push(await counted(grouping));
        for (const table of tables) {
          expect(sum(table.flat())).toBe(inYear.length);
          expect(totals(table)).toEqual(totals(tables[0] ?? []));
        }
        const shown = tables.map((table) => ({ counted: table, shown: suppressTwoWay(table, k) }));
        for (const one of shown)
          for (const other of shown)
            expect(readTogether([one, other]).filter(({ lowest, highest }) => highest - lowest < k)).toEqual([]);
      }),
      { numRuns: pairs },
    );
  });

  it('have no help before it came', async () => {
    const lack = { rung: 'FOSTER', reason: 'AGE', day: '2019-03-01' } as const;
    const child = { isAnonymous: false, municipality: '0995', ageBand: 'AGE_4_11', helpedRung: 'FOSTER' } as const;
    await write([
      { ...child, lacks: [lack] },
      { ...child, helpedRung: 'AMBULATORY', lacks: [{ ...lack, rung: 'ANY' }] },
    ]);
    expect(totals(await counted('RUNG', '2020-01-31'))).toEqual([0, 0, 2, 0]);
    expect(totals(await counted('RUNG', '2020-02-01'))).toEqual([2, 0, 0, 0]);
    expect(totals(await counted('RUNG', '2019-02-28'))).toEqual([0, 0, 0, 0]);
  });
});
