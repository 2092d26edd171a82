import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf } from '../../../../test/builders/rows/case.js';
import { plantRows } from '../../../../test/builders/rows/plant-rows.js';
import { mostlyAlike } from '../../../../test/oracle/mostly-alike.js';
import { costBenefitReadModel } from './cost-benefit.read-model.js';
import { costBenefitService } from './cost-benefit.service.js';

/** Days are counted from 1 January 2025; those of the year before are below nothing. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(2025, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
const lastOfYear = 364;

const found = fc.record({
  kind: mostlyAlike('OUT_OF_HOME_PREVENTED', 'AS_HOME_AS_POSSIBLE', 'MOVED_ON_TO_SUITABLE_CARE', 'NOT_SUCCESSFUL'),
  on: fc.integer({ min: -40, max: 400 }),
  isStable: fc.constantFrom(null, true, true, false),
  isAskedAnew: fc.boolean(),
});
/** Stays one after the other: how long each, how long until the next, where, and why it ended; the last may go on. */
const stays = fc.record({
  from: fc.integer({ min: -400, max: 250 }),
  all: fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 200 }),
      gap: fc.constantFrom(0, 0, 1, 30),
      rung: mostlyAlike('RESIDENTIAL_GROUP', 'SECURE', 'FOSTER'),
      isSecondary: fc.constantFrom(false, false, false, true),
      endReason: fc.constantFrom('ACCORDING_TO_PLAN', 'BY_AGREEMENT', 'DECEASED'),
    }),
    { maxLength: 3 },
  ),
  goesOn: fc.boolean(),
});
const child = fc.record({
  region: mostlyAlike('flevoland', 'flevoland', 'region-2'),
  hasCase: fc.constantFrom(true, true, false),
  found: fc.array(found, { maxLength: 4 }),
  stays,
});
type Child = typeof child extends fc.Arbitrary<infer C> ? C : never;
const children = fc.array(child, { minLength: 10, maxLength: 150, size: 'max' });

interface Stay {
  readonly from: number;
  readonly to: number | null;
  readonly rung: string;
  readonly isSecondary: boolean;
  readonly endReason: string;
}

function staysOf({ hasCase, stays: { from, all, goesOn } }: Child): Stay[] {
  let begin = from;
  return (hasCase ? all : []).map(({ days, gap, ...stay }, index) => {
    const to = goesOn && index === all.length - 1 ? null : begin + days;
    const one = { ...stay, from: begin, to };
    begin += days + gap;
    return one;
  });
}

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

async function write(all: readonly Child[]): Promise<void> {
  await database.owner.query('truncate case_file, placement, consultation cascade');
  const numbered = all.map((one, index) => ({ ...one, n: index + 1, caseId: one.hasCase ? idOf(index + 1) : null }));
  await database.write({
    cases: numbered.filter(({ hasCase }) => hasCase).map(({ n, region }) => caseRow(n, { region })),
    consultations: numbered.flatMap(({ n, region, caseId }) => [
      consultationRow(n, { region, caseId }),
      ...(caseId ? [consultationRow(1000 + n, { region, caseId })] : []),
    ]),
  });
  const outcomes = numbered.flatMap(({ n, hasCase, found: every }) =>
    every.map(({ kind, on, isStable, isAskedAnew }) => ({
      ...{
        consultation_id: idOf(isAskedAnew && hasCase ? 1000 + n : n),
        kind,
        measured_on: dayOf(on),
        is_stable: isStable,
      },
    })),
  );
  await plantRows(database.owner, 'outcome', outcomes);
  const placements = numbered.flatMap((one) =>
    staysOf(one).map(({ from, to, rung, isSecondary, endReason }) => ({
      ...{ case_id: one.caseId, region: one.region, municipality_code: '0995', birth_year: 2012, rung },
      ...{
        is_secondary: isSecondary,
        status: to === null ? 'STARTED' : 'ENDED',
        started_at: `${dayOf(from)}T12:00:00Z`,
      },
      ...{ ended_at: to === null ? null : `${dayOf(to)}T12:00:00Z`, end_reason: to === null ? null : endReason },
    })),
  );
  await plantRows(database.owner, 'placement', placements);
}

