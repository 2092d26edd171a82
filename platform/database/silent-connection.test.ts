import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { openFaultProxy, type FaultProxy } from '../../test/faults/proxy/fault-proxy.js';
import { gatewayStorage } from '../../gateway/storage.js';
import { databaseFault } from './database-faults.js';
import { openDatabase, type DataSource } from './database.js';
import { inTransaction } from './transaction.js';

const statementTimeoutMs = 300;

describe('a connection on which no answer comes any more', () => {
  let database: TestDatabase;
  let proxy: FaultProxy;
  let db: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase('empty');
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    proxy = await openFaultProxy(database.url('gateway'), Math.random);
    const options = { url: proxy.address(), applicationName: 'silent', poolSize: 1, statementTimeoutMs };
    db = await openDatabase(gatewayStorage, { ...options, poolWaitMs: 5_000 });
  });
  afterEach(async () => {
    await db.destroy();
    await proxy.close();
  });

  it('is given up soon after the longest that a statement may take, and another takes its place', async () => {
    await proxy.suffer('hang');
    const fault: unknown = await db.query('select 1').catch((error: unknown) => error);
    expect(databaseFault(fault)).toBe('DATABASE_UNAVAILABLE');
    await proxy.heal();
    expect(await db.query('select 2 as two')).toEqual([{ two: 2 }]);
  });

  it('is given up in the middle of a transaction', async () => {
    const work = inTransaction(db, {}, async (tx) => {
      await tx.query('select 1');
      await proxy.suffer('hang');
      await tx.query('select 2');
    });
    expect(databaseFault(await work.catch((error: unknown) => error))).toBe('DATABASE_UNAVAILABLE');
    await proxy.heal();
    expect(await db.query('select 2 as two')).toEqual([{ two: 2 }]);
  });

  it('is none where a transaction may take longer, until its end', async () => {
    const slow = 'select pg_sleep(1.2)';
    await inTransaction(db, { statementTimeoutMs: 5_000 }, (tx) => tx.query(slow));
    const fault: unknown = await db.query(slow).catch((error: unknown) => error);
    expect(databaseFault(fault)).toBe('DEADLINE_EXCEEDED');
  });
});
