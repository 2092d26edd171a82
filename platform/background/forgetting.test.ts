import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../test/builders/databases/capacity-database.js';
import { createLogger } from '../process/logger.js';
import { emit } from '../outbox/outbox.js';
import { relay } from '../outbox/relay.js';
import { sqlState } from '../database/transaction.js';
import { forgettingTask } from './forgetting.js';

let database: CapacityDatabase;

beforeAll(async () => {
  database = await openCapacityDatabase();
});

afterAll(() => database.close());

const logger = createLogger('test', 'silent');
const forget = (days: string): Promise<unknown> =>
  forgettingTask(database.background, { EVENT_RETENTION_DAYS: days }).run(new AbortController().signal);

async function happenOn(day: number, n: number): Promise<void> {
  await database.setClock(new Date(Date.UTC(2026, 0, day, 12)).toISOString());
  await emit(database.background.manager, [{ kind: 'test.happened', organisationId: null, data: { n } }]);
}

async function kept(): Promise<number[]> {
  const rows = await database.background.query<{ n: number }[]>(
    `select (data ->> 'n')::int as n from outbox order by id`,
  );
  return rows.map(({ n }) => n);
}

it('forgets published events after their days, and says up to where', async () => {
  for (const day of [1, 2, 20, 30]) await happenOn(day, day);
  await relay(database.background, { schema: 'capacity', consumers: [], logger });
  await happenOn(3, 3);
  await database.setClock('2026-01-31T12:00:00Z');
  await forget('28');
  expect(await kept()).toEqual([20, 30, 3]);
  const [forgotten] = await database.background.query<{ position: number }[]>('select position from outbox_forgotten');
  const [first] = await database.background.query<{ position: number }[]>(
    'select min(position) as position from outbox',
  );
  expect(forgotten?.position).toBe((first?.position ?? 0) - 1);
});

it('forgets the keys of requests after seven days', async () => {
  await database.background.query(`insert into idempotency_key (client, key, fingerprint) values ('c', 'old', 'f')`);
  await database.setClock('2026-02-08T12:00:00Z');
  await database.background.query(`insert into idempotency_key (client, key, fingerprint) values ('c', 'new', 'f')`);
  await forget('90');
  expect(await database.background.query('select key from idempotency_key')).toEqual([{ key: 'new' }]);
});

it('is the only way in which the role of a subgraph can remove an event', async () => {
  const refused = async (sql: string): Promise<string> =>
    database.background.query(sql).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    );
  expect(await refused('delete from outbox')).toBe('42501');
  expect(await refused(`update outbox set data = '{}'`)).toBe('42501');
  expect(await refused('update outbox_forgotten set position = 0')).toBe('42501');
  await database.background.query('select forget_events(0)');
  expect(await kept()).toContain(3);
});

it('keeps no setting that forgets too early', () => {
  expect(() => forgettingTask(database.background, { EVENT_RETENTION_DAYS: '1' })).toThrow('EVENT_RETENTION_DAYS');
});
