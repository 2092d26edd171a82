import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const roles = (list: string): string[] => [
  'alter table notice drop constraint notice_role_check',
  `alter table notice add constraint notice_role_check check (role in (${list}))`,
];
const rolesBefore = `'provider-planner','case-owner','privacy-officer'`;

const seen = (condition: string): string[] => [
  'drop policy notice_seen on notice',
  `create policy notice_seen on notice for select using (${condition})`,
];
const person = `(select public.hub_caller() ->> 'subject')`;
const organisationAs = (role: string): string =>
  `(role = '${role}' and organisation_id = (select public.hub_organisation_as('${role}')))`;
const regionAs = (role: string): string => `(role = '${role}' and region = (select public.hub_region_as('${role}')))`;
const seenBefore = [
  `subject = ${person}`,
  ...['provider-planner', 'case-owner'].map(organisationAs),
  regionAs('privacy-officer'),
];

/** A notice of a case names it: whoever is told has the case. */
const notices = [
  ...roles(`${rolesBefore},'care-broker'`),
  'alter table notice add column case_id uuid',
  'create index notice_case on notice (case_id) where case_id is not null',
  ...seen([...seenBefore, regionAs('care-broker')].join(' or ')),
];

/** Of which case a hand-over was: read by nobody but who writes the notices of it. */
const handOverCase = [
  'create table hand_over_case (event_id uuid primary key, case_id uuid not null)',
  'create index hand_over_case_of on hand_over_case (case_id)',
  ...readOnlyFor('hand_over_case', `(select public.hub_on_duty('background'))`),
  'revoke insert, update, delete, truncate on hand_over_case from thuisbasis_capacity',
];

/** Another thing that cases may do here: tell that a case has other hands, so that these hear of it. What it told before is not told again. */
const receiveHandOvers = [
  `create function receive_hand_overs(events jsonb) returns void
  language sql security definer set search_path = capacity, pg_temp
  as $$
    insert into hand_over_case (event_id, case_id)
    select "eventId", "caseId" from jsonb_to_recordset(events) as e ("eventId" uuid, "caseId" uuid) on conflict do nothing;
    insert into outbox (event_id, kind, region, data, occurred_at)
    select "eventId", 'case.handed-over', "toRegion", jsonb_strip_nulls(jsonb_build_object('toOrganisationId', "toOrganisationId")), "occurredAt"
    from jsonb_to_recordset(events) as e ("eventId" uuid, "toOrganisationId" uuid, "toRegion" text, "occurredAt" timestamptz)
    on conflict (event_id) do nothing
  $$`,
  'revoke all on function receive_hand_overs(jsonb) from public',
  'grant execute on function receive_hand_overs(jsonb) to thuisbasis_cases',
];

/** Notices for those who get a case. */
export class HandOverNotices1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...notices, ...handOverCase, ...receiveHandOvers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function receive_hand_overs');
    for (const statement of readableByAll('hand_over_case')) await runner.query(statement);
    await runner.query('drop table hand_over_case');
    for (const statement of seen(seenBefore.join(' or '))) await runner.query(statement);
    await runner.query(`delete from notice where role = 'care-broker' or case_id is not null`);
    await runner.query('alter table notice drop column case_id');
    for (const statement of roles(rolesBefore)) await runner.query(statement);
  }
}
