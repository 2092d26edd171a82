import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flevoland } from '../../../../vocabulary/places/region.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf } from '../../../../test/builders/rows/case.js';
import { costBenefitReadModel, type Avoided } from './cost-benefit.read-model.js';

const stayDays = 100;
const year = 2024;
const broker = callerAs('care-broker');
/** Days are counted from the first of January of the year before, as 0. */
const dayOf = (day: number): string => new Date(Date.UTC(year - 1, 0, 1 + day)).toISOString().slice(0, 10);
const [began, next] = [365, 365 + 366];

interface Stay {
  readonly from: number;
  readonly to: number;
  readonly died: boolean;
}
interface Finding {
  readonly kind: string;
  readonly on: number;
  readonly isStable: boolean | null;
}
interface Life {
  readonly stays: readonly Stay[];
  readonly findings: readonly Finding[];
}

const aDay = fc.integer({ min: 200, max: 900 });
const life: fc.Arbitrary<Life> = fc.record({
  stays: fc
    .array(fc.tuple(aDay, fc.integer({ min: 1, max: 150 }), fc.constantFrom(false, false, true)), { maxLength: 4 })
    .map((stays) => stays.map(([from, days, died]) => ({ from, to: from + days, died }))),
  findings: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'OUT_OF_HOME_PREVENTED',
        'AS_HOME_AS_POSSIBLE',
        'MOVED_ON_TO_SUITABLE_CARE',
        'NOT_SUCCESSFUL',
      ),
      on: aDay,
      isStable: fc.constantFrom(null, true, false),
    }),
    { maxLength: 4 },
  ),
});
const lives = fc.sample(life, { numRuns: 400, seed: 20_240_607 });

/** The same said by the day: what came of one child, as it was known at the end of `asOf`. */
function avoidedOf({ stays, findings }: Life, asOf: number): { group: Avoided['group']; days: number }[] {
  const known = findings.filter(({ on }) => on >= began && on <= asOf);
  const good = (kinds: readonly string[]) => known.filter((f) => f.isStable !== false && kinds.includes(f.kind));
  const lasted = (since: number, lastOn: number): number => {
    const ends = [
      ...known.filter((f) => f.on >= since && (f.isStable === false || f.kind === 'NOT_SUCCESSFUL')).map((f) => f.on),
      ...stays.filter((s) => s.from >= since).map((s) => s.from),
    ];
    return Math.min(asOf + 1, lastOn, ...ends) - since;
  };
  const kept = good(['OUT_OF_HOME_PREVENTED'])
    .filter(({ on }) => on < next)
    .map(({ on }) => on);
  const home = good(['AS_HOME_AS_POSSIBLE', 'MOVED_ON_TO_SUITABLE_CARE']).map(({ on }) => on);
  const left = inGroups(stays, asOf).filter(
    ({ to, died }) => to >= began && to < next && !died && home.some((on) => on >= to),
  );
  const first = Math.min(...kept);
  const last = left.at(-1);
  return [
    ...(kept.length > 0 ? [{ group: 'PREVENTED' as const, days: lasted(first, first + stayDays) }] : []),
    ...(last ? [{ group: 'SHORTENED' as const, days: lasted(last.to, last.from + stayDays) }] : []),
  ].filter(({ days }) => days > 0);
}

/** The days on which a child lived in a group, as stretches; one who died left for good. */
function inGroups(stays: readonly Stay[], asOf: number): { from: number; to: number; died: boolean }[] {
  const begun = stays
    .filter(({ from }) => from <= asOf)
    .map(({ from, to, died }) => ({ from, to: to <= asOf ? to : Infinity, died }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { from: number; to: number; died: boolean }[] = [];
  for (const stay of begun) {
    const before = joined.at(-1);
    if (!before || stay.from > before.to) joined.push({ ...stay });
    else if (stay.to >= before.to) Object.assign(before, { to: stay.to, died: stay.died });
  }
  return joined;
}

let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase();
  const numbers = lives.map((_, index) => index + 1);
  await database.write({
    cases: numbers.map((n) => caseRow(n, { openedAt: new Date('2023-01-01') })),
    consultations: numbers.map((n) => consultationRow(n, { caseId: idOf(n) })),
  });
  const rows = lives.flatMap((l, index) => l.stays.map((s) => ({ ...s, n: index + 1 })));
  const found = lives.flatMap((l, index) => l.findings.map((f) => ({ ...f, n: index + 1 })));
  await database.owner.query(
    `insert into placement (case_id, region, municipality_code, birth_year, rung, status, started_at, ended_at, end_reason, is_secondary)
     select id, 'flevoland', '0995', 2014, rung, 'ENDED', started::date, ended::date, reason, false
     from json_to_recordset($1) as r(id uuid, rung text, started text, ended text, reason text)`,
    [
      JSON.stringify(
        rows.map(({ n, from, to, died }, index) => ({
          ...{ id: idOf(n), rung: index % 2 === 0 ? 'RESIDENTIAL_GROUP' : 'SECURE' },
          ...{
            started: dayOf(from),
            ended: dayOf(to),
            reason: died ? 'DECEASED' : 'ACCORDING_TO_PLAN',
          },
        })),
      ),
    ],
  );
  await database.owner.query(
    `insert into outcome (consultation_id, kind, measured_on, is_stable)
     select id, kind, "on", stable from json_to_recordset($1) as r(id uuid, kind text, "on" date, stable boolean)`,
    [
      JSON.stringify(
        found.map(({ n, kind, on, isStable }) => ({ id: idOf(n), kind, on: dayOf(on), stable: isStable })),
      ),
    ],
  );
});

afterAll(() => database.close());

describe('the days that children did not live in a group', () => {
  it.each([400, 500, 730, 800, 899])('are those of each child told by the day, on day %i', async (asOf) => {
    const expected = lives.flatMap((l) => avoidedOf(l, asOf));
    const told = await withCaller(database.db, broker, (tx) =>
      costBenefitReadModel(tx).count({ region: flevoland, form: 'EXACT', year, asOf: dayOf(asOf) }, stayDays),
    );
    for (const group of ['PREVENTED', 'SHORTENED'] as const) {
      const of = expected.filter((one) => one.group === group);
      const counted = told.counts.find((count) => count.group === group);
      expect([group, counted?.children ?? 0, counted?.days ?? 0]).toEqual([
        ...[group, of.length, of.reduce((sum, { days }) => sum + days, 0)],
      ]);
    }
  });

  it('are told to nobody else by the database, whatever a statement forgets to ask', async () => {
    const told = `select from avoided_stays('flevoland', ${year}, '${year}-12-31', hub_now(), ${stayDays})`;
    const count = async (caller: typeof broker) =>
      (await withCaller(database.db, caller, (tx) => tx.query<unknown[]>(told))).length;
    expect(await count(broker)).toBeGreaterThan(0);
    for (const caller of [
      { ...broker, region: 'region-2' },
      callerAs('case-owner', idOf(901)),
      callerAs('provider-planner', idOf(801)),
    ])
      expect(await count(caller)).toBe(0);
  });
});
