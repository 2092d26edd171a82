import type { MigrationInterface, QueryRunner } from 'typeorm';
import { availabilityFunction, availabilityOfTimes } from './availability.sql.js';

/** For whom a hold was placed and by whom; what its units and times are stays where everybody's holds are counted. */
const holds = [
  'drop index hold_case',
  `create table hold_case (
    hold_id uuid primary key references hold on delete cascade,
    case_id uuid not null,
    group_id uuid,
    region text,
    placed_by text
  )`,
  `insert into hold_case select id, case_id, group_id, region, placed_by from hold where case_id is not null`,
  'create index hold_case_case on hold_case (case_id)',
  `create table hold_ending (
    hold_id uuid primary key references hold on delete cascade,
    ended_by text,
    refusal_code text,
    refusal_note text check (refusal_note <> ''),
    check (refusal_note is null or refusal_code is not null)
  )`,
  `insert into hold_ending select id, ended_by, refusal_code, refusal_note from hold where ended_by is not null or refusal_code is not null`,
  ...['case_id', 'group_id', 'region', 'placed_by', 'ended_by', 'refusal_code', 'refusal_note'].map(
    (column) => `alter table hold drop column ${column}`,
  ),
];

/** Which case waits; how many wait and in which order stays where places on the list are counted. A case is once on each list. */
const waitlists = [
  `create table waitlist_case (
    entry_id uuid primary key,
    offer_id uuid not null references offer,
    case_id uuid not null,
    region text not null,
    placed_by text not null,
    is_current boolean not null default true
  )`,
  `insert into waitlist_case select id, offer_id, case_id, region, placed_by, state in ('WAITING','OFFERED') from waitlist_entry`,
  'alter table waitlist_case add foreign key (entry_id) references waitlist_entry on delete cascade',
  'create unique index waitlist_case_once on waitlist_case (offer_id, case_id) where is_current',
  'create index waitlist_case_case on waitlist_case (case_id)',
  ...['case_id', 'region', 'placed_by'].map((column) => `alter table waitlist_entry drop column ${column}`),
  `create function follow_entry() returns trigger language plpgsql security definer set search_path = capacity, pg_temp
  as $$
  begin
    update waitlist_case set is_current = new.state in ('WAITING','OFFERED') where entry_id = new.id;
    return null;
  end $$`,
  `create trigger waitlist_case_follows after update of state on waitlist_entry for each row execute function follow_entry()`,
];

/** When a figure was disputed, for every search; what was heard and by whom stays with the dispute. */
const disputes = [
  `create table dispute_time (
    dispute_id uuid primary key references dispute on delete cascade,
    offer_id uuid not null references offer,
    disputed_at timestamptz not null,
    answered_at timestamptz
  )`,
  'insert into dispute_time select id, offer_id, disputed_at, answered_at from dispute',
  'create index dispute_time_offer on dispute_time (offer_id, disputed_at)',
  `create function follow_dispute() returns trigger language plpgsql security definer set search_path = capacity, pg_temp
  as $$
  begin
    insert into dispute_time values (new.id, new.offer_id, new.disputed_at, new.answered_at)
    on conflict (dispute_id) do update set disputed_at = excluded.disputed_at, answered_at = excluded.answered_at;
    return null;
  end $$`,
  'create trigger dispute_time_follows after insert or update on dispute for each row execute function follow_dispute()',
  'revoke insert, update, delete, truncate on dispute_time from thuisbasis_capacity',
  availabilityOfTimes,
];

/** What knows cases and people moves to tables of its own, away from what everybody's holds, lists and disputes are counted by. */
export class CaseTables1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...holds, ...waitlists, ...disputes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...backToDisputes, ...backToWaitlists, ...backToHolds]) await runner.query(statement);
  }
}

const backToDisputes = [
  availabilityFunction,
  'drop trigger dispute_time_follows on dispute',
  'drop function follow_dispute',
  'drop table dispute_time',
];

const backToWaitlists = [
  'drop trigger waitlist_case_follows on waitlist_entry',
  'drop function follow_entry',
  'alter table waitlist_entry add column case_id uuid, add column region text, add column placed_by text',
  `update waitlist_entry e set case_id = k.case_id, region = k.region, placed_by = k.placed_by from waitlist_case k where k.entry_id = e.id`,
  'alter table waitlist_entry alter column case_id set not null, alter column region set not null, alter column placed_by set not null',
  'drop table waitlist_case',
  `create unique index waitlist_entry_once on waitlist_entry (offer_id, case_id) where state in ('WAITING','OFFERED')`,
];

const backToHolds = [
  `alter table hold add column case_id uuid, add column group_id uuid, add column region text, add column placed_by text,
    add column ended_by text, add column refusal_code text, add column refusal_note text`,
  `update hold h set case_id = k.case_id, group_id = k.group_id, region = k.region, placed_by = k.placed_by from hold_case k where k.hold_id = h.id`,
  `update hold h set ended_by = e.ended_by, refusal_code = e.refusal_code, refusal_note = e.refusal_note from hold_ending e where e.hold_id = h.id`,
  'drop table hold_case, hold_ending',
  'create index hold_case on hold (case_id, created_at)',
];
