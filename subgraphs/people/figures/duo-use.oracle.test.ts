import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure, FigureRow } from '../../../figures/figure.type.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { plantRows } from '../../../test/builders/rows/plant-rows.js';
import { sharesOf } from '../../../test/oracle/counted-figure.js';
import { isSmall, whatIsLearnt, type AnsweredFigure } from '../../../test/oracle/figure-reader.js';
import { mostlyAlike } from '../../../test/oracle/mostly-alike.js';
import { quantile } from '../../../test/oracle/quantile.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { idOf } from '../testing/rows.js';
import { duoUseReadModel } from './duo-use.read-model.js';
import { duoUseService } from './duo-use.service.js';
import { DuoUseGrouping } from './duo-use.vocabulary.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
/** Whose the members of the team of the desk are, and in what they are at home. */
const organisationOf: Readonly<Record<number, number>> = { 11: 1, 12: 1, 21: 2, 22: 2, 31: 3 };
const expertiseOf: Readonly<Record<number, string>> = { 22: 'CHILD_PSYCHIATRY', 12: 'AUTISM' };

const duo = fc.record({
  region: mostlyAlike('flevoland', 'flevoland', 'region-2'),
  municipality: mostlyAlike('0995', '0034', null, '0363'),
  purpose: mostlyAlike('PREVENT_OUT_OF_HOME', 'SHORTEN_STAY'),
  from: mostlyAlike('2025-03-03', '2025-06-02', '2025-12-15', '2024-12-30', '2025-09-01', '2026-01-05'),
  weeks: fc.integer({ min: 1, max: 12 }),
  /** After how many weeks it ended, below nothing before it began; and why. */
  ended: mostlyAlike<readonly [weeks: number, reason: string] | null>(
    null,
    [1, 'GOAL_REACHED'],
    [0, 'FAMILY_STOPPED'],
    [1, 'MISTAKE'],
  ),
  members: mostlyAlike([11, 21], [12, 22], [11, 12], [22, 31]),
  hours: mostlyAlike<number>(2, 3.5, 8),
  actions: fc.array(
    fc.record({
      kind: mostlyAlike('PRACTICAL_HELP', 'FAMILY_TALK', 'SCHOOL_CONTACT'),
      day: fc.nat(30),
      hours: mostlyAlike<number>(0.5, 1, 4),
    }),
    { maxLength: 3 },
  ),
});
type Duo = typeof duo extends fc.Arbitrary<infer D> ? D : never;
const duos = fc.array(duo, { minLength: 15, maxLength: 160, size: 'max' });

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
const lastOf = ({ from, weeks }: Duo): string => later(from, 7 * weeks - 1);
const endOf = (one: Duo): string | null => one.ended && later(one.from, 7 * Math.min(one.ended[0], one.weeks) - 1);

let desk: DuoDesk;
beforeAll(async () => {
  desk = await openDuoDesk();
  // what is counted, not what may be booked: the same five go out as often as it takes
  await desk.owner.query('alter table deployment_hours disable trigger hours_added');
});
afterAll(() => desk.close());

async function write(all: readonly Duo[]): Promise<void> {
  await desk.begin();
  const numbered = all.map((one, index) => ({ ...one, id: idOf(1000 + index), last: endOf(one) ?? lastOf(one) }));
  await plantRows(
    desk.owner,
    'deployment',
    numbered.map((one) => ({
      ...{
        id: one.id,
        team_id: idOf(51),
        purpose: one.purpose,
        region: one.region,
        from_on: one.from,
        to_on: lastOf(one),
      },
      ...{
        ended_on: endOf(one),
        end_reason: one.ended?.[1] ?? null,
        placed_by: 'x',
        municipality_code: one.municipality,
      },
    })),
  );
  await plantRows(
    desk.owner,
    'deployment_hours',
    numbered.flatMap(({ id, members, hours, from, last }) =>
      members.map((n) => ({
        ...{ deployment_id: id, professional_id: idOf(n), time_window: 'EVENING', hours_per_week: hours },
        ...{ from_on: from, to_on: last },
      })),
    ),
  );
  await plantRows(
    desk.owner,
    'deployment_action',
    numbered.flatMap(({ id, from, actions }) =>
      actions.map(({ kind, day, hours }) => ({ deployment_id: id, kind, done_on: later(from, day), hours })),
    ),
  );
}

