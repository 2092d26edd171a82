import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice for a role says which role of an organisation or region it is for; the planners were the only one until now. */
const rolesOfNotices = [
  `alter table notice
    add column role text check (role in ('provider-planner','case-owner','privacy-officer')),
    add column region text,
    add column break_glass_id uuid,
    drop constraint notice_check`,
  `update notice set role = 'provider-planner' where organisation_id is not null`,
  `alter table notice
    add constraint notice_has_one_reader check (num_nonnulls(subject, organisation_id, region) = 1),
    add constraint notice_of_role check ((role is null) = (subject is not null))`,
  'create index notice_region on notice (region, created_at desc, id) where region is not null',
];

/** Whom an address belongs to: with which roles, in which organisation and region. Who gave one as a case owner before gives it again. */
const rolesOfAddresses = [
  `alter table notice_address add column roles text[] not null default '{}', add column region text`,
  `update notice_address set roles = '{provider-planner}' where is_planner`,
  'alter table notice_address drop column is_planner, alter column roles drop default',
  'create index notice_address_organisation on notice_address (organisation_id) where address is not null',
  'create index notice_address_region on notice_address (region) where address is not null',
];

/** Mail of emergency access says of which; where its address was set by configuration, it is nobody's own. */
const mail = [
  'alter table mail add column break_glass_id uuid, alter column subject drop not null',
  'alter table mail add constraint mail_of_somebody check (subject is not null or break_glass_id is not null)',
];

const seen = (condition: string): string[] => [
  'drop policy notice_seen on notice',
  `create policy notice_seen on notice for select using (${condition})`,
];
const person = `(select public.hub_caller() ->> 'subject')`;
const organisationAs = (role: string): string =>
  `(role = '${role}' and organisation_id = (select public.hub_organisation_as('${role}')))`;
const seenByRole = `subject = ${person} or ${organisationAs('provider-planner')} or ${organisationAs('case-owner')}
  or (role = 'privacy-officer' and region = (select public.hub_region_as('privacy-officer')))`;

/** Of which case an emergency access was, and by which event it became known: for nothing but to forget it with its case. */
const breakGlassCase = [
  `create table break_glass_case (
    break_glass_id uuid primary key,
    event_id uuid not null,
    case_id uuid not null
  )`,
  'create index break_glass_case_of on break_glass_case (case_id)',
  'revoke all on break_glass_case from thuisbasis_capacity',
];

/**
 * The other thing that cases may do here: tell of emergency access, so that people hear of it. What it told before is not told again. Whose
 * event it is stands within: nobody reads events on that are no organisation's.
 */
const receiveBreakGlasses = [
  `create function receive_break_glasses(events jsonb) returns void
  language sql security definer set search_path = capacity, pg_temp
  as $$
    insert into break_glass_case (break_glass_id, event_id, case_id)
    select "breakGlassId", "eventId", "caseId" from jsonb_to_recordset(events) as e ("breakGlassId" uuid, "eventId" uuid, "caseId" uuid)
    on conflict do nothing;
    insert into outbox (event_id, kind, region, data, occurred_at)
    select "eventId", 'break-glass.opened', region, jsonb_build_object('breakGlassId', "breakGlassId", 'ownerOrganisationId', "ownerOrganisationId"),
      "occurredAt"
    from jsonb_to_recordset(events) as e ("eventId" uuid, "breakGlassId" uuid, "ownerOrganisationId" uuid, region text, "occurredAt" timestamptz)
    on conflict (event_id) do nothing
  $$`,
  'revoke all on function receive_break_glasses(jsonb) from public',
  'grant execute on function receive_break_glasses(jsonb) to thuisbasis_cases',
];

/** Notices and mail of emergency access, for the owner of the case and the privacy officers of its region. */
export class BreakGlassNotices1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notice_address_organisation');
    for (const statement of [...rolesOfNotices, ...rolesOfAddresses, ...mail, ...seen(seenByRole)])
      await runner.query(statement);
    for (const statement of [...breakGlassCase, ...receiveBreakGlasses]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of before) await runner.query(statement);
  }
}

const before = [
  'drop function receive_break_glasses',
  'drop table break_glass_case',
  'delete from mail where break_glass_id is not null',
  'alter table mail drop column break_glass_id, alter column subject set not null',
  'drop index notice_address_organisation, notice_address_region',
  'alter table notice_address add column is_planner boolean not null default false',
  `update notice_address set is_planner = 'provider-planner' = any(roles)`,
  'alter table notice_address drop column roles, drop column region, alter column is_planner drop default',
  'create index notice_address_organisation on notice_address (organisation_id) where is_planner and address is not null',
  `delete from notice where role is not null and role <> 'provider-planner'`,
  ...seen(`subject = ${person} or organisation_id = (select public.hub_organisation_as('provider-planner'))`),
  'alter table notice drop column role, drop column region, drop column break_glass_id',
  'alter table notice add constraint notice_check check ((subject is null) <> (organisation_id is null))',
];
