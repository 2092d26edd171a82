import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { plantRows } from '../../../../test/builders/rows/plant-rows.js';
import { exactFigure, sharesOf } from '../../../../test/oracle/counted-figure.js';
import { isSmall, whatIsLearnt } from '../../../../test/oracle/figure-reader.js';
import { mostlyAlike } from '../../../../test/oracle/mostly-alike.js';
import { quantile } from '../../../../test/oracle/quantile.js';
import { flevoland } from '../../../../vocabulary/places/region.js';
import { DischargeBlockReason } from '../../placement/discharge/discharge.vocabulary.js';
import { dischargeBlockedReadModel } from './discharge-blocked.read-model.js';
import { dischargeBlockedService } from './discharge-blocked.service.js';
import { DischargeGrouping } from './discharge-blocked.vocabulary.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
const lastDay = '2025-12-31';

/** A placement, and what stood in the way of leaving it, one thing after the other: for so many days, and so many before the next; the last until now. */
const placement = fc.record({
  region: mostlyAlike('flevoland', 'flevoland', 'region-2'),
  municipality: mostlyAlike('0995', '0034', '0184', '0363'),
  rung: mostlyAlike('RESIDENTIAL_GROUP', 'FOSTER', 'SECURE'),
  isSecondary: mostlyAlike(false, false, true),
  endedOn: mostlyAlike(null, null, null, '2025-12-31', '2026-02-01', '2025-06-01'),
  firstOn: fc.constantFrom('2025-03-01', '2025-10-01', '2025-12-31', '2026-01-01', '2025-11-11'),
  blocks: fc.array(
    fc.record({
      reason: mostlyAlike(...DischargeBlockReason.codes.slice(0, 4)),
      days: fc.integer({ min: 0, max: 60 }),
      free: fc.nat(20),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isFree: mostlyAlike(false, false, true),
});
type Placement = typeof placement extends fc.Arbitrary<infer P> ? P : never;
const placements = fc.array(placement, { minLength: 20, maxLength: 200, size: 'max' });

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

interface Block {
  readonly reason: string;
  readonly since: string;
  readonly lifted: string | null;
}

function blocksOf({ firstOn, blocks, isFree }: Placement): Block[] {
  let since: string = firstOn;
  return blocks.map(({ reason, days, free }, index) => {
    const isLast = index === blocks.length - 1;
    const block = { reason, since, lifted: isLast && !isFree ? null : later(since, days) };
    since = later(since, days + free);
    return block;
  });
}

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

async function write(all: readonly Placement[]): Promise<void> {
  await database.owner.query('truncate placement cascade');
  await plantRows(
    database.owner,
    'placement',
    all.map(({ region, municipality, rung, isSecondary, endedOn }, index) => ({
      ...{
        id: idOf(index + 1),
        region,
        municipality_code: municipality,
        birth_year: 2012,
        rung,
        is_secondary: isSecondary,
      },
      ...{
        status: endedOn ? 'ENDED' : 'STARTED',
        started_at: '2025-01-01T12:00:00Z',
        ended_at: endedOn && `${endedOn}T12:00:00Z`,
      },
    })),
  );
  const blocks = all.flatMap((one, index) =>
    blocksOf(one).map(({ reason, since, lifted }) => ({
      ...{ placement_id: idOf(index + 1), reason, since_on: since, lifted_on: lifted, lifted_at: lifted },
    })),
  );
  await plantRows(database.owner, 'discharge_block', blocks);
}

/** One by one: who could leave on a day and cannot, why, where each counts and for how many days. */
function blockedOn(all: readonly Placement[], asOf: string, by: DischargeGrouping) {
  return all.flatMap((one) => {
    const blocks = blocksOf(one).filter(({ since }) => since <= asOf);
    const now = blocks.find(({ lifted }) => lifted === null || lifted > asOf);
    if (one.region !== 'flevoland' || one.isSecondary || (one.endedOn !== null && one.endedOn <= asOf) || !now)
      return [];
    const days = blocks.map(({ since, lifted }) => between(since, lifted === null || lifted > asOf ? asOf : lifted));
    const home = flevoland.municipalityCodes.includes(one.municipality) ? one.municipality : 'ELSEWHERE';
    return [
      {
        groups: [by === 'RUNG' ? one.rung : home],
        outcome: now.reason,
        days: days.reduce((sum, each) => sum + each, 0),
      },
    ];
  });
}

const ask = (role: 'care-broker' | 'analyst', by: DischargeGrouping, asOf: string): Promise<Figure> =>
  withCaller(database.db, callerAs(role), (tx) =>
    dischargeBlockedService(dischargeBlockedReadModel(tx)).dischargeBlocked(
      callerAs(role),
      { region: null, year: 2025, asOf },
      by,
    ),
  );

const outcomes = DischargeBlockReason.codes;
/** The counts of a figure, without its days. */
const countsOf = (figure: Figure): Figure => {
  const shorter = <T extends { cells: unknown[] }>(row: T): T => ({
    ...row,
    cells: row.cells.slice(0, outcomes.length),
  });
  return {
    ...figure,
    columns: figure.columns.slice(0, outcomes.length),
    rows: figure.rows.map(shorter),
    total: figure.total && shorter(figure.total),
  };
};

describe('who could leave and cannot', () => {
  it('is for a broker who is counted one by one, with the days of each, in every table and on any day', async () => {
    await fc.assert(
      fc.asyncProperty(placements, fc.constantFrom(lastDay, '2025-10-20', '2025-03-01'), async (all, asOf) => {
        await write(all);
        for (const by of DischargeGrouping.codes) {
          const blocked = blockedOn(all, asOf, by);
          const figure = await ask('care-broker', by, asOf);
          expect(countsOf(figure)).toMatchObject(exactFigure(countsOf(figure), sharesOf(blocked), blocked.length));
          for (const row of [...figure.rows, ...(figure.total ? [figure.total] : [])]) {
            const days = blocked
              .filter(({ groups }) => row.key === 'TOTAL' || groups.includes(row.key))
              .map((one) => one.days);
            const told = row.cells.slice(outcomes.length).map(({ value }) => value);
            expect(told).toEqual([0.5, 0.9].map((part) => (days.length > 0 ? Math.round(quantile(days, part)) : null)));
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is not told to an analyst where few are, by no table nor by all of them together, and of days what all have in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(placements, async (all) => {
        await write(all);
        const answers = [];
        for (const by of DischargeGrouping.codes) {
          const figure = await ask('analyst', by, '2025-03-01');
          const days = figure.rows.flatMap(({ cells }) => cells.slice(outcomes.length));
          expect(days.filter(({ value }) => value !== null)).toEqual([]);
          expect((figure.total?.cells[outcomes.length]?.value ?? 0) % 5).toBe(0);
          answers.push({ figure, counted: sharesOf(blockedOn(all, lastDay, by)), outcomes });
        }
        expect(whatIsLearnt(answers, 'EXACT', isSmall).filter(({ lowest, highest }) => highest - lowest < 10)).toEqual(
          [],
        );
      }),
      { numRuns: runs },
    );
  });
});