/** A duo in a group of a grouping, with what counts of it there. */
interface Went {
  readonly group: string;
  readonly hours: number;
  readonly weeks: number;
}

/** One by one: the duos of the year that went by a day, in every group that each is of. */
function went(all: readonly Duo[], by: DuoUseGrouping | 'TOTAL', asOf: string): Went[] {
  const lastDay = asOf < '2025-12-31' ? asOf : '2025-12-31';
  return all.flatMap((one) => {
    const last = endOf(one) ?? lastOf(one);
    const isOfYear = one.from >= '2025-01-01' && one.from <= lastDay;
    if (one.region !== 'flevoland' || !isOfYear || last < one.from || one.ended?.[1] === 'MISTAKE') return [];
    const weeks = daysBetween(one.from, last < lastDay ? last : lastDay) / 7;
    const each = one.hours * weeks;
    const member = (groupOf: (n: number) => number | string | undefined): Went[] => {
      const groups = [...new Set(one.members.map(groupOf))].filter((group) => group !== undefined);
      return groups.map((group) => ({
        group: String(group),
        weeks,
        hours: each * one.members.filter((n) => groupOf(n) === group).length,
      }));
    };
    const whole = (group: string): Went[] => [{ group, weeks, hours: 2 * each }];
    const isInside = one.municipality !== null && flevoland.municipalityCodes.includes(one.municipality);
    const done = one.actions.filter(({ day }) => later(one.from, day) <= lastDay);
    const ways: Record<DuoUseGrouping | 'TOTAL', () => Went[]> = {
      TOTAL: () => whole('TOTAL'),
      MONTH: () => whole(one.from.slice(0, 7)),
      MUNICIPALITY: () =>
        whole(isInside ? (one.municipality ?? '') : one.municipality === null ? 'UNKNOWN' : 'ELSEWHERE'),
      PURPOSE: () => whole(one.purpose),
      ORGANISATION: () => member((n) => idOf(organisationOf[n] ?? 0)),
      EXPERTISE: () => member((n) => expertiseOf[n]),
      ACTION: () =>
        [...new Set(done.map(({ kind }) => kind))].map((group) => ({
          ...{ group, weeks },
          hours: done.filter(({ kind }) => kind === group).reduce((sum, { hours }) => sum + hours, 0),
        })),
    };
    return ways[by]();
  });
}

const ask = (role: 'care-broker' | 'analyst', by: DuoUseGrouping, asOf: string): Promise<Figure> =>
  withCaller(desk.db, callerAs(role), (tx) =>
    duoUseService(duoUseReadModel(tx)).duoUse(callerAs(role), { region: null, year: 2025, asOf }, by),
  );

function expectRow({ cells }: FigureRow, duosOfRow: readonly Went[]): void {
  const hours = duosOfRow.map((one) => one.hours);
  const middle = (values: readonly number[]): number | null => (values.length > 0 ? quantile(values, 0.5) : null);
  const exact = [
    hours.length,
    hours.reduce((sum, each) => sum + each, 0),
    middle(hours),
    middle(duosOfRow.map(({ weeks }) => weeks)),
  ];
  for (const [index, value] of exact.entries()) {
    const told = cells[index]?.value ?? null;
    if (value === null || told === null) expect(told).toBe(value);
    // whole numbers, whichever way a half goes
    else expect([Number.isInteger(told), Math.abs(told - value) < 0.5 + 1e-6]).toEqual([true, true]);
  }
}

