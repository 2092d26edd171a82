import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { inSavepoint } from './savepoint.js';
import { withCaller } from './with-caller.js';

let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());

const write = (key: string) =>
  `insert into idempotency_key (client, key, fingerprint) values ('savepoint', '${key}', 'x')`;

describe('a change within a request', () => {
  it.each([
    ['by itself', () => Promise.reject(new Error('no'))],
    ['in the database', (query: (sql: string) => Promise<unknown>) => query('select 1 / 0')],
  ])('that fails %s is undone, and what the request does besides is kept', async (how, fail) => {
    await withCaller(database.db, callerAs('care-broker'), async (tx) => {
      const work = inSavepoint(tx, async () => {
        await tx.query(write(`undone ${how}`));
        await fail((sql) => tx.query(sql));
      });
      await expect(work).rejects.toThrow();
      await tx.query(write(`kept ${how}`));
    });
    const rows = await database.owner.query<{ key: string }[]>(
      `select key from idempotency_key where key like '%${how}'`,
    );
    expect(rows.map(({ key }) => key)).toEqual([`kept ${how}`]);
  });

  it('that succeeds is kept', async () => {
    await withCaller(database.db, callerAs('care-broker'), (tx) =>
      inSavepoint(tx, () => tx.query<unknown>(write('done'))),
    );
    expect(await database.owner.query(`select from idempotency_key where key = 'done'`)).toHaveLength(1);
  });
});
