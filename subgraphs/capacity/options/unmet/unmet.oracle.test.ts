import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { needs, worlds } from '../../../../test/oracle/world.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import { toCapacityConfig } from '../../config.js';
import { optionsReadModel, type OptionsReadModel } from '../options.read-model.js';
import { unmetReasons, type MissedRung, type UnmetReason } from './unmet.rules.js';

const at = '2026-11-21T12:00:00.000Z';
const regions = 12;
const needsPerRegion = 20;

/** The same need without one criterion, where the need alone asks for it. */
const without: Partial<Record<UnmetReason, Partial<NeedFields>>> = {
  TOO_HEAVY: { heaviestRung: null },
  SEX: { sex: null },
  LEGAL_FRAMEWORK: { legalFrameworks: [] },
  CHILDREN_TOGETHER: { childrenTogether: 1 },
  NO_CONTRACT: { contractedOnly: false },
  TOO_FAR: { maxDistanceKm: null },
};

let capacity: CapacityDatabase;
let options: OptionsReadModel;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
  await capacity.setClock(at);
  options = optionsReadModel(capacity.db.manager, toCapacityConfig({}).freshness);
});
afterAll(() => capacity.close());

const missed = async (need: NeedFields): Promise<readonly MissedRung[]> => (await options.search(need, null, 1)).unmet;

/** The rungs that are sought and have no option, asked one by one: `ANY` where none is sought in particular. */
async function rungsWithoutOption(need: NeedFields): Promise<string[]> {
  if (need.rungs.length === 0) return (await options.search(need, null, 1)).optionsFound === 0 ? ['ANY'] : [];
  const empty: string[] = [];
  for (const rung of new Set(need.rungs))
    if ((await options.search({ ...need, rungs: [rung] }, null, 1)).optionsFound === 0) empty.push(rung);
  return empty.sort();
}

describe('a criterion that left no option', () => {
  it(`is the one without which the search gives one, in ${regions} generated regions`, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(needs, { minLength: needsPerRegion, maxLength: needsPerRegion }),
        async (world, asked) => {
          await capacity.write(world.offers, at);
          for (const need of asked) {
            const found = await missed(need);
            expect(found.map(({ rung }) => rung).sort()).toEqual(await rungsWithoutOption(need));
            for (const { rung, misses } of found)
              for (const [reason, lifted] of Object.entries(without)) {
                const rungs = rung === 'ANY' ? [] : [rung];
                const { optionsFound } = await options.search({ ...need, rungs, ...lifted }, null, 1);
                expect([reason, (unmetReasons(misses) as string[]).includes(reason)]).toEqual([
                  reason,
                  optionsFound > 0,
                ]);
                compared += 1;
              }
          }
        },
      ),
      { numRuns: regions, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
