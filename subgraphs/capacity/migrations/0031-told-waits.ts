import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each provider told of waiting for an offer, by the time in which it held: after `from_at` up to and with `until_at`. Of many reports that say
 * the same one row is left, so that what held on a day is read without looking for the newest report of each offer.
 */
const toldWait = `
  create table told_wait (
    offer_id uuid not null references offer,
    from_at timestamptz not null,
    until_at timestamptz not null,
    wait_estimate_days integer,
    waitlist_count integer,
    primary key (offer_id, from_at),
    check (from_at < until_at),
    check (coalesce(wait_estimate_days, waitlist_count) is not null)
  )`;

const indexes = [
  'create index told_wait_held on told_wait (until_at, from_at) include (offer_id, wait_estimate_days, waitlist_count)',
  `create unique index told_wait_open on told_wait (offer_id) where until_at = 'infinity'`,
];

/** All of some offers, from their reports: of one moment the last that was sent. */
const rebuild = `
  create function rebuild_told_waits(offers uuid[]) returns void language sql set search_path = capacity, public, pg_temp as $$
    delete from told_wait where offer_id = any(offers);
    insert into told_wait (offer_id, from_at, until_at, wait_estimate_days, waitlist_count)
    with moments as (
      select distinct on (offer_id, as_of) offer_id, as_of, wait_estimate_days, waitlist_count from capacity_report
      where offer_id = any(offers) and withdrawn_at is null order by offer_id, as_of, sequence desc, received_at desc
    ), compared as (
      select *, row(wait_estimate_days, waitlist_count) is distinct from
        row(lag(wait_estimate_days) over earlier, lag(waitlist_count) over earlier) as is_change
      from moments window earlier as (partition by offer_id order by as_of)
    ), periods as (
      select *, coalesce(lead(as_of) over (partition by offer_id order by as_of), 'infinity') as until_at from compared where is_change
    )
    select offer_id, as_of, until_at, wait_estimate_days, waitlist_count from periods
    where coalesce(wait_estimate_days, waitlist_count) is not null $$`;

/**
 * A report that is the newest of its offer ends what held and begins what holds, where it says something else. Where one comes late or is taken back,
 * the offer is gone through again. Reports of one offer are taken one after the other.
 */
const follow = [
  `create function follow_reports() returns trigger language plpgsql security definer set search_path = capacity, public, pg_temp as $$
   declare late uuid[];
   begin
     perform from offer where id in (select offer_id from told) order by id for no key update;
     select coalesce(array_agg(distinct t.offer_id), '{}') into late from told t
     where exists (select from capacity_report r where r.offer_id = t.offer_id and r.withdrawn_at is null and r.as_of >= t.as_of and r.id <> t.id);
     if cardinality(late) > 0 then perform rebuild_told_waits(late); end if;
     update told_wait w set until_at = t.as_of from told t
     where w.offer_id = t.offer_id and w.until_at = 'infinity' and t.withdrawn_at is null and t.offer_id <> all(late)
       and row(w.wait_estimate_days, w.waitlist_count) is distinct from row(t.wait_estimate_days, t.waitlist_count);
     insert into told_wait (offer_id, from_at, until_at, wait_estimate_days, waitlist_count)
     select offer_id, as_of, 'infinity', wait_estimate_days, waitlist_count from told t
     where t.withdrawn_at is null and t.offer_id <> all(late) and coalesce(wait_estimate_days, waitlist_count) is not null
       and not exists (select from told_wait w where w.offer_id = t.offer_id and w.until_at = 'infinity');
     return null;
   end $$`,
  `create trigger report_told after insert on capacity_report referencing new table as told for each statement execute function follow_reports()`,
  `create function follow_withdrawals() returns trigger language plpgsql security definer set search_path = capacity, public, pg_temp as $$
   declare offers uuid[];
   begin
     select array_agg(distinct offer_id) into offers from told;
     if offers is null then return null; end if;
     perform from offer where id = any(offers) order by id for no key update;
     perform rebuild_told_waits(offers);
     return null;
   end $$`,
  `create trigger report_changed after update on capacity_report referencing new table as told for each statement
     execute function follow_withdrawals()`,
  `create trigger report_removed after delete on capacity_report referencing old table as told for each statement
     execute function follow_withdrawals()`,
];

const rights = [
  'revoke all on function rebuild_told_waits(uuid[]), follow_reports(), follow_withdrawals() from public',
  'revoke insert, update, delete, truncate on told_wait from thuisbasis_capacity',
];

const soFar =
  'select rebuild_told_waits(array_agg(offer_id)) from (select distinct offer_id from capacity_report) reported';

/** How long providers said that children wait, by the time in which they said so. */
export class ToldWaits1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [toldWait, ...indexes, rebuild, ...follow, ...rights, soFar]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger report_told on capacity_report');
    await runner.query('drop trigger report_changed on capacity_report');
    await runner.query('drop trigger report_removed on capacity_report');
    await runner.query('drop function follow_reports, follow_withdrawals, rebuild_told_waits');
    await runner.query('drop table told_wait');
  }
}
