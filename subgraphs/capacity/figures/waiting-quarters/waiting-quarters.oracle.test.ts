import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../../figures/figure.type.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { anOffer } from '../../../../test/builders/rows/offer.js';
import { plantRows } from '../../../../test/builders/rows/plant-rows.js';
import { tellsTooMuch } from '../../../../test/oracle/figure-reader.js';
import { LinearReader } from '../../../../test/oracle/linear-reader.js';
import { mostlyAlike } from '../../../../test/oracle/mostly-alike.js';
import { quantile } from '../../../../test/oracle/quantile.js';
import { waitingTimesReadModel } from '../waiting-times.read-model.js';
import { waitingTimesService } from '../waiting-times.service.js';
import { WaitingGrouping } from '../waiting-times.vocabulary.js';
import { waitingQuartersReadModel } from './waiting-quarters.read-model.js';
import { waitingQuartersService } from './waiting-quarters.service.js';

const runs = Math.ceil(Number(process.env['RECOVERY_PAIRS'] ?? 60) / 10);
/** Days of 2025 and around it at noon: in every quarter, on the last of one, before the year and after it. */
const days = [
  '2024-11-01',
  '2025-02-10',
  '2025-03-31',
  '2025-05-05',
  '2025-08-01',
  '2025-12-31',
  '2026-01-10',
] as const;
const noon = (day: string): string => `${day}T12:00:00Z`;
const day = fc.constantFrom(...days);

const offer = fc.record({
  organisation: mostlyAlike(1, 2, 3, 4, 5),
  rung: mostlyAlike('AMBULATORY', 'FOSTER', 'FAMILY_HOME', 'SECURE'),
  serves: mostlyAlike('0995', '0034', '0363'),
  createdOn: mostlyAlike<string>('2024-01-01', '2025-05-05'),
  retiredOn: mostlyAlike<string | null>(null, null, '2025-08-01'),
  reports: fc.uniqueArray(
    fc.record({
      on: day,
      wait: fc.constantFrom(null, 7, 30, 90),
      list: fc.constantFrom(null, 0, 1, 4, 12, 30),
      isWithdrawn: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 4, selector: ({ on }) => on },
  ),
  entries: fc.array(
    fc
      .record({
        since: day,
        left: mostlyAlike<string | null>(null, '2025-09-01', '2026-01-12'),
        as: fc.constantFrom('LEFT', 'PLACED'),
      })
      .map((one) => (one.left !== null && one.left > one.since ? one : { ...one, left: null, as: 'WAITING' })),
    { maxLength: 18 },
  ),
});
type Offer = typeof offer extends fc.Arbitrary<infer O> ? O : never;
const offers = fc.array(offer, { minLength: 6, maxLength: 30, size: 'max' });

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());

async function write(all: readonly Offer[]): Promise<void> {
  const numbered = all.map((one, index) => ({ ...one, n: index + 1 }));
  const { owner } = capacity;
  await capacity.write(
    numbered.map(({ n, organisation, rung, serves }) =>
      anOffer(n, { id: idOf(n), organisationId: idOf(500 + organisation), rung, workingArea: [serves] }),
    ),
    '2026-02-01T12:00:00Z',
  );
  for (const { n, createdOn, retiredOn } of numbered)
    await owner.query('update offer set created_at = $2, retired_at = $3 where id = $1', [
      ...[idOf(n), noon(createdOn)],
      retiredOn && noon(retiredOn),
    ]);
  const reports = numbered.flatMap(({ n, reports: told }) =>
    told.map(({ on, wait, list, isWithdrawn }, index) => ({
      ...{
        offer_id: idOf(n),
        sequence: index + 1,
        as_of: noon(on),
        received_at: noon(on),
        source: 'test',
        method: 'MANUAL',
      },
      ...{
        status: 'NO_CAPACITY',
        available: 0,
        maximum: 5,
        unit: 'PLACE',
        wait_estimate_days: wait,
        waitlist_count: list,
      },
      withdrawn_at: isWithdrawn ? noon('2026-01-20') : null,
    })),
  );
  await plantRows(owner, 'capacity_report', reports);
  const entries = numbered.flatMap(({ n, entries: waiting }) =>
    waiting.map(({ since, left, as }, index) => ({
      ...{ offer_id: idOf(n), quantity: 1, priority: 'REGULAR', since: noon(since), state: as },
      ...{ changed_at: noon(left ?? since), hold_id: as === 'PLACED' ? idOf(1000 * n + index) : null },
    })),
  );
  const holds = entries
    .filter(({ hold_id: id }) => id !== null)
    .map(({ hold_id: id, offer_id: of, changed_at: at }) => ({
      ...{ id, offer_id: of, quantity: 1, answer_due_at: at, ended_at: at, ended_as: 'RELEASED' },
    }));
  await plantRows(owner, 'hold', holds);
  await plantRows(owner, 'waitlist_entry', entries);
}

