import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a hold stands at an instant, from its own instants alone: past its term it is EXPIRED before anybody wrote that down. */
const holdState = `
  create function hold_state(h hold, at timestamptz) returns text
  language sql immutable parallel safe
  as $$
    select case when h.ended_as is not null then h.ended_as when h.converted_at is not null then 'CONVERTED'
      when coalesce(h.expires_at, h.answer_due_at) <= $2 then 'EXPIRED' when h.accepted_at is null then 'REQUESTED' else 'ACTIVE' end
  $$`;

/** Care that has started keeps its unit without end; `greatest` and `least` pass nulls over, so no end is said as infinity. */
const holdPeriod = `
  create or replace function hold_period(created_at timestamptz, answer_due_at timestamptz, expires_at timestamptz,
    converted_at timestamptz, ended_at timestamptz) returns tstzrange
  language sql immutable parallel safe
  as $$
    select case when $4 is not null and $5 is null then tstzrange($1, null)
      else tstzrange($1, greatest($1, least($5, case when $4 is null then coalesce($3, $2) end))) end
  $$`;

/** A unit number that care gave back, because a newer report counts it, may be somebody else's since: it stays given back. */
const followHold = `
  create or replace function follow_hold() returns trigger language plpgsql
  as $$
  begin
    update capacity.hold_unit
    set period = capacity.hold_period(new.created_at, new.answer_due_at, new.expires_at, new.converted_at, new.ended_at)
    where hold_id = new.id and (old.converted_at is null or upper_inf(period));
    return null;
  end $$`;

const rests = `alter table waitlist_entry add column rests_until timestamptz`;

/** How a hold stands, the time for which care keeps its unit, and how long a waiting case rests after a no. */
export class HoldStates1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [holdState, holdPeriod, followHold, rests]) await runner.query(statement);
    await runner.query('create index hold_region on hold (region, created_at desc, id desc)');
    await runner.query('alter table hold add check ((ended_at is null) = (ended_as is null))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table waitlist_entry drop column rests_until');
    await runner.query('drop index hold_region');
    await runner.query('drop function hold_state');
  }
}
