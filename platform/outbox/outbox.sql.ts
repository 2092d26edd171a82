/**
 * The events of one subgraph, each written in the transaction of the change that it tells of. `data` holds identifiers and codes
 * only. `position` is given when the relay publishes: in the order in which events became visible, so that a reader misses none.
 */
export function outboxStatements(schema: string): string[] {
  return [
    `create table outbox (
      id bigint generated always as identity primary key,
      event_id uuid not null unique default gen_random_uuid(),
      kind text not null check (kind <> ''),
      organisation_id uuid,
      region text,
      subject text,
      data jsonb not null,
      occurred_at timestamptz not null default hub_now(),
      position bigint unique
    )`,
    'create index outbox_unpublished on outbox (id) where position is null',
    'create sequence outbox_position',
    `create function wake_relay() returns trigger language plpgsql
      as $$ begin perform pg_notify('${schema}_outbox', ''); return null; end $$`,
    'create trigger outbox_wakes_relay after insert on outbox for each statement execute function wake_relay()',
  ];
}

/**
 * The events that a consumer could not take: how often it was tried, when it is tried next, and since when it is parked. A parked
 * event waits for the operator; with its row here gone it is tried again.
 */
export const outboxTroubleTable = `
  create table outbox_trouble (
    outbox_id bigint primary key references outbox on delete cascade,
    organisation_id uuid,
    attempts integer not null default 1,
    error_code text not null,
    next_attempt_at timestamptz not null,
    parked_at timestamptz
  )`;

/**
 * Events that were published long ago are forgotten, the oldest first and none between: `outbox_forgotten` tells up to which position,
 * so that a reader who stayed away for longer learns that it missed some. The role of the subgraph can remove events in no other way.
 */
export function forgettingStatements(schema: string): string[] {
  return [
    'create table outbox_forgotten (position bigint not null)',
    'insert into outbox_forgotten values (0)',
    `create function forget_events(days integer) returns bigint language plpgsql security definer set search_path = ${schema}, pg_temp
    as $$
    declare
      first_kept bigint;
      last_forgotten bigint;
    begin
      select position into first_kept from outbox
      where position is not null and occurred_at >= public.hub_now() - make_interval(days => greatest(days, 7))
      order by position limit 1;
      select max(old.position) into last_forgotten
      from (select position from outbox where position < coalesce(first_kept, 9223372036854775807) order by position limit 10000) old;
      delete from outbox where position <= last_forgotten;
      update outbox_forgotten set position = last_forgotten where position < last_forgotten;
      return last_forgotten;
    end $$`,
    'revoke all on function forget_events(integer) from public',
    `grant execute on function forget_events(integer) to thuisbasis_${schema}`,
    `revoke insert, update, delete, truncate on outbox_forgotten from thuisbasis_${schema}`,
  ];
}

/**
 * Whether a version of the hub knows every step that the schema has taken, by their names: a relay asks it, and may not read the steps. Made anew whenever
 * the schema is brought up to date.
 */
export function knowsStepsStatements(schema: string): string[] {
  return [
    `create or replace function ${schema}.knows_steps(known text[]) returns boolean language sql stable security definer
     set search_path = ${schema}, pg_temp as $$ select not exists (select from migration m where m.name <> all(known)) $$`,
    `revoke all on function ${schema}.knows_steps(text[]) from public`,
    `grant execute on function ${schema}.knows_steps(text[]) to thuisbasis_${schema}`,
  ];
}
