import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { exactFigure, sharesOf, type Share } from '../../../../test/oracle/counted-figure.js';
import { isSmall, whatIsLearnt, type AnsweredFigure } from '../../../../test/oracle/figure-reader.js';
import { mostlyAlike } from '../../../../test/oracle/mostly-alike.js';
import { UnmetReason } from '../../options/unmet/unmet.rules.js';
import { unmetNeedReadModel } from './unmet-need.read-model.js';
import { unmetNeedFigureService } from './unmet-need.service.js';
import { UnmetNeedGrouping } from './unmet-need.vocabulary.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
const helpedOn = '2020-02-01';

/** What a child found nothing for, on a day of the year or around it, and whether help came. */
const lacks = fc.record({
  rung: mostlyAlike('FOSTER', 'ANY', 'SECURE'),
  reason: mostlyAlike(...UnmetReason.codes.slice(0, 4)),
  day: mostlyAlike('2019-03-01', '2019-03-02', '2019-12-31', '2018-12-31', '2020-01-01'),
});
const children = fc.record({
  isAnonymous: mostlyAlike(false, false, true),
  municipality: mostlyAlike('0034', '0995', '0184', '9999'),
  ageBand: mostlyAlike('AGE_4_11', 'AGE_12_15', 'OLDER'),
  helpedRung: mostlyAlike(null, 'FOSTER', 'AMBULATORY'),
  lacks: fc.array(lacks, { minLength: 1, maxLength: 4, size: 'max' }),
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
      ...(helpedRung && !isAnonymous && { helped_rung: helpedRung, helped_on: helpedOn }),
    })),
  );
  await capacity.owner.query(
    'insert into unmet_need select * from jsonb_populate_recordset(null::unmet_need, $1) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}

/** What a figure answers to a role. */
const ask = (role: 'care-broker' | 'analyst', by: UnmetNeedGrouping, asOf: string): Promise<Figure> =>
  withCaller(capacity.db, callerAs(role), (tx) =>
    unmetNeedFigureService(unmetNeedReadModel(tx)).unmetNeed(callerAs(role), { region: null, year: 2019, asOf }, by),
  );

/** The last of some things in an order of codes. */
const lastIn = <T extends string>(order: readonly T[], codes: readonly T[]): T =>
  codes.reduce((last, code) => (order.indexOf(code) > order.indexOf(last) ? code : last));

/** One by one: each child by the last day of the year, the lightest rung of that day and there the criterion that is applied last. */
function counted(all: readonly Child[], by: UnmetNeedGrouping, asOf: string): Share[] {
  return all.flatMap(({ lacks: found, isAnonymous, municipality, ageBand, helpedRung }) => {
    const ofYear = found.filter(({ day }) => day.startsWith('2019') && day <= asOf);
    const lastDay = ofYear
      .map(({ day }) => day)
      .sort()
      .at(-1);
    if (lastDay === undefined) return [];
    const ofDay = ofYear.filter(({ day }) => day === lastDay);
    const rung = ['FOSTER', 'SECURE', 'ANY'].find((one) => ofDay.some((lack) => lack.rung === one)) ?? '';
    const reasons = ofDay.filter((lack) => lack.rung === rung).map((lack) => lack.reason);
    const groups = {
      ...{ RUNG: rung, REASON: lastIn(UnmetReason.codes, reasons), AGE_BAND: ageBand },
      MUNICIPALITY: municipality === '9999' ? 'ELSEWHERE' : municipality,
    };
    const isHelped = helpedRung !== null && asOf >= helpedOn;
    const outcome = isAnonymous
      ? 'NOT_KNOWN'
      : !isHelped
        ? 'NOT_YET'
        : ['ANY', helpedRung].includes(rung)
          ? 'AS_SOUGHT'
          : 'OTHERWISE';
    return [{ groups: [groups[by]], outcome }];
  });
}

const totals = async (by: UnmetNeedGrouping, asOf: string): Promise<(number | null)[] | undefined> =>
  (await ask('care-broker', by, asOf)).total?.cells.map(({ value }) => value);

describe('children for whom nothing was found', () => {
  it('are for a broker those that are counted one by one, in every table and on any day', async () => {
    const days = fc.constantFrom('2019-12-31', '2019-03-01', '2020-06-01');
    await fc.assert(
      fc.asyncProperty(fc.array(children, { maxLength: 200, size: 'max' }), days, async (all, asOf) => {
        await write(all);
        for (const by of UnmetNeedGrouping.codes) {
          const shares = counted(all, by, asOf);
          const figure = await ask('care-broker', by, asOf);
          expect(figure).toMatchObject(exactFigure(figure, sharesOf(shares), shares.length));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('are not told to an analyst where few are, by no table nor by all of them together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(children, { maxLength: 200, size: 'max' }), async (all) => {
        await write(all);
        const answers: AnsweredFigure[] = [];
        for (const by of UnmetNeedGrouping.codes)
          answers.push({
            figure: await ask('analyst', by, '2020-06-01'),
            counted: sharesOf(counted(all, by, '2019-12-31')),
          });
        expect(whatIsLearnt(answers, 'EXACT', isSmall).filter(({ lowest, highest }) => highest - lowest < 10)).toEqual(
          [],
        );
      }),
      { numRuns: runs },
    );
  });

  it('have no help before it came', async () => {
    const lack = { rung: 'FOSTER', reason: 'AGE', day: '2019-03-01' } as const;
    const child = { isAnonymous: false, municipality: '0995', ageBand: 'AGE_4_11', helpedRung: 'FOSTER' } as const;
    await write([
      { ...child, lacks: [lack] },
      { ...child, helpedRung: 'AMBULATORY', lacks: [{ ...lack, rung: 'ANY' }] },
    ]);
    expect(await totals('RUNG', '2020-01-31')).toEqual([0, 0, 2, 0]);
    expect(await totals('RUNG', '2020-02-01')).toEqual([2, 0, 0, 0]);
    expect(await totals('RUNG', '2019-02-28')).toEqual([0, 0, 0, 0]);
  });
});
