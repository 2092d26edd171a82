import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../test/builders/rows/case.js';

let capacity: CapacityDatabase;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());

const ask = <R>(sql: string, values: unknown[] = []): Promise<R[]> => capacity.owner.query(sql, values);

/** Undoes what came since, and this. */
async function goBack(): Promise<void> {
  const isThere = () => ask<{ there: unknown }>(`select to_regclass('capacity.break_glass_case') as there`);
  while ((await isThere())[0]?.there != null) await capacity.owner.undoLastMigration();
}

it('planners of a hub that was in use keep their notices and their mail, and the hub may go back', async () => {
  await goBack();
  await ask(
    `insert into notice (id, event_id, kind, subject, organisation_id, offer_ids, created_at)
     values ($1, $1, 'HOLD_ACCEPTED', 'els', null, '{}', hub_now()), ($2, $2, 'HOLD_REQUESTED', null, $3, '{}', hub_now())`,
    [idOf(1), idOf(2), idOf(901)],
  );
  await ask(
    `insert into notice_address (subject, organisation_id, is_planner, language) values ('els', null, false, 'nl'), ('jan', $1, true, 'nl')`,
    [idOf(901)],
  );
  await capacity.owner.runMigrations();
  expect(await ask('select subject, role, region from notice order by id')).toEqual([
    { subject: 'els', role: null, region: null },
    { subject: null, role: 'provider-planner', region: null },
  ]);
  expect(await ask('select subject, roles from notice_address order by 1')).toEqual([
    { subject: 'els', roles: [] },
    { subject: 'jan', roles: ['provider-planner'] },
  ]);
  await ask(
    `insert into notice (event_id, kind, role, region, offer_ids, created_at) values ($1, 'BREAK_GLASS_OPENED', 'privacy-officer', 'r', '{}', hub_now())`,
    [idOf(3)],
  );
  await goBack();
  expect(await ask('select kind, organisation_id from notice order by id')).toEqual([
    { kind: 'HOLD_ACCEPTED', organisation_id: null },
    { kind: 'HOLD_REQUESTED', organisation_id: idOf(901) },
  ]);
  expect(await ask('select subject, is_planner from notice_address order by 1')).toEqual([
    { subject: 'els', is_planner: false },
    { subject: 'jan', is_planner: true },
  ]);
  await capacity.owner.runMigrations();
});
