import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { callerAs } from '../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { withCaller } from './with-caller.js';

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

const broker = callerAs('care-broker');
const subjectOf = `select public.hub_caller() ->> 'subject' as subject`;

describe('the work of one request', () => {
  it('takes no connection before its first statement', async () => {
    // the pool has one: it is still free while this waits
    await withCaller(database.db, broker, async () => {
      expect(await database.db.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  it('sees its own caller only, ten thousand times over one connection', async () => {
    const subjects = Array.from({ length: 10_000 }, (_, index) => `person-${index}`);
    for (const part of [subjects.slice(0, 5_000), subjects.slice(5_000)]) {
      for (const subject of part) {
        const told = await withCaller(database.db, { ...broker, subject }, (tx) =>
          tx.query<{ subject: string }[]>(subjectOf),
        );
        if (told[0]?.subject !== subject) throw new Error('another caller shows');
      }
      expect(await database.db.query(subjectOf)).toEqual([{ subject: null }]);
    }
  });

  it('may send its statements at once', async () => {
    const told = await withCaller(database.db, broker, (tx) =>
      Promise.all([tx.query('select 1 as n'), tx.query('select pg_sleep(0.01)'), tx.query('select 2 as n')]),
    );
    expect([told[0], told[2]]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  it('tells nothing when a statement in it had failed', async () => {
    const told = withCaller(database.db, broker, async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
      return 'told';
    });
    await expect(told).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(await database.db.query(subjectOf)).toEqual([{ subject: null }]);
  });

  it('is undone when it fails, after all that is still under way', async () => {
    const failed = withCaller(database.db, broker, async (tx) => {
      const late = tx.query('select pg_sleep(0.05)');
      await wait(5);
      void late;
      throw new Error('no answer');
    });
    await expect(failed).rejects.toThrow('no answer');
    expect(await database.db.query(subjectOf)).toEqual([{ subject: null }]);
  });

  it('tells nothing when its connection is gone', async () => {
    const told = withCaller(database.db, broker, async (tx) => {
      const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await database.owner.query('select pg_terminate_backend($1)', [pid]);
      await wait(50);
      return 'told';
    });
    await expect(told).rejects.toThrow();
    expect(await database.db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
