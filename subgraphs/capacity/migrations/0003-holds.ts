import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseProjection, receiveCases, receiveNoCases } from '../../../vocabulary/known-cases/case-projection.sql.js';
import { availabilityFunction } from './availability.sql.js';

const declineReasons = `'NO_CAPACITY','WRONG_AGE','EXCLUDED_PROBLEM','NOT_ELIGIBLE','OUT_OF_AREA','STAFF_MISSING','GROUP_MIX','MISSING_INFORMATION',
  'PARENT_OR_YOUTH_DECLINES','CARER_DECLINES','SAFETY','NO_CONTRACT','OTHER'`;

const hold = [
  `alter table hold
    add column case_id uuid,
    add column group_id uuid,
    add column region text,
    add column placed_by text,
    add column ended_as text check (ended_as in ('RELEASED','REFUSED','EXPIRED','ENDED')),
    add column ended_by text,
    add column refusal_code text check (refusal_code in (${declineReasons})),
    add column refusal_note text check (refusal_note <> ''),
    add check ((refusal_code is not null) = (coalesce(ended_as, '') = 'REFUSED')),
    add check (refusal_note is null or refusal_code is not null)`,
  'create index hold_case on hold (case_id, created_at)',
  'create index hold_due on hold ((coalesce(expires_at, answer_due_at))) where ended_at is null and converted_at is null',
];

/**
 * One row for each unit that a hold takes, with the time for which it takes it. The constraint is what makes it impossible that two
 * holds have the same unit at the same moment: a hold that lapses makes room by the clock alone. Places, hours and caseload alike.
 */
const holdUnit = [
  `create function hold_period(created_at timestamptz, answer_due_at timestamptz, expires_at timestamptz, converted_at timestamptz,
    ended_at timestamptz) returns tstzrange
  language sql immutable parallel safe
  as $$ select tstzrange($1, greatest($1, least($5, case when $4 is null then coalesce($3, $2) end))) $$`,
  `create table hold_unit (
    hold_id uuid not null references hold on delete cascade,
    offer_id uuid not null references offer,
    unit_no integer not null check (unit_no > 0),
    period tstzrange not null,
    primary key (hold_id, unit_no),
    constraint one_live_hold_per_unit exclude using gist (offer_id with =, unit_no with =, period with &&)
  )`,
  `create function follow_hold() returns trigger language plpgsql
  as $$
  begin
    update capacity.hold_unit
    set period = capacity.hold_period(new.created_at, new.answer_due_at, new.expires_at, new.converted_at, new.ended_at)
    where hold_id = new.id;
    return null;
  end $$`,
  `create trigger hold_units_follow after update of answer_due_at, expires_at, converted_at, ended_at on hold
    for each row execute function follow_hold()`,
];

const waitlist = [
  `create table waitlist_entry (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references offer,
    case_id uuid not null,
    quantity integer not null check (quantity > 0),
    priority text not null check (priority in ('CRISIS','URGENT','REGULAR')),
    region text not null,
    placed_by text not null,
    since timestamptz not null default hub_now(),
    state text not null default 'WAITING' check (state in ('WAITING','OFFERED','PLACED','DECLINED','LEFT')),
    hold_id uuid references hold,
    changed_at timestamptz not null default hub_now(),
    check ((state in ('OFFERED','PLACED')) <= (hold_id is not null))
  )`,
  `create unique index waitlist_entry_once on waitlist_entry (offer_id, case_id) where state in ('WAITING','OFFERED')`,
  `create index waitlist_entry_waiting on waitlist_entry (offer_id, since) where state = 'WAITING'`,
  'create unique index waitlist_entry_hold on waitlist_entry (hold_id)',
  `create table waitlist_passing (
    id uuid primary key default gen_random_uuid(),
    entry_id uuid not null references waitlist_entry on delete cascade,
    passed_at timestamptz not null default hub_now(),
    reason text not null check (reason in (${declineReasons},'NO_ANSWER','TOO_LARGE')),
    hold_id uuid references hold
  )`,
  'create index waitlist_passing_entry on waitlist_passing (entry_id, passed_at)',
];

/** Holds of units for cases, the waiting lists, and the availability that follows from them. */
export class Holds1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [caseProjection, ...receiveCases('capacity'), ...hold, ...holdUnit, ...waitlist])
      await runner.query(statement);
    await runner.query('drop function offer_availability(uuid, text, timestamptz, jsonb)');
    await runner.query(availabilityFunction);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of receiveNoCases('capacity')) await runner.query(statement);
    await runner.query('drop table waitlist_passing, waitlist_entry, hold_unit, case_projection');
    await runner.query('drop trigger if exists hold_units_follow on hold');
    await runner.query('drop function follow_hold, hold_period');
    await runner.query('drop index hold_due, hold_case');
    await runner.query(
      `alter table hold drop column case_id, drop column group_id, drop column region, drop column placed_by, drop column ended_as,
       drop column ended_by, drop column refusal_code, drop column refusal_note`,
    );
  }
}
