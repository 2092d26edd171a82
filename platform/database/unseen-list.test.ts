import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { openCapacityDatabase, type CapacityDatabase } from '../../test/builders/databases/capacity-database.js';
import { unseenIds } from './unseen-list.sql.js';

const ids = [1, 2, 3, 4].map(() => randomUUID());
let capacity: CapacityDatabase;
let connection: QueryRunner;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  connection = capacity.owner.createQueryRunner();
  await connection.query('create temporary table shelf as select gen_random_uuid() as id from generate_series(1, 500)');
  await connection.query('analyze shelf');
  await connection.query('insert into shelf select unnest($1::uuid[])', [ids]);
});
afterAll(async () => {
  await connection.release();
  await capacity.close();
});

/** How many rows PostgreSQL expects of a list with these ids. */
async function expected(list: string, asked: readonly string[]): Promise<unknown> {
  const sql = `explain (format json) select from shelf where id = any(${list})`;
  const rows = (await connection.query(sql, [asked])) as { 'QUERY PLAN': { Plan: Record<string, unknown> }[] }[];
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'];
}

describe('a list that is hidden from the planner', () => {
  it('gives the same rows', async () => {
    const sql = `select id from shelf where id = any(${unseenIds('$1')})`;
    const rows = (await connection.query(sql, [ids])) as { id: string }[];
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('is planned alike however long it is, unlike one that is seen', async () => {
    const [one] = ids;
    if (one === undefined) throw new Error('there are ids');
    expect(await expected(unseenIds('$1'), [one])).toBe(await expected(unseenIds('$1'), ids));
    expect(await expected('$1::uuid[]', [one])).not.toBe(await expected('$1::uuid[]', ids));
  });
});
