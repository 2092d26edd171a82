import type { MigrationInterface, QueryRunner } from 'typeorm';
import { idempotencyIndex, idempotencyTable } from '../../../platform/idempotency/idempotency.sql.js';
import { outboxStatements } from '../../../platform/outbox/outbox.sql.js';

/**
 * Sequences belong to who sends them: a system counts its own reports, a planner at a page another. Which report of an offer is
 * newest follows from the moment it speaks of, and within one source from its sequence. A report by telephone says who was spoken with.
 */
const reports = [
  'alter table capacity_report drop constraint capacity_report_offer_id_sequence_key',
  'alter table capacity_report add unique (offer_id, source, sequence)',
  `alter table capacity_report add column spoken_with text check (spoken_with <> ''),
    add column reported_by text,
    add check ((spoken_with is null) or method = 'PHONED')`,
  'create index capacity_report_newest on capacity_report (offer_id, as_of desc, sequence desc)',
  'create index capacity_report_age on capacity_report (as_of)',
];

const closures = [
  `alter table closure add column closed_by text, add column reopened_by text, add column note text check (note <> '')`,
  `create unique index closure_open on closure (offer_id) where reopened_at is null`,
  `create table closure_revision (
    id uuid primary key default gen_random_uuid(),
    closure_id uuid not null references closure on delete cascade,
    recorded_at timestamptz not null default hub_now(),
    reason text not null,
    expected_end_on date,
    note text,
    recorded_by text
  )`,
  'create index closure_revision_closure on closure_revision (closure_id, recorded_at)',
];

/** A broker phoned and heard otherwise: the figure stays disputed until the provider answers. */
const disputes = [
  `create table dispute (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null references offer,
    claim text not null check (claim in ('NOT_FREE','OTHER_NUMBER','INTAKE_CLOSED','NOT_OFFERED','UNREACHABLE')),
    note text check (note <> ''),
    disputed_at timestamptz not null default hub_now(),
    disputed_by text not null,
    region text,
    answered_at timestamptz,
    check (answered_at >= disputed_at)
  )`,
  'create index dispute_offer on dispute (offer_id) where answered_at is null',
];

/** Sequences, closures with their history, disputes; what was answered to whom, and the events that tell of it. */
export class Publishing1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [...reports, ...closures, ...disputes];
    for (const statement of [...statements, idempotencyTable, idempotencyIndex, ...outboxStatements('capacity')])
      await runner.query(statement);
    await runner.query('revoke update, delete, truncate on outbox from thuisbasis_capacity');
    await runner.query('grant update (position) on outbox to thuisbasis_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, idempotency_key, dispute, closure_revision');
    await runner.query('drop sequence outbox_position');
    await runner.query('drop function wake_relay');
    await runner.query('drop index closure_open, capacity_report_newest, capacity_report_age');
    await runner.query('alter table closure drop column closed_by, drop column reopened_by, drop column note');
    await runner.query('alter table capacity_report drop column spoken_with, drop column reported_by');
  }
}
