import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { gatewayStorage } from '../storage.js';
import { sessionStore } from './session.store.js';

const person = {
  subject: 'https://identity.test#p1',
  roles: ['care-broker'],
  organisationId: null,
  region: 'flevoland',
} as const;
let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const patient = { poolSize: 1, statementTimeoutMs: 10_000, poolWaitMs: 10_000 };
  db = await openDatabase(gatewayStorage, { url: database.url('gateway'), applicationName: 'test', ...patient });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('keeps nothing with which somebody could be another', async () => {
  const id = await sessionStore(db.manager).begin(person);
  const [row] = await db.query<Record<string, unknown>[]>('select person_session::text as text from person_session');
  expect(String(row?.['text'])).not.toContain(id);
  expect(String(row?.['text'])).not.toContain(Buffer.from(id).toString('hex'));
});

it('finds those to forget by the time that they are over', async () => {
  await db.query('set enable_seqscan = off');
  const plan = await db.query<Record<string, string>[]>(
    'explain delete from person_session where idle_until < public.hub_now()',
  );
  await db.query('reset enable_seqscan');
  expect(JSON.stringify(plan)).toContain('person_session_expiry');
});

it('forgets who is no longer signed in, and finds nobody under a made-up id', async () => {
  const sessions = sessionStore(db.manager);
  const id = await sessions.begin(person);
  await database.moveClock('61 minutes');
  expect(await sessions.find(id)).toBeNull();
  expect(await sessions.find('x'.repeat(43))).toBeNull();
  await sessions.forgetExpired();
  expect(await db.query('select 1 from person_session')).toEqual([]);
});
