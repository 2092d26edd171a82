import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { anOffer } from '../../../test/builders/rows/offer.js';

let capacity: CapacityDatabase;
const [offer] = [anOffer(1)];

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  await capacity.write([offer], new Date().toISOString());
});
afterAll(() => capacity.close());

const ask = (sql: string, values: unknown[] = []): Promise<unknown> => capacity.owner.query(sql, values);

/** A hold that was refused for a case that waits for another, as they stood before. */
async function writeAsBefore(): Promise<void> {
  await ask(
    `insert into hold (id, offer_id, quantity, answer_due_at, case_id, group_id, region, placed_by, ended_at, ended_as, ended_by, refusal_code, refusal_note)
     values ($1, $2, 1, hub_now(), $3, $4, 'flevoland', 'els', hub_now(), 'REFUSED', 'jan', 'OTHER', 'vol')`,
    [idOf(11), offer.id, idOf(1), idOf(5)],
  );
  await ask(
    `insert into waitlist_entry (id, offer_id, case_id, quantity, priority, region, placed_by, state)
     values ($1, $3, $4, 1, 'REGULAR', 'flevoland', 'els', 'WAITING'), ($2, $3, $4, 1, 'REGULAR', 'flevoland', 'els', 'LEFT')`,
    [idOf(21), idOf(22), offer.id, idOf(1)],
  );
  await ask(`insert into dispute (id, offer_id, claim, disputed_by) values ($1, $2, 'NOT_FREE', 'els')`, [
    idOf(31),
    offer.id,
  ]);
}

/** Undoes what came since, and the tables of cases themselves. */
async function goBack(): Promise<void> {
  const isThere = async () =>
    (await ask(`select to_regclass('capacity.hold_ending') as there`)) as { there: unknown }[];
  while ((await isThere())[0]?.there != null) await capacity.owner.undoLastMigration();
}

describe('a hub that was in use', () => {
  it('keeps for whom holds were placed and who waits, and may go back', async () => {
    await goBack();
    await writeAsBefore();
    await capacity.owner.runMigrations();
    expect(await ask('select case_id, group_id, region, placed_by from hold_case')).toEqual([
      { case_id: idOf(1), group_id: idOf(5), region: 'flevoland', placed_by: 'els' },
    ]);
    expect(await ask('select hold_id, ended_by, refusal_code, refusal_note from hold_ending')).toEqual([
      { hold_id: idOf(11), ended_by: 'jan', refusal_code: 'OTHER', refusal_note: 'vol' },
    ]);
    expect(await ask('select entry_id, case_id, is_current from waitlist_case order by entry_id')).toEqual([
      { entry_id: idOf(21), case_id: idOf(1), is_current: true },
      { entry_id: idOf(22), case_id: idOf(1), is_current: false },
    ]);
    expect(await ask('select dispute_id, answered_at from dispute_time')).toEqual([
      { dispute_id: idOf(31), answered_at: null },
    ]);
    await goBack();
    expect(await ask('select case_id, placed_by, ended_by, refusal_code from hold')).toEqual([
      { case_id: idOf(1), placed_by: 'els', ended_by: 'jan', refusal_code: 'OTHER' },
    ]);
    expect(await ask(`select case_id, region from waitlist_entry where state = 'WAITING'`)).toEqual([
      { case_id: idOf(1), region: 'flevoland' },
    ]);
    await capacity.owner.runMigrations();
  });
});
