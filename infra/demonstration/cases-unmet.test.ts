import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { toCapacityConfig } from '../../subgraphs/capacity/config.js';
import { capacityServices } from '../../subgraphs/capacity/services.js';
import { capacityStorage } from '../../subgraphs/capacity/storage.js';
import { caseReadModel } from '../../subgraphs/cases/case/reading/case.read-model.js';
import { toCase } from '../../subgraphs/cases/case/case.type.js';
import { timePage } from '../../platform/paging/time-page.js';
import { casesStorage } from '../../subgraphs/cases/storage.js';
import { callerAs } from '../../test/builders/callers.js';
import { testSealer } from '../../test/content-keys.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';

const broker = callerAs('care-broker');
const options = { applicationName: 'test', poolSize: 1, statementTimeoutMs: 10_000 };
let database: TestDatabase;
let cases: DataSource;
let capacity: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('demonstration');
  cases = await openDatabase(casesStorage, { ...options, sealer: testSealer(), url: database.url('owner') });
  capacity = await openDatabase(capacityStorage, { ...options, url: database.url('capacity') });
});

afterAll(async () => {
  await cases.destroy();
  await capacity.destroy();
  await database.drop();
});

/** How many options there are for the need of a case. */
async function optionsFor(number: string): Promise<number> {
  const [row] = await caseReadModel(cases.manager).findPage(broker, { number }, timePage({ first: 1, after: null }));
  const need = row && toCase(broker, row).need;
  if (!need) throw new Error(`${number} has no need`);
  const services = capacityServices(capacity.manager, toCapacityConfig({}));
  return (
    await services.options.find(broker, { need: need, first: 1, after: null, caseId: null, mustKnowPostcodes: true })
  ).totalCount;
}

describe('the needs of the demonstration region', () => {
  it.each(['FL-26-0008', 'FL-26-0017', 'FL-26-0029', 'FL-26-0038', 'FL-26-0055'])(
    '%s cannot be met by anybody',
    async (number) => {
      expect(await optionsFor(number)).toBe(0);
    },
  );

  it('FL-26-0042 has many options to choose from', async () => {
    expect(await optionsFor('FL-26-0042')).toBeGreaterThan(20);
  });
});
