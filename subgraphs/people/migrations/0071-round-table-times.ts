import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When round tables of cases take the time of which professionals: of whom they speak is not known here. An emptied one is kept by its version. */
const roundTableTime = [
  `create table round_table_time (
    table_id uuid primary key,
    professional_ids uuid[] not null,
    during tstzrange not null check (not isempty(during)),
    version bigint not null
  )`,
  'alter table round_table_time enable row level security',
  'revoke all on round_table_time from thuisbasis_people',
];

const asOwner = 'security definer set search_path = people, public, pg_temp';

/**
 * The one thing that cases may do here besides: tell of round tables. What is older than what is known changes nothing. Of a table that is there no more,
 * since its case was erased, nothing stays; and nothing of one that lies behind, once it counts in no week any more.
 */
const door = [
  `create function receive_round_tables(events jsonb) returns void language plpgsql ${asOwner} as $$ begin
     insert into round_table_time as known (table_id, professional_ids, during, version)
     select distinct on ("tableId") "tableId", "professionalIds", tstzrange("startsAt", "endsAt"), version
     from jsonb_to_recordset(events) as e ("tableId" uuid, "professionalIds" uuid[], "startsAt" timestamptz, "endsAt" timestamptz, version bigint)
     where "startsAt" is not null order by "tableId", version desc
     on conflict (table_id) do update set professional_ids = excluded.professional_ids, during = excluded.during, version = excluded.version
     where known.version < excluded.version;
     delete from round_table_time where upper(during) < public.hub_now() - interval '31 days' or table_id in
       (select "tableId" from jsonb_to_recordset(events) as e ("tableId" uuid, "startsAt" timestamptz) where "startsAt" is null);
   end $$`,
  'revoke all on function receive_round_tables(jsonb) from public',
  'grant execute on function receive_round_tables(jsonb) to thuisbasis_cases',
];

const session =
  'select t.professional_id, t.during from theme_participant t where t.takes_time and t.professional_id is not null';

/** Nobody is free who sits at a theme table, or at a round table. */
const takenTime = (...more: string[]): string =>
  `create or replace view taken_time with (security_invoker = true) as ${[session, ...more].join(' union all ')}`;
const atTables = 'select p.id, t.during from round_table_time t cross join unnest(t.professional_ids) p (id)';

/** A round table takes the time of who sits there. */
export class RoundTableTimes1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...roundTableTime, ...door, takenTime(atTables)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takenTime());
    await runner.query('drop function receive_round_tables(jsonb)');
    await runner.query('drop table round_table_time');
  }
}
