import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { createLogger } from '../../platform/process/logger.js';
import { emit } from '../../platform/outbox/outbox.js';
import { relay } from '../../platform/outbox/relay.js';
import { tellCapacity } from '../../subgraphs/cases/background/case-doors.store.js';
import { casesStorage } from '../../subgraphs/cases/storage.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { findParkedEvents, retryParkedEvents } from './parked-events.js';

const logger = createLogger('test', 'silent');
const caseId = '30000000-0000-4000-8000-000000000001';

let database: TestDatabase;
let cases: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const options = { applicationName: 'test', poolSize: 2, poolWaitMs: 10_000, statementTimeoutMs: 10_000 };
  cases = await openDatabase(casesStorage, { ...options, url: database.url('cases') });
});

afterAll(async () => {
  await cases.destroy();
  await database.drop();
});

const publish = (): Promise<void> => relay(cases, { schema: 'cases', consumers: [tellCapacity], logger });

it('the operator sees what was parked, without what it says, and has it tried again', async () => {
  await emit(cases.manager, [{ kind: 'case.changed', organisationId: null, data: { caseId, region: null } }]);
  for (let attempt = 0; attempt < 5; attempt++) {
    await publish();
    await database.moveClock('5 minutes');
  }
  const owner = database.url('owner');
  expect(await findParkedEvents(owner)).toMatchObject([
    { subgraph: 'cases', kind: 'case.changed', attempts: 5, errorCode: '23502' },
  ]);
  expect(JSON.stringify(await findParkedEvents(owner))).not.toContain(caseId);
  expect(await retryParkedEvents(owner)).toBe(1);
  expect(await findParkedEvents(owner)).toEqual([]);
  await publish();
  expect(await cases.query('select attempts, error_code from outbox_trouble')).toEqual([
    { attempts: 1, error_code: '23502' },
  ]);
});
