import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../../../platform/database/database.js';
import { anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import { cloneDatabase, type TestDatabase } from '../../../../test/database.js';
import { writeWorld } from '../../../../test/oracle/write-world.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import { toCapacityConfig } from '../../config.js';
import { capacityStorage } from '../../storage.js';
import { completeNeed } from '../need/need.rules.js';
import { suggestionReadModel } from './suggestion.read-model.js';

const full = aReport({ status: 'NO_CAPACITY', available: 0 });
const need = completeNeed({
  ...{ rungs: ['RESIDENTIAL_GROUP'], heaviestRung: 'RESIDENTIAL_GROUP', birthYear: 2014, municipalityCode: '0995' },
  ...{
    timeWindows: [],
    childrenTogether: 1,
    characteristics: [],
    placeFeatures: [],
    languages: [],
    contractedOnly: false,
  },
  ...{ legalFrameworks: ['VOLUNTARY'], isCrisis: false },
} as unknown as NeedFields);
let database: TestDatabase;
let owner: DataSource;
let db: DataSource;
let statements: string[];

beforeAll(async () => {
  database = await cloneDatabase('empty');
  statements = [];
  const options = { applicationName: 'test', poolSize: 1, statementTimeoutMs: 10_000 };
  owner = await openDatabase(capacityStorage, { ...options, url: database.url('owner') });
  db = await openDatabase(capacityStorage, {
    ...options,
    url: database.url('capacity'),
    onStatement: (sql) => statements.push(sql),
  });
  const world = [
    anOffer(1, { rung: 'FOSTER', reports: [aReport()] }),
    anOffer(2, { rung: 'FOSTER', reports: [full] }),
    anOffer(3, { rung: 'FAMILY_HOME', reports: [full] }),
    anOffer(4, { rung: 'FAMILY_HOME' }),
    anOffer(5, { rung: 'FAMILY_HOME', ageMin: 16, reports: [aReport()] }),
    anOffer(6, { rung: 'TAILORED', homeRung: 'FAMILY_HOME', reports: [full] }),
    anOffer(7, { rung: 'DAY_TREATMENT', workingArea: ['0034'], reports: [aReport()] }),
  ];
  await writeWorld(owner, { offers: world }, Date.now());
});
afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

describe('what a search finds on each rung', () => {
  const find = async (needs: readonly NeedFields[]) => {
    const asked = needs.map((one, index) => ({ id: String(index), need: one }));
    const found = await suggestionReadModel(db.manager, toCapacityConfig({}).freshness).find(asked);
    return asked.map((one) => found.get(one) ?? []);
  };

  it('is counted whatever the case itself seeks: in time, full, without a figure and not fitting', async () => {
    const [facts = []] = await find([need]);
    const on = (rung: string) => facts.find((one) => one.rung === rung);
    expect(on('FOSTER')).toMatchObject({ offersConsidered: 2, inTimeCount: 1, fullCount: 1, withoutFigureCount: 0 });
    expect(on('FAMILY_HOME')).toMatchObject({
      ...{ offersConsidered: 4, inTimeCount: 0, fullCount: 2, withoutFigureCount: 1, excluded: { AGE: 1 } },
      oldestFigureAt: expect.any(Date),
    });
    expect(on('DAY_TREATMENT')).toBeUndefined();
  });

  it('is found for many cases in one statement, each by its own municipality', async () => {
    const before = statements.length;
    const [lelystad = [], almere = []] = await find([need, { ...need, municipalityCode: '0034' }]);
    expect(statements.length - before).toBe(1);
    expect(lelystad.map(({ rung }) => rung).sort()).toEqual(['FAMILY_HOME', 'FOSTER']);
    expect(almere.map(({ rung }) => rung)).toEqual(['DAY_TREATMENT']);
  });
});
