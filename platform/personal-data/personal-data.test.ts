import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { idOf } from '../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { removalStatements, type PersonalData } from './personal-data.js';

const known: PersonalData = {
  tables: [
    {
      ...{ table: 'note', column: 'of_thing', holds: 'words', erasure: 'remove' },
      through: 'select id from thing where whose = $1',
    },
    { table: 'thing', column: 'whose', holds: 'things', erasure: { empty: ['said', 'whose'] } },
  ],
  mentions: [
    { table: 'message', column: 'data', through: 'select said from thing where whose = $1', holds: 'messages' },
  ],
};

let database: CasesDatabase;
const run = <R>(sql: string): Promise<R[]> => database.owner.query(sql);

beforeAll(async () => {
  database = await openCasesDatabase();
  for (const sql of [
    'create schema shop',
    'create table shop.thing (id int, whose uuid, said text, price int)',
    'create table shop.note (of_thing int, subject text)',
    'create table shop.message (subject text, data jsonb)',
    `insert into shop.thing values (1, '${idOf(1)}', 'hers', 5), (2, '${idOf(2)}', 'his', 7)`,
    `insert into shop.note values (1, 'a'), (1, 'b'), (2, 'c')`,
    `insert into shop.message values ('s', '{"to": ["${idOf(1)}"]}'), ('s', '{"of": "hers"}'), ('s', '{"to": "${idOf(2)}"}')`,
    ...removalStatements('shop', known),
  ])
    await run(sql);
});
afterAll(() => database.close());

it('what is known of one person goes, what counts stays, and nobody else is touched', async () => {
  const removed = await run(`select shop.remove_subject('${idOf(1)}') as counts`);
  expect(removed).toEqual([{ counts: { note: 2, thing: 1, message: 2 } }]);
  expect(await run('select * from shop.thing order by id')).toEqual([
    { id: 1, whose: null, said: null, price: 5 },
    { id: 2, whose: idOf(2), said: 'his', price: 7 },
  ]);
  expect(await run('select subject from shop.note')).toEqual([{ subject: 'c' }]);
  expect(await run('select data from shop.message')).toEqual([{ data: { to: idOf(2) } }]);
});

it('is removed once: a second time finds nothing', async () => {
  expect(await run(`select shop.remove_subject('${idOf(1)}') as counts`)).toEqual([
    { counts: { note: 0, thing: 0, message: 0 } },
  ]);
});