describe('how duos are used', () => {
  it('is for a broker the duos that are counted one by one, in every table and on any day', async () => {
    await fc.assert(
      fc.asyncProperty(duos, fc.constantFrom('2025-12-31', '2025-06-10', '2026-03-01'), async (all, asOf) => {
        await write(all);
        for (const by of DuoUseGrouping.codes) {
          const { rows, total } = await ask('care-broker', by, asOf);
          const each = went(all, by, asOf);
          expect(each.filter(({ group }) => !rows.some(({ key }) => key === group))).toEqual([]);
          for (const row of rows)
            expectRow(
              row,
              each.filter(({ group }) => group === row.key),
            );
          if (total) expectRow(total, went(all, 'TOTAL', asOf));
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is not told to an analyst where few duos went, by no table nor by those together in which a duo counts once', async () => {
    const once = ['MONTH', 'MUNICIPALITY', 'PURPOSE'] as const;
    await fc.assert(
      fc.asyncProperty(duos, async (all) => {
        await write(all);
        const answers: AnsweredFigure[] = [];
        for (const by of once) {
          const { rows, total, columns } = await ask('analyst', by, '2025-06-10');
          const asTotal = (row: FigureRow): FigureRow => ({
            ...row,
            cells: row.cells.slice(0, 1),
            total: row.cells[0] ?? null,
          });
          const figure = { columns: columns.slice(0, 1), rows: rows.map(asTotal), total: total && asTotal(total) };
          const shares = went(all, by, '2025-12-31').map(({ group }) => ({ groups: [group], outcome: 'DUOS' }));
          answers.push({ figure, counted: sharesOf(shares) });
        }
        expect(whatIsLearnt(answers, 'EXACT', isSmall).filter(({ lowest, highest }) => highest - lowest < 10)).toEqual(
          [],
        );
      }),
      { numRuns: runs },
    );
  });

  it('tells an analyst no sum and no middle from which a number of duos or the hours of one follow', async () => {
    await fc.assert(
      fc.asyncProperty(duos, async (all) => {
        await write(all);
        for (const by of DuoUseGrouping.codes) {
          const { rows, total } = await ask('analyst', by, '2025-06-10');
          for (const { key, cells } of [...rows, ...(total ? [total] : [])]) {
            const each = went(all, key === 'TOTAL' ? 'TOTAL' : by, '2025-12-31').filter(({ group }) => group === key);
            const [count = null, hours = null, medianHours, medianWeeks] = cells.map(({ value }) => value);
            const mean = each.reduce((sum, one) => sum + one.hours, 0) / each.length;
            if (count === null || hours === null) expect([count, hours]).toEqual([null, null]);
            else {
              expect([each.length >= 10, Math.abs(count - each.length) <= 2]).toEqual([true, true]);
              expect([hours % count, Math.abs(hours / count - mean) < 0.5 + 1e-6]).toEqual([0, true]);
            }
            if (key !== 'TOTAL') expect([medianHours, medianWeeks]).toEqual([null, null]);
            else expect((medianHours ?? 0) % 5).toBe(0);
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('tells an analyst of no organisation of which few went, nor what would give these away', async () => {
    const members = (n: number, ...pair: number[]) =>
      Array.from({ length: n }, () => ({
        ...{
          region: 'flevoland',
          municipality: '0995',
          purpose: 'SHORTEN_STAY',
          from: '2025-03-03',
          weeks: 4,
          ended: null,
        },
        ...{ members: pair, hours: 2, actions: [] },
      }));
    // twelve of two organisations, and four of which one is of the third: of twice sixteen these follow from the other two
    await write([...members(12, 11, 21), ...members(4, 22, 31)]);
    const { rows, total } = await ask('analyst', 'ORGANISATION', '2025-12-31');
    expect([rows.map(({ cells }) => cells[0]?.value), total]).toEqual([[null, 15, null], null]);
  });
});