const quarters = [1, 2, 3, 4] as const;
const endOf = (quarter: number, asOf: string): string => {
  const last = `2025-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;
  return last < asOf ? last : asOf;
};
const inRegion = ({ serves }: Offer): boolean => serves !== '0363';

/** What of an offer held at the end of a day: what was told last by then and not taken back, and how many were listed. */
function atEnd({ reports, entries }: Offer, last: string) {
  const told = reports
    .filter(({ on, isWithdrawn }) => !isWithdrawn && on <= last)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
  const listed = entries.filter(({ since, left }) => since <= last && (left === null || left > last));
  return { wait: told?.wait ?? null, list: told?.list ?? 0, listed: listed.length };
}

/** The row of a form of help in a quarter, as it is counted offer by offer. */
function counted(all: readonly Offer[], rung: string, last: string): (number | null)[] {
  const ofRung = all.filter((one) => inRegion(one) && one.rung === rung);
  const providers = [...new Set(ofRung.map(({ organisation }) => organisation))].filter((organisation) => {
    const its = ofRung.filter((one) => one.organisation === organisation);
    return (
      its.some(({ createdOn }) => createdOn <= last) &&
      its.some(({ retiredOn }) => retiredOn === null || retiredOn > last)
    );
  });
  const ends = ofRung.map((one) => atEnd(one, last));
  const waits = ends.flatMap(({ wait }) => wait ?? []);
  const middle = [0.5, 0.9].map((part) => (waits.length > 0 ? Math.round(quantile(waits, part)) : null));
  const add = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
  return [providers.length, ...middle, add(ends.map(({ list }) => list)), add(ends.map(({ listed }) => listed))];
}

const ask = (role: 'care-broker' | 'analyst', asOf = '2025-12-31'): Promise<Figure> =>
  withCaller(capacity.db, callerAs(role), (tx) =>
    waitingQuartersService(waitingQuartersReadModel(tx)).waitingQuarters(callerAs(role), {
      region: null,
      year: 2025,
      asOf,
    }),
  );
const askTimes = (by: WaitingGrouping): Promise<Figure> =>
  withCaller(capacity.db, callerAs('analyst'), (tx) =>
    waitingTimesService(waitingTimesReadModel(tx)).waitingTimes(
      callerAs('analyst'),
      { region: null, year: 2025, asOf: null },
      by,
    ),
  );

describe('waiting at the end of each quarter', () => {
  it('is for a broker what is counted offer by offer, in every quarter and on any day', async () => {
    await fc.assert(
      fc.asyncProperty(offers, fc.constantFrom('2025-12-31', '2025-08-01', '2026-01-15'), async (all, asOf) => {
        await write(all);
        const { rows } = await ask('care-broker', asOf);
        for (const quarter of quarters)
          for (const { key, cells } of rows.filter((row) => row.key.startsWith(`2025-Q${quarter}/`))) {
            const hasBegun = `2025-${String(3 * quarter - 2).padStart(2, '0')}-01` <= asOf;
            const expected = hasBegun
              ? counted(all, key.split('/')[1] ?? '', endOf(quarter, asOf))
              : Array(5).fill(null);
            expect([key, cells.map(({ value }) => value)]).toEqual([key, expected]);
          }
      }),
      { numRuns: 12 },
    );
  });

  it('tells an analyst nothing of few children, in any quarter or column', async () => {
    await fc.assert(
      fc.asyncProperty(offers, async (all) => {
        await write(all);
        const { rows } = await ask('analyst');
        for (const quarter of quarters)
          for (const column of [3, 4]) {
            const reader = new LinearReader();
            const ofQuarter = rows.filter(({ key }) => key.startsWith(`2025-Q${quarter}/`));
            const last = endOf(quarter, '2025-12-31');
            const places = ofQuarter.map(({ key, cells }) => {
              const value = counted(all, key.split('/')[1] ?? '', last)[column] ?? 0;
              const isShown = cells[column]?.value != null;
              return { isShown, place: reader.number(value, isShown ? value : 0, isShown ? value : Infinity) };
            });
            // a reader may know how many there are together, where that is not itself too few
            const together = places.reduce((sum, { place }) => sum + reader.valueOf(place), 0);
            if (together >= 10)
              reader.sum(
                places.map(({ place }) => place),
                reader.number(together, together, together),
              );
            const learnt = places.filter(({ isShown }) => !isShown).map(({ place }) => reader.reach(place));
            expect(learnt.filter(({ lowest, highest }) => lowest > 0 || highest < 10)).toEqual([]);
          }
      }),
      { numRuns: runs },
    );
  });

  it('tells an analyst of no few beside the waiting times of the year, which count the same lists', async () => {
    await fc.assert(
      fc.asyncProperty(offers, async (all) => {
        await write(all);
        const { rows } = await ask('analyst');
        const [byRung, byPlace] = [await askTimes('RUNG'), await askTimes('MUNICIPALITY')];
        const reader = new LinearReader();
        const number = (value: number, told: readonly (number | null | undefined)[]): number => {
          const shown = told.find((one) => one != null);
          if (shown == null) return reader.number(value, 0, Infinity);
          return shown === 0 ? reader.number(value, 0, 0) : reader.number(value, Math.max(10, shown - 2), shown + 2);
        };
        const rungs = byRung.rows.map(({ key, cells }) => {
          const listed = rows.find((row) => row.key === `2025-Q4/${key}`)?.cells[4]?.value;
          return number(counted(all, key, '2025-12-31')[4] ?? 0, [cells[1]?.value, listed]);
        });
        const together = rungs.reduce((sum, place) => sum + reader.valueOf(place), 0);
        const all0995 = reader.number(together, 0, Infinity);
        reader.sum(rungs, all0995);
        // every site of these stands in Lelystad
        reader.sum(
          byPlace.rows.map(({ key, cells }) => number(key === '0995' ? together : 0, [cells[1]?.value])),
          all0995,
        );
        const learnt = rungs.map((place) => ({ of: 'rung', value: reader.valueOf(place), ...reader.reach(place) }));
        expect(learnt.filter(tellsTooMuch)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
