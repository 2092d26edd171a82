import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor, removableFor, workedOnBy } from '../../../platform/database/row-security.sql.js';

/** How the placement stands that came of a hold, told by cases; `followed` is up to where the hold was brought in line with it. */
const placement = `
  create table placement_projection (
    hold_id uuid primary key,
    placement_id uuid not null,
    status text not null check (status in ('ALLOCATED','STARTED','PAUSED','ENDED','CANCELLED')),
    version bigint not null,
    followed bigint not null default 0
  )`;

/** The second thing that cases may do here: tell of placements. What is told twice or late changes nothing. */
const door = [
  `create function receive_placements(events jsonb) returns void language sql security definer set search_path = capacity, pg_temp as $$
     insert into placement_projection as known (hold_id, placement_id, status, version)
     select distinct on ("holdId") "holdId", "placementId", status, version
     from jsonb_to_recordset(events) as e ("holdId" uuid, "placementId" uuid, status text, version bigint)
     where exists (select from hold_case k where k.hold_id = "holdId") order by "holdId", version desc
     on conflict (hold_id) do update set status = excluded.status, version = excluded.version
     where known.version < excluded.version;
     select pg_notify('capacity_placements', '') $$`,
  'revoke all on function receive_placements(jsonb) from public',
  'grant execute on function receive_placements(jsonb) to thuisbasis_cases',
];

/** Where a hold is taken up again, unit numbers that were given to others since stay with them: the offer is overcommitted. */
const takeUp = [
  `create function yield_units() returns trigger language plpgsql as $$
   begin
     delete from capacity.hold_unit u using capacity.hold_unit other
     where u.hold_id = new.id and other.offer_id = u.offer_id and other.unit_no = u.unit_no and other.hold_id <> u.hold_id
       and other.period && tstzrange(new.created_at, null);
     return new;
   end $$`,
  `create trigger hold_taken_up before update of ended_at, converted_at on hold for each row
   when (new.ended_at is null and new.converted_at is not null and old.converted_at is null) execute function yield_units()`,
];

const rights = [
  ...readOnlyFor('placement_projection', `(select public.hub_on_duty('background'))`),
  workedOnBy('placement_projection', `(select public.hub_on_duty('background'))`),
  'revoke insert, update, delete, truncate on placement_projection from thuisbasis_capacity',
  removableFor('hold_ending', `(select public.hub_on_duty('background'))`),
  'grant update (followed) on placement_projection to thuisbasis_capacity',
];

/** What capacity knows of placements, so that holds keep in step with them. */
export class Placements1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const index =
      'create index placement_projection_unfollowed on placement_projection (version) where followed < version';
    for (const statement of [placement, index, ...door, ...takeUp, ...rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('placement_projection')) await runner.query(statement);
    await runner.query('drop policy hold_ending_removed on hold_ending');
    await runner.query('drop trigger hold_taken_up on hold');
    await runner.query('drop function receive_placements, yield_units');
    await runner.query('drop table placement_projection');
  }
}
