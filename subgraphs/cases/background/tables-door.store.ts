import type { Consumer } from '../../../platform/outbox/consumer.js';
import type { EntityManager } from '../../../platform/database/database.js';

/** How long a round table is taken to last: no source tells (_proposal_). */
const tableMinutes = 90;

/** Round tables as they stand now, each with the newest event of it: one that is cancelled takes nobody's time, of one that is erased nothing is told. */
const tables = `
  select jsonb_agg(jsonb_build_object('tableId', told.id, 'startsAt', t.planned_at, 'endsAt', t.planned_at + make_interval(mins => $2), 'version', told.version,
    'professionalIds', case when t.state <> 'CANCELLED' then to_jsonb(t.participant_ids) else '[]' end)) as known
  from (select (data ->> 'tableId')::uuid as id, max(id) as version from jsonb_to_recordset($1::jsonb) as e (id bigint, data jsonb) group by 1) told
  left join round_table t on t.id = told.id`;

/** Tells people when who sits at a round table: by identifiers and times alone. */
export const tellOfTables: Consumer = async (tx, events) => {
  const told = events.filter(({ kind }) => kind.startsWith('round-table.')).map(({ id, data }) => ({ id, data }));
  if (told.length > 0)
    await tx.query(`select people.receive_round_tables(t.known) from (${tables}) t`, [
      JSON.stringify(told),
      tableMinutes,
    ]);
};

/** Tells of all tables of these days and to come once more: whoever knows them learns nothing new, and who missed one does. */
export async function tellTablesAnew(db: EntityManager): Promise<void> {
  await db.query(
    `insert into outbox (kind, data)
     select 'round-table.changed', jsonb_build_object('tableId', t.id) from round_table t where t.planned_at > hub_now() - interval '8 days'`,
  );
}
