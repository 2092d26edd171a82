import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../database/client.js';
import { storageNames } from '../subgraphs.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { places } from './data-subject.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('empty');
});
afterAll(() => database.drop());

async function ask<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  return withClient(database.url('owner'), async (client) => (await client.query<R>(sql, values)).rows);
}

const declared = places.flatMap(({ schema, data }) =>
  data.tables.map(({ table, column }) => `${schema}.${table}.${column}`),
);

/** Tables that name a case and are not asked or erased by the list: each with its reason. */
const others: Readonly<Record<string, string>> = {
  'cases.erasure.case_id':
    'stands there while an erasure is under way, so that it can be finished, and is emptied then',
};

describe('where a case is known', () => {
  it('stands in the list of each part, by the name of the column or what it refers to', async () => {
    const found = await ask<{ place: string }>(
      `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as place
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r','p') and a.attnum > 0 and not a.attisdropped
         and (a.attname like '%case_id%' or exists (select from pg_constraint f
           where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'cases.case_file'::regclass and f.conkey = array[a.attnum]))
       order by 1`,
      [storageNames],
    );
    expect(found.length).toBeGreaterThanOrEqual(4);
    const known = [...declared, ...Object.keys(others)];
    expect(found.map(({ place }) => place).filter((place) => !known.includes(place))).toEqual([]);
  });

  it('is there, in every column that the lists name', async () => {
    const columns = await ask<{ name: string }>(
      `select format('%s.%s.%s', table_schema, table_name, column_name) as name from information_schema.columns where table_schema = any($1)`,
      [storageNames],
    );
    const there = new Set(columns.map(({ name }) => name));
    const named = places.flatMap(({ schema, data }) => [
      ...data.tables.flatMap(({ table, column, erasure }) =>
        [column, ...(erasure === 'remove' ? [] : erasure.empty)].map((name) => `${schema}.${table}.${name}`),
      ),
      ...data.mentions.map(({ table, column }) => `${schema}.${table}.${column}`),
    ]);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  });

  it('leaves the identifier in no table that is only emptied', () => {
    const emptied = places.flatMap(({ data }) => data.tables).filter(({ erasure }) => erasure !== 'remove');
    expect(emptied.length).toBeGreaterThan(0);
    for (const { column, through, erasure } of emptied)
      // what is found through another table has no identifier of its own
      expect(through !== undefined || (erasure !== 'remove' && erasure.empty.includes(column))).toBe(true);
  });

  it('is forgotten on the word of the owner alone, by functions whose search path is pinned', async () => {
    const functions = await ask<{ name: string; pinned: boolean; callers: string[] }>(
      `select format('%s.%s', n.nspname, p.proname) as name,
         coalesce(array_to_string(p.proconfig, ' '), '') like format('search_path=%s, public, pg_temp', n.nspname) as pinned,
         array(select r.rolname::text from pg_roles r where r.rolname like 'thuisbasis\\_%' and has_function_privilege(r.oid, p.oid, 'execute')) as callers
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('cases', 'capacity', 'people') and p.proname ~ 'erasure|expir|remove_subject|live_holds|forget_case' order by 1`,
    );
    expect(functions.map(({ name, callers }) => [name, callers])).toEqual([
      ['capacity.forget_case', []],
      ['capacity.live_holds', []],
      ['capacity.remove_subject', []],
      ['cases.begin_erasure', []],
      ['cases.begin_expiry', ['thuisbasis_cases']],
      ['cases.find_erasure', []],
      ['cases.finish_erasures', ['thuisbasis_cases']],
      ['cases.next_expired', ['thuisbasis_cases']],
      ['cases.note_erasure', []],
      ['cases.remove_subject', []],
      ['people.forget_case', []],
      ['people.remove_subject', []],
    ]);
    expect(functions.filter(({ pinned }) => !pinned)).toEqual([]);
  });
});
