import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditStatements } from '../../../platform/audit/audit.sql.js';
import {
  addableFor,
  changeableFor,
  readableByAll,
  readOnlyFor,
  removableFor,
  workedOnBy,
} from '../../../platform/database/row-security.sql.js';

/**
 * The third layer of rights, beneath the gateway and the stores. Each function is asked once for a statement, not once for a row. Besides the
 * caller there are two duties: `turns`, the part of a request that serves who waits, and `background`, what the hub does unasked.
 */
const planners = `(select public.hub_organisation_as('provider-planner'))`;
const providers = `(select public.hub_organisation_as('provider-planner', 'provider-system'))`;
const person = `(select public.hub_caller() ->> 'subject')`;
const background = `(select public.hub_on_duty('background'))`;
const forOthers = `(select public.hub_on_duty('turns', 'background'))`;

const ofOwnOffer = (table: string): string =>
  `exists (select from offer o where o.id = ${table}.offer_id and o.organisation_id = ${providers})`;
const ofSeenCase = (table: string): string =>
  `${forOthers} or exists (select from case_projection known where known.id = ${table}.case_id)`;

const cases = [
  ...readOnlyFor(
    'case_projection',
    `${forOthers} or region = (select public.hub_region_as('care-broker'))
      or owner_organisation_id = (select public.hub_organisation_as('case-owner'))`,
  ),
  ...['hold_case', 'waitlist_case'].flatMap((table) => [
    ...readOnlyFor(table, ofSeenCase(table)),
    addableFor(table, ofSeenCase(table)),
  ]),
];

/** Who ended a hold and why: for its provider, and for whoever knows its case. */
const ofSeenHold = `exists (select from hold_case k where k.hold_id = hold_ending.hold_id)
  or exists (select from hold h join offer o on o.id = h.offer_id where h.id = hold_ending.hold_id and o.organisation_id = ${providers})`;
const endings = [...readOnlyFor('hold_ending', ofSeenHold), addableFor('hold_ending', ofSeenHold)];

/** What somebody heard: its own, and for the provider of whom it was told. */
const disputes = [
  ...readOnlyFor('dispute', `disputed_by = ${person} or ${ofOwnOffer('dispute')}`),
  addableFor('dispute', `disputed_by = ${person}`),
  changeableFor('dispute', `disputed_by = ${person} or ${ofOwnOffer('dispute')}`),
];

const notices = [
  ...readOnlyFor('notice', `subject = ${person} or organisation_id = ${planners}`),
  ...readOnlyFor('notice_reading', `subject = ${person}`),
  addableFor(
    'notice_reading',
    `subject = ${person} and exists (select from notice n where n.id = notice_reading.notice_id)`,
  ),
  ...readOnlyFor('notice_address', `subject = ${person}`),
  addableFor('notice_address', `subject = ${person}`),
  changeableFor('notice_address', `subject = ${person}`),
  ...readOnlyFor('mail', `subject = ${person}`),
  addableFor('mail', `subject = ${person} and kind = 'CODE'`),
  removableFor('mail', `subject = ${person}`),
];

/** Addresses and secrets of partners. */
const subscriptions = [
  ...readOnlyFor('event_subscription', `organisation_id = ${providers}`),
  addableFor('event_subscription', `organisation_id = ${providers}`),
  changeableFor('event_subscription', `organisation_id = ${providers}`),
  ...readOnlyFor(
    'undelivered_event',
    'exists (select from event_subscription s where s.id = undelivered_event.subscription_id)',
  ),
];

/** Events name holds and entries, never a case; of which of these a seeker is told, the case of each decides, which only its table knows. */
const events = [
  ...readOnlyFor(
    'outbox',
    `organisation_id = ${providers}
      or (kind ~ '^(capacity|report|offer|intake|figure)[.]' and (select public.hub_has_role('care-broker')))
      or (kind ~ '^(hold|waitlist)[.]' and (select public.hub_has_role('care-broker', 'case-owner')))`,
  ),
  addableFor('outbox', `${forOthers} or (select public.hub_caller()) is not null`),
  `create function last_position() returns bigint language sql stable security definer set search_path = capacity, pg_temp
   as $$ select max(position) from outbox $$`,
  'revoke all on function last_position() from public',
  'grant execute on function last_position() to thuisbasis_capacity',
];

/** The answers that are kept for who sends a request again. */
const client = `client = (select coalesce(public.hub_caller() ->> 'organisation', '') || '/' || (public.hub_caller() ->> 'subject'))`;
const answers = [
  ...readOnlyFor('idempotency_key', client),
  addableFor('idempotency_key', client),
  changeableFor('idempotency_key', client),
];

const unasked = [
  ...['notice', 'notice_address', 'mail', 'event_subscription', 'undelivered_event', 'outbox', 'idempotency_key'],
].map((table) => workedOnBy(table, background));

/** A search that belongs to no case is written down as well: by name and hash of the question, and nothing else. */
const audit = [
  ...auditStatements('capacity'),
  'alter table audit_event drop constraint audit_event_object_ids_check',
  `alter table audit_event add check ((object_type = 'Search') = (cardinality(object_ids) = 0))`,
  'revoke select on audit_event from thuisbasis_capacity',
];

/** Row level security on what knows cases and people, and the audit of every access to holds, waiting lists and searches. */
export class Rights1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const policies = [
      ...cases,
      ...endings,
      ...disputes,
      ...notices,
      ...subscriptions,
      ...events,
      ...answers,
      ...unasked,
    ];
    for (const statement of [...policies, ...audit]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function seal_audit, verify_audit');
    await runner.query('drop table audit_pending, audit_seal');
    await runner.query('drop table audit_event cascade');
    await runner.query('drop function await_seal, last_position');
    for (const table of [...secured].reverse())
      for (const statement of readableByAll(table)) await runner.query(statement);
  }
}

const secured = [
  ...[
    'case_projection',
    'hold_case',
    'waitlist_case',
    'hold_ending',
    'dispute',
    'notice',
    'notice_reading',
    'notice_address',
  ],
  ...['mail', 'event_subscription', 'undelivered_event', 'outbox', 'idempotency_key'],
];
