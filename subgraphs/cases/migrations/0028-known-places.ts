import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';
import { answerColumns, backToUnanswered } from './0028-referral-answers.sql.js';
import { followHold } from './0028-follow-hold.sql.js';

/** What cases knows of what providers offer, told by capacity: whose an offer is, and on which rung. */
const knownOffer = `
  create table known_offer (
    offer_id uuid primary key,
    organisation_id uuid not null,
    rung text not null,
    version bigint not null
  )`;

/** And of the holds of its cases: at which offer, and how each stands. Past its term it has lapsed, whether that was told or not. */
const knownHold = `
  create table known_hold (
    hold_id uuid primary key,
    case_id uuid not null references case_file on delete cascade,
    organisation_id uuid not null,
    offer_id uuid not null,
    rung text not null,
    state text not null check (state in ('REQUESTED','ACTIVE','CONVERTED','REFUSED','RELEASED','EXPIRED','ENDED')),
    expires_at timestamptz(3),
    converted_at timestamptz(3),
    changed_at timestamptz(3) not null,
    check ((state in ('CONVERTED','ENDED')) <= (converted_at is not null)),
    refusal_code text,
    version bigint not null
  )`;

const indexes = [
  'create index known_offer_organisation on known_offer (organisation_id)',
  'create index known_hold_case on known_hold (case_id)',
  'create index referral_hold on referral (hold_id) where hold_id is not null',
];

/** What may be told twice and late: what is older than what is known changes nothing. */
const receive = (name: string, table: string, columns: string, insert: string): string[] => [
  `create function ${name}(events jsonb) returns void language sql security definer set search_path = cases, public, pg_temp as $$
     insert into ${table} as known (${columns}) ${insert}
     on conflict (${columns.split(', ')[0] ?? ''}) do update set (${columns}) = (${columns
       .split(', ')
       .map((column) => `excluded.${column}`)
       .join(', ')})
     where known.version < excluded.version $$`,
  `revoke all on function ${name}(jsonb) from public`,
  `grant execute on function ${name}(jsonb) to thuisbasis_capacity`,
];

/** The two things that capacity may do here: tell of its offers, and of the holds of cases that are still there. */
const doors = [
  'grant usage on schema cases to thuisbasis_capacity',
  ...receive(
    'receive_offers',
    'known_offer',
    'offer_id, organisation_id, rung, version',
    `select distinct on ("offerId") "offerId", "organisationId", rung, version
     from jsonb_to_recordset(events) as e ("offerId" uuid, "organisationId" uuid, rung text, version bigint) order by "offerId", version desc`,
  ),
  ...receive(
    'receive_holds',
    'known_hold',
    'hold_id, case_id, organisation_id, offer_id, rung, state, expires_at, converted_at, changed_at, refusal_code, version',
    `select distinct on ("holdId") "holdId", "caseId", "organisationId", "offerId", rung, state, "expiresAt", "convertedAt", "changedAt",
       "refusalCode", version
     from jsonb_to_recordset(events) as e ("holdId" uuid, "caseId" uuid, "organisationId" uuid, "offerId" uuid, rung text, state text,
       "expiresAt" timestamptz, "convertedAt" timestamptz, "changedAt" timestamptz, "refusalCode" text, version bigint)
     where exists (select from case_file f where f.id = "caseId") order by "holdId", version desc`,
  ),
];

const ofOwnCase = `exists (select from case_file f where f.id = known_hold.case_id
  and (f.region = (select public.hub_region_as('care-broker')) or f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))))`;

const rights = [
  ...readOnlyFor('known_hold', ofOwnCase),
  'revoke insert, update, delete, truncate on known_offer, known_hold from thuisbasis_cases',
];

/** Offers and holds as cases knows them, the provider's answer to a referral, and placements that keep in step with holds. */
export class KnownPlaces1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [knownOffer, knownHold, ...indexes, ...doors, ...rights]) await runner.query(statement);
    for (const statement of [...answerColumns, ...followHold]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('known_hold')) await runner.query(statement);
    await runner.query('drop function receive_offers, receive_holds');
    await runner.query('revoke usage on schema cases from thuisbasis_capacity');
    await runner.query('drop index referral_hold');
    await runner.query('drop table known_hold, known_offer');
    await runner.query('drop function follow_hold');
    for (const statement of backToUnanswered) await runner.query(statement);
  }
}
