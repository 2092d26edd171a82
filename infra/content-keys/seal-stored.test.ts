import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sealerWith } from '../../platform/secrecy/sealer.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { caseRow, idOf } from '../../test/builders/rows/case.js';
import { withClient } from '../database/client.js';
import { sealStored } from './seal-stored.js';

const [first, second] = ['first', 'second'].map((id) => ({ id, secret: randomBytes(32) })) as [Key, Key];
type Key = { readonly id: string; readonly secret: Buffer };
const place = 'cases.case_file.own_reference';
const many = 1_203;
let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner.query('truncate case_file cascade');
  const owned = (n: number) =>
    caseRow(n, { ownerOrganisationId: idOf(901), ownReference: n % 3 === 0 ? null : `LT-${n}` });
  await database.write({ cases: Array.from({ length: many }, (_, n) => owned(n)) });
});

const kept = async (): Promise<string[]> => {
  const rows = await database.owner.query<{ text: string }[]>(
    'select own_reference as text from case_file where own_reference is not null order by id',
  );
  return rows.map(({ text }) => text);
};
const seal = (...keys: Key[]) => sealStored(database.url('owner'), sealerWith(keys));
const opened = async (...keys: Key[]) => (await kept()).map((text) => sealerWith(keys).open(place, text));

describe('texts that were kept before there were keys', () => {
  it('are sealed at the next start, every one, and once', async () => {
    const before = await kept();
    expect(before).toHaveLength(802);
    expect(await seal(first)).toBe(802);
    const sealed = await kept();
    expect(sealed.filter((text) => !text.startsWith('sealed:1:first:'))).toEqual([]);
    expect(await opened(first)).toEqual(before);
    expect([await seal(first), await kept()]).toEqual([0, sealed]);
  });

  it('stand in the file of their table no more, not even in rows that are dead', async () => {
    const standsInFile = async (): Promise<boolean> => {
      await database.owner.query('checkpoint');
      const rows = await database.owner.query<{ stands: boolean }[]>(
        `select position('LT-open'::bytea in pg_read_binary_file(pg_relation_filepath('cases.case_file'))) > 0 as stands`,
      );
      return rows[0]?.stands ?? false;
    };
    await database.owner.query(`update case_file set own_reference = 'LT-open' where id = $1`, [idOf(1)]);
    expect(await standsInFile()).toBe(true);
    await withClient(database.url('owner'), async (reader) => {
      // somebody who began to read before, such as an analyze of another table
      await reader.query('begin isolation level repeatable read; select 1');
      await seal(first);
    });
    expect(await standsInFile()).toBe(false);
  });

  it('are sealed anew when there is a new key, and open with that alone', async () => {
    const before = await kept();
    await seal(first);
    expect(await seal(second, first)).toBe(802);
    expect(await opened(second)).toEqual(before);
  });

  it('stop a start without the keys that sealed them, and stay as they are', async () => {
    await seal(first);
    const sealed = await kept();
    await expect(seal(second)).rejects.toThrow('put the file of keys back');
    expect(await kept()).toEqual(sealed);
  });

  it('tell nobody of a change of the case', async () => {
    await database.owner.query('truncate outbox cascade');
    await seal(first);
    expect(await database.owner.query('select from outbox')).toEqual([]);
  });
});