/** One by one: for how many days until a day each child did not live in a group because that was prevented, or shortened. */
function avoided(all: readonly Child[], asOf: number, stayDays: number): { PREVENTED: number[]; SHORTENED: number[] } {
  const told = all.filter(({ region }) => region === 'flevoland');
  const daysOf = (since: (one: Child) => Since | null): number[] =>
    told.map((one) => lasted(one, since(one), asOf)).filter((days) => days > 0);
  return {
    PREVENTED: daysOf((one) => {
      const days = foundBy(one, asOf, ['OUT_OF_HOME_PREVENTED']).filter((on) => on <= lastOfYear);
      return days.length > 0 ? { on: Math.min(...days), last: Math.min(...days) + stayDays } : null;
    }),
    SHORTENED: daysOf((one) => {
      const closer = foundBy(one, asOf, ['AS_HOME_AS_POSSIBLE', 'MOVED_ON_TO_SUITABLE_CARE']);
      const left = wholeStays(one, asOf).filter(
        ({ to, endReason }) =>
          to !== null && to >= 0 && to <= lastOfYear && endReason !== 'DECEASED' && closer.some((on) => on >= to),
      );
      const last = left.at(-1);
      return last?.to == null ? null : { on: last.to, last: last.from + stayDays };
    }),
  };
}

interface Since {
  readonly on: number;
  readonly last: number;
}

/** On which days of the year and after something good was found, by the day that is asked for. */
const foundBy = (one: Child, asOf: number, kinds: readonly string[]): number[] =>
  one.found
    .filter(({ kind, on, isStable }) => kinds.includes(kind) && isStable !== false && on >= 0 && on <= asOf)
    .map(({ on }) => on);

const inGroup = (stay: Stay): boolean => !stay.isSecondary && stay.rung !== 'FOSTER';

/** Stays in groups by the day; from one group into another without a day between is one. */
function wholeStays(one: Child, asOf: number): Stay[] {
  const begun = staysOf(one).filter((stay) => inGroup(stay) && stay.from <= asOf);
  return begun.reduce<Stay[]>((whole, { to, ...stay }) => {
    const ended = to !== null && to <= asOf ? to : null;
    const last = whole.at(-1);
    const goesOn = last && (last.to === null || stay.from <= last.to);
    return goesOn
      ? [...whole.slice(0, -1), { ...stay, from: last.from, to: ended }]
      : [...whole, { ...stay, to: ended }];
  }, []);
}

function lasted(one: Child, since: Since | null, asOf: number): number {
  if (!since) return 0;
  const undone = one.found.filter(
    ({ kind, on, isStable }) =>
      on >= Math.max(0, since.on) && on <= asOf && (isStable === false || kind === 'NOT_SUCCESSFUL'),
  );
  const returned = staysOf(one).filter((stay) => inGroup(stay) && stay.from >= since.on);
  return Math.min(asOf + 1, since.last, ...undone.map(({ on }) => on), ...returned.map(({ from }) => from)) - since.on;
}

const tariffs = [{ rung: 'SECURE' as const, euroPerDay: 100.5 }];
const ask = (role: 'care-broker' | 'analyst', asOf: string, assumedStayDays: number): Promise<Figure> =>
  withCaller(database.db, callerAs(role), (tx) =>
    costBenefitService(costBenefitReadModel(tx)).costBenefit(callerAs(role), {
      region: null,
      year: 2025,
      asOf,
      tariffs,
      assumedStayDays,
    }),
  );
const numbers = ({ rows }: Figure): Record<string, (number | string | null)[]> =>
  Object.fromEntries(rows.map(({ key, cells }) => [key, cells.map(({ value, whyWithheld }) => value ?? whyWithheld)]));
const add = (days: readonly number[]): number => days.reduce((sum, each) => sum + each, 0);
const toFive = (number: number): number => 5 * Math.round(number / 5);

describe('days that children did not live in a group', () => {
  it('are for a broker those that are counted one by one, on any day and for any length of a stay', async () => {
    const day = fc.constantFrom(lastOfYear, 180, 40, lastOfYear + 60);
    await fc.assert(
      fc.asyncProperty(children, day, fc.constantFrom(30, 120, 360), async (all, asOf, stayDays) => {
        await write(all);
        const expected = Object.entries(avoided(all, asOf, stayDays)).map(
          ([key, days]) => [key, [days.length, add(days), Math.round(add(days) * 100.5)]] as const,
        );
        expect(numbers(await ask('care-broker', dayOf(asOf), stayDays))).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 20 },
    );
  });

  it('are told to an analyst as the rounded number of ten children or more, each with the rounded mean of all', async () => {
    await fc.assert(
      fc.asyncProperty(children, async (all) => {
        await write(all);
        const expected = Object.entries(avoided(all, lastOfYear, 360)).map(([key, days]) => {
          const shown = toFive(days.length) * toFive(add(days) / days.length);
          const few = ['FEW', 'FEW', 'FEW'];
          return [key, days.length < 10 ? few : [toFive(days.length), shown, Math.round(shown * 100.5)]] as const;
        });
        expect(numbers(await ask('analyst', '2025-02-01', 360))).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 8 },
    );
  });
});
