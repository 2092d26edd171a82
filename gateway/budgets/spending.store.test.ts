import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { gatewayStorage } from '../storage.js';
import { limitersOf, type Limiter } from './limiters.js';
import { meterOf } from './meter.js';
import { spendingStore, type SpendingStore } from './spending.store.js';

const amounts = { requests: 100, cost: 1_000, objects: 50 };
const statements: string[] = [];
let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  const patient = { applicationName: 'test', poolSize: 4, statementTimeoutMs: 20_000, poolWaitMs: 20_000 };
  const onStatement = (sql: string) => void statements.push(sql);
  db = await openDatabase(gatewayStorage, { ...patient, url: database.url('gateway'), onStatement });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(() => void (statements.length = 0));

const chargeAll = (store: SpendingStore, limiters: readonly Limiter[], key: string, points: number) =>
  store.together(() => Promise.all(limiters.map((limiter) => limiter.take(key, points))));

describe('what one request spends', () => {
  it('travels as one statement, whatever it is charged to', async () => {
    const store = spendingStore(db.manager);
    const limiters = limitersOf('one', amounts, 60, store);
    const meter = meterOf({ key: 'caller', limiters, seconds: 60, store });
    await meter.charge({ requests: 1, cost: 296, objects: 7 });
    expect(meter.headers()['ratelimit']).toMatch(/^"requests";r=99;t=\d+, "cost";r=704;t=\d+, "objects";r=43;t=\d+$/);
    expect(statements).toHaveLength(1);
  });

  it('is counted once and whole, however many ask at once through however many gateways', async () => {
    const stores = [spendingStore(db.manager), spendingStore(db.manager)];
    const gateways = stores.map((store) => ({ store, limiters: limitersOf('many', amounts, 60, store) }));
    const rounds = Array.from({ length: 10 }, () => gateways).flat();
    await Promise.all(
      rounds.flatMap(({ store, limiters }) => ['a', 'b'].map((key) => chargeAll(store, limiters, key, 2))),
    );
    const [store, limiters] = [stores[0], gateways[0]?.limiters];
    if (!store || !limiters) throw new Error('a gateway');
    const [requests] = await chargeAll(store, limiters, 'a', 1);
    expect(requests).toMatchObject({ isWithin: true, left: 100 - 41 });
  });

  it('costs the database nothing more once there is nothing left', async () => {
    const store = spendingStore(db.manager);
    const limiters = limitersOf('over', amounts, 60, store);
    expect(limiters.map((limiter) => limiter.refusedForMs('caller'))).toEqual([0, 0, 0]);
    await chargeAll(store, limiters, 'caller', 2_000);
    statements.length = 0;
    const again = await chargeAll(store, limiters, 'caller', 1);
    expect(again.map(({ isWithin }) => isWithin)).toEqual([false, false, false]);
    for (const limiter of limiters) expect(limiter.refusedForMs('caller')).toBeGreaterThan(50_000);
    expect(statements).toHaveLength(0);
  });

  it('is forgotten when its minute is over', async () => {
    const store = spendingStore(db.manager);
    await chargeAll(store, limitersOf('kept', amounts, 60, store), 'caller', 1);
    await db.query(`insert into spending values ('gone', 1, $1)`, [Date.now() - 1]);
    await store.forgetExpired();
    const keys = await db.query<{ key: string }[]>('select key from spending');
    expect(keys.map(({ key }) => key)).toContain('kept.cost:caller');
    expect(keys.map(({ key }) => key)).not.toContain('gone');
  });
});

describe('while the database is away', () => {
  it('what is spent is counted in memory, and the database is left alone for a while', async () => {
    let asked = 0;
    const away = {
      query: () => {
        asked += 1;
        return Promise.reject(new Error('away'));
      },
    };
    const store = spendingStore(away as never);
    const limiters = limitersOf('away', amounts, 60, store);
    const lefts: (number | undefined)[] = [];
    for (let n = 0; n < 3; n += 1) lefts.push((await chargeAll(store, limiters, 'caller', 20))[2]?.left);
    expect(lefts).toEqual([30, 10, 0]);
    expect(asked).toBe(1);
  });
});
