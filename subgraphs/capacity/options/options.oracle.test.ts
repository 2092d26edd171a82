import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { askOracle, type OracleAnswer } from '../../../test/oracle/options-oracle.js';
import { needs, worlds } from '../../../test/oracle/world.js';
import { writeWorld } from '../../../test/oracle/write-world.js';
import { toCapacityConfig } from '../config.js';
import { capacityStorage } from '../storage.js';
import { optionsReadModel, type SearchResult } from './options.read-model.js';

const instant = '2026-11-21T12:00:00.000Z';
const at = Date.parse(instant);
const regions = 110;
const needsPerRegion = 50;

let database: TestDatabase;
let owner: DataSource;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const options = { applicationName: 'test', poolSize: 2, poolWaitMs: 10_000, statementTimeoutMs: 10_000 };
  owner = await openDatabase(capacityStorage, { ...options, url: database.url('owner') });
  db = await openDatabase(capacityStorage, { ...options, url: database.url('capacity') });
  await owner.query(
    `create or replace function public.hub_now() returns timestamptz language sql stable as $$select timestamptz '${instant}'$$`,
  );
});

afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

describe('the ranking', () => {
  it(`agrees with the oracle on ${regions * needsPerRegion} generated needs in ${regions} generated regions`, async () => {
    const readModel = optionsReadModel(db.manager, toCapacityConfig({}).freshness);
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(needs, { minLength: needsPerRegion, maxLength: needsPerRegion }),
        async (world, asked) => {
          await writeWorld(owner, world, at);
          for (const need of asked) {
            expect(comparable(await readModel.search(need, null, 101))).toEqual(expected(askOracle(world, need, at)));
            compared += 1;
          }
        },
      ),
      { numRuns: regions, endOnFailure: true },
    );
    expect(compared).toBeGreaterThanOrEqual(5_000);
  });
});

function comparable(result: SearchResult): unknown {
  return {
    offersConsidered: result.offersConsidered,
    organisationsConsidered: result.organisationsConsidered,
    optionsFound: result.optionsFound,
    ranking: result.options.map(
      ({ offerId, rank, availability, startsInTime, distanceToHomeKm, distanceToSchoolKm }) => ({
        id: offerId,
        rank,
        status: availability.status,
        available: availability.available,
        freshness: availability.freshness.state,
        startsInTime,
        toHome: distanceToHomeKm,
        toSchool: distanceToSchoolKm,
      }),
    ),
    excluded: Object.fromEntries(
      result.excluded.map(({ code, offerCount, offerIds }) => [code, { offerCount, offerIds: [...offerIds].sort() }]),
    ),
    missing: result.missing
      .map((source) => ({ ...source, lastReportAt: source.lastReportAt?.getTime() ?? null }))
      .sort(byOrganisation),
  };
}

function expected(answer: OracleAnswer): unknown {
  return {
    offersConsidered: answer.offersConsidered,
    organisationsConsidered: answer.organisationsConsidered,
    optionsFound: answer.ranking.length,
    ranking: answer.ranking.map(({ id, status, available, freshness, startsInTime, toHome, toSchool }, index) => ({
      id,
      rank: index + 1,
      status,
      available,
      freshness,
      startsInTime,
      toHome,
      toSchool,
    })),
    excluded: Object.fromEntries(
      Object.entries(answer.excluded).map(([code, ids]) => [
        code,
        { offerCount: ids.length, offerIds: [...ids].sort() },
      ]),
    ),
    missing: answer.missing
      .map(({ organisationId, reason, lastReportAt }) => ({
        organisationId,
        hasStale: reason === 'STALE',
        lastReportAt,
      }))
      .sort(byOrganisation),
  };
}

function byOrganisation(one: { organisationId: string }, other: { organisationId: string }): number {
  return one.organisationId < other.organisationId ? -1 : 1;
}
