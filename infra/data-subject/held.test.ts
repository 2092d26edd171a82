import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOffer } from '../../test/builders/rows/offer.js';
import { caseRow, idOf } from '../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { writeWorld } from '../../test/oracle/write-world.js';
import { findHeld } from './held.js';

const [hold, otherHold] = [idOf(81), idOf(82)];

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({ cases: [caseRow(1)] });
  await database.owner.query('set search_path = capacity, public');
  await writeWorld(database.owner, { offers: [anOffer(1)] }, Date.now());
  await database.owner.query(
    `insert into hold (id, offer_id, quantity, answer_due_at) select one, id, 1, hub_now() from offer, unnest($1::uuid[]) as one`,
    [[hold, otherHold]],
  );
  await database.owner.query('insert into hold_case (hold_id, case_id) values ($1, $2)', [hold, idOf(1)]);
  await database.owner.query(
    `insert into audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, access_point, purpose, object_type,
       object_ids, authorisation_protocol, source_id, trace_id)
     values ('HOLD_READ', 'R', 'GRANTED', true, true, 'planner', '{provider-planner}', 'page', 'FIND_CARE', 'Hold', $1, 'p', 'capacity', 't')`,
    [[otherHold, hold]],
  );
});
afterAll(() => database.close());

it('who looked at a place that is held for a child is told with the rest, and not who else had one', async () => {
  const held = await database.owner.transaction((tx) => findHeld(tx, { caseId: idOf(1), number: 'FL-26-0001' }));
  const looks = held.find(({ schema, table }) => schema === 'capacity' && table === 'audit_event');
  expect(looks?.rows.map(({ user_id: by, object_ids: ids }) => [by, ids])).toEqual([['planner', [hold]]]);
});
