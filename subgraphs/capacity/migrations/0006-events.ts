import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgettingStatements, outboxTroubleTable } from '../../../platform/outbox/outbox.sql.js';

/** For who reads on from a position: the events of an organisation, and those of holds and waiting lists. */
const readingOrder = [
  'create index outbox_organisation on outbox (organisation_id, position)',
  `create index outbox_holds on outbox (position) where kind like 'hold.%' or kind like 'waitlist.%'`,
];

/** Until when figures were looked at for going stale. */
const figureWatch = [
  'create table figure_watch (checked_until timestamptz not null)',
  'insert into figure_watch values (hub_now())',
];

/**
 * Who wants to be told at an address of its own. `position` is that of the last event that was taken or given up, `news_position` that
 * of the last event that it wants; one worker at a time holds the lease.
 */
const subscriptions = [
  `create table event_subscription (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null,
    subject text not null,
    url text not null,
    kinds text[] not null check (cardinality(kinds) > 0),
    secret text,
    created_at timestamptz not null default hub_now(),
    position bigint not null,
    news_position bigint not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    turn_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    failing_since timestamptz,
    last_failure text,
    last_delivered_at timestamptz,
    suspended_at timestamptz,
    ended_at timestamptz,
    check ((secret is null) = (ended_at is not null))
  )`,
  'create index event_subscription_organisation on event_subscription (organisation_id) where ended_at is null',
  `create index event_subscription_turn on event_subscription (turn_at nulls first, id)
    where news_position > position and ended_at is null and suspended_at is null`,
  `create table undelivered_event (
    subscription_id uuid not null references event_subscription on delete cascade,
    event_id uuid not null,
    failure text not null,
    given_up_at timestamptz not null default hub_now(),
    primary key (subscription_id, event_id)
  )`,
];

/** What a person is told: to the one who placed a hold, or to every planner of an organisation. Identifiers only. */
const notices = [
  `create table notice (
    id uuid primary key default gen_random_uuid(),
    event_id uuid not null,
    kind text not null,
    subject text,
    organisation_id uuid,
    offer_ids uuid[] not null,
    hold_id uuid,
    entry_id uuid,
    subscription_id uuid,
    created_at timestamptz not null,
    check ((subject is null) <> (organisation_id is null)),
    unique nulls not distinct (event_id, subject, organisation_id)
  )`,
  'create index notice_subject on notice (subject, created_at desc, id) where subject is not null',
  'create index notice_organisation on notice (organisation_id, created_at desc, id) where organisation_id is not null',
  'create index notice_age on notice (created_at)',
  `create table notice_reading (
    notice_id uuid not null references notice on delete cascade,
    subject text not null,
    read_at timestamptz not null default hub_now(),
    primary key (notice_id, subject)
  )`,
];

/** Where a person wants mail, once the code that was mailed there came back; and the mails that are still to be sent. */
const mail = [
  `create table notice_address (
    subject text primary key,
    organisation_id uuid,
    is_planner boolean not null,
    language text not null check (language in ('nl','en')),
    address text,
    confirmed_at timestamptz,
    pending_address text,
    code_hash text,
    code_sent_at timestamptz,
    check ((address is null) = (confirmed_at is null)),
    check ((pending_address is null) = (code_hash is null)),
    check (code_hash is null or code_sent_at is not null)
  )`,
  'create index notice_address_organisation on notice_address (organisation_id) where is_planner and address is not null',
  `create table mail (
    id uuid primary key default gen_random_uuid(),
    address text not null,
    language text not null,
    kind text not null,
    code text,
    created_at timestamptz not null default hub_now(),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default hub_now(),
    check ((kind = 'CODE') = (code is not null))
  )`,
  'create index mail_due on mail (next_attempt_at)',
];

/** What the relay could not hand over, how events are read on and forgotten, and who is told of them: partners and people. */
export class Events1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [outboxTroubleTable, ...forgettingStatements('capacity'), ...readingOrder, ...figureWatch])
      await runner.query(statement);
    for (const statement of [...subscriptions, ...notices, ...mail]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table mail, notice_address, notice_reading, notice, undelivered_event, event_subscription',
    );
    await runner.query('drop index outbox_organisation, outbox_holds');
    await runner.query('drop function forget_events');
    await runner.query('drop table figure_watch, outbox_forgotten, outbox_trouble');
  }
}
