import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { exactFigure, sharesOf } from '../../../../test/oracle/counted-figure.js';
import { isOfFew, isSmall, tellsTooMuch, whatIsLearnt } from '../../../../test/oracle/figure-reader.js';
import { soughtChildren, stuckChildren, writeSought, type Sought } from '../../../../test/oracle/sought-children.js';
import { stuckCasesReadModel } from './stuck-cases.read-model.js';
import { usuallyStuckFrom, type StuckFrom } from './stuck-cases.rules.js';
import { stuckCasesService } from './stuck-cases.service.js';
import { StuckGrouping, StuckMeasure } from './stuck-cases.vocabulary.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

/** The figure as it is answered to a role. */
const ask = (
  role: 'care-broker' | 'analyst',
  by: StuckGrouping,
  measure: StuckMeasure,
  { asOf = '2025-12-31', from = usuallyStuckFrom }: { asOf?: string; from?: StuckFrom } = {},
): Promise<Figure> =>
  withCaller(database.db, callerAs(role), (tx) =>
    stuckCasesService(stuckCasesReadModel(tx)).stuckCases(
      callerAs(role),
      { region: null, year: 2025, asOf },
      by,
      measure,
      from,
    ),
  );

/** What it counts of these children, by group and outcome. */
const counted = (
  children: readonly Sought[],
  by: StuckGrouping,
  measure: StuckMeasure,
  asOf = '2025-12-31',
  from = usuallyStuckFrom,
) =>
  sharesOf(
    stuckChildren(children, asOf, from).map(({ groups, outcomes }) => ({
      groups: groups[by],
      outcome: outcomes[measure],
    })),
  );

/** So many children, each alike, who have been sought a place for since so many days before the end of the year. */
const alike = (n: number, opened: number, rung: LadderRung, refusals: Sought['refusals'] = []): Sought[] =>
  Array.from({ length: n }, () => ({
    ...{ region: 'flevoland', municipality: '0995', birthYear: 2012, opened, closed: null, pause: null },
    ...{ rungs: [rung], heaviest: null, before: null, care: [], refusals },
  }));

const tables = StuckGrouping.codes.flatMap((by) => StuckMeasure.codes.map((measure) => [by, measure] as const));

describe('children for whom the search is stuck', () => {
  it('are for a broker those that are counted one by one, in every table, on any day and from any number on', async () => {
    const days = fc.constantFrom('2025-12-31', '2025-11-30', '2025-06-30');
    const froms = fc.record({ fromWeeks: fc.constantFrom(0, 4, 8, 13), fromRefusals: fc.constantFrom(1, 2, 3) });
    await fc.assert(
      fc.asyncProperty(soughtChildren, days, froms, async (children, asOf, from) => {
        await writeSought(database, children);
        const everybody = stuckChildren(children, asOf, from).length;
        for (const [by, measure] of tables) {
          const figure = await ask('care-broker', by, measure, { asOf, from });
          expect(figure).toMatchObject(exactFigure(figure, counted(children, by, measure, asOf, from), everybody));
        }
      }),
      { numRuns: 8 },
    );
  });

  it('are not told to an analyst where few are, by no table nor by all of them together', async () => {
    await fc.assert(
      fc.asyncProperty(soughtChildren, async (children) => {
        await writeSought(database, children);
        for (const measure of StuckMeasure.codes) {
          const answers = [];
          for (const by of StuckGrouping.codes)
            answers.push({
              figure: await ask('analyst', by, measure),
              counted: counted(children, by, measure),
              overlaps: by === 'RUNG',
            });
          const once = answers.filter(({ overlaps }) => !overlaps);
          expect(whatIsLearnt(once, 'EXACT', isSmall).filter(({ lowest, highest }) => highest - lowest < 10)).toEqual(
            [],
          );
          expect(whatIsLearnt(answers, 'ROUNDED', isOfFew).filter(tellsTooMuch)).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it('are told to an analyst by no rung so that of all together a few follow', async () => {
    // of twenty-two two are sought for a long time: the ten of half that time are withheld with them, and so is how many of these seek a foster family
    await writeSought(database, [
      ...[...alike(10, 60, 'FOSTER'), ...alike(10, 100, 'FOSTER')],
      ...alike(2, 200, 'AMBULATORY'),
    ]);
    const { total } = await ask('analyst', 'AGE_BAND', 'WEEKS');
    expect(total?.cells.map(({ value }) => value)).toEqual([0, 0, null, 10, null, 0]);
    const { rows } = await ask('analyst', 'RUNG', 'WEEKS');
    const foster = rows.find(({ key }) => key === 'FOSTER');
    expect([...(foster?.cells ?? []), foster?.total].map((cell) => cell?.value)).toEqual([
      0,
      0,
      null,
      null,
      null,
      0,
      20,
    ]);
  });

  it('are told to an analyst as none of a rung only where they are none of all', async () => {
    const refused = (n: number): Sought['refusals'] =>
      Array.from({ length: n }, (_, at) => ({ at: at + 1, by: 'REFERRAL' }));
    // of nineteen one was refused twice: that nobody of those who seek a foster family was would say that it is one of the few others
    await writeSought(database, [
      ...[...alike(17, 60, 'FOSTER'), ...alike(1, 60, 'FOSTER', refused(1))],
      ...alike(1, 60, 'AMBULATORY', refused(2)),
    ]);
    const { total } = await ask('analyst', 'AGE_BAND', 'REFUSALS');
    expect(total?.cells.map(({ value }) => value)).toEqual([null, null, null, 0, 0]);
    const { rows } = await ask('analyst', 'RUNG', 'REFUSALS');
    const foster = rows.find(({ key }) => key === 'FOSTER');
    expect([...(foster?.cells ?? []), foster?.total].map((cell) => cell?.value)).toEqual([null, null, null, 0, 0, 20]);
  });
});
