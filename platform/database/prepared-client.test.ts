import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';

const statement = 'select * from shelf where id = $1';
let database: CasesDatabase;
/** One connection: what is prepared is so for that one. */
let connection: QueryRunner;

beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  connection = database.owner.createQueryRunner();
  await connection.query('create temporary table shelf as select 1 as id');
});
afterEach(async () => {
  await connection.query('drop table shelf');
  await connection.release();
});

const prepared = async (): Promise<string[]> => {
  const rows = (await connection.query('select statement from pg_prepared_statements')) as { statement: string }[];
  return rows.map((row) => row.statement);
};
const send = async (times: number, sql = statement): Promise<unknown> => {
  let rows: unknown;
  for (let time = 0; time < times; time += 1) rows = await connection.query(sql, [1]);
  return rows;
};

describe('a statement that is sent over one connection', () => {
  it.each([
    ['once or twice is planned each time', 2, []],
    ['again and again is planned once', 3, [statement]],
  ])('%s', async (_name, times, kept) => {
    expect(await send(times)).toEqual([{ id: 1 }]);
    expect(await prepared()).toEqual(kept);
  });

  it('in hundreds of shapes does not fill its memory with plans', async () => {
    for (let shape = 0; shape < 250; shape += 1) await send(3, `${statement} and id < ${shape + 2}`);
    expect((await prepared()).length).toBeLessThanOrEqual(200);
    expect(await send(3, `${statement} and true`)).toEqual([{ id: 1 }]);
  });

  it('is planned each time again once a table has changed under it', async () => {
    await send(3);
    await connection.query('alter table shelf add column label text');
    await expect(send(1)).rejects.toThrow('cached plan must not change result type');
    expect(await send(1)).toEqual([{ id: 1, label: null }]);
  });
});
