import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** The duos that are out for a case, as people told of them: from when until when, and when they stopped before. */
const knownDeployment = [
  `create table known_deployment (
    deployment_id uuid primary key,
    case_id uuid not null references case_file on delete cascade,
    from_on date not null,
    to_on date not null,
    ended_on date,
    version bigint not null
  )`,
  'create index known_deployment_case on known_deployment (case_id)',
];

const owner = `(select public.hub_organisation_as('case-owner'))`;
const broker = `(select public.hub_region_as('care-broker'))`;
const rights = [
  ...readOnlyFor(
    'known_deployment',
    `exists (select from case_file f where f.id = known_deployment.case_id and (f.region = ${broker} or f.owner_organisation_id = ${owner}))`,
  ),
  'revoke insert, update, delete, truncate on known_deployment from thuisbasis_cases',
];

const asOwner = 'security definer set search_path = cases, public, pg_temp';

/** The one thing that people may do here: tell of deployments. What is older than what is known changes nothing. */
const door = [
  `create function receive_deployments(events jsonb) returns void language sql ${asOwner} as $$
     insert into known_deployment as known (deployment_id, case_id, from_on, to_on, ended_on, version)
     select distinct on ("deploymentId") "deploymentId", "caseId", "fromOn", "toOn", "endedOn", version
     from jsonb_to_recordset(events) as e ("deploymentId" uuid, "caseId" uuid, "fromOn" date, "toOn" date, "endedOn" date, version bigint)
     where exists (select from case_file f where f.id = "caseId") order by "deploymentId", version desc
     on conflict (deployment_id) do update set from_on = excluded.from_on, to_on = excluded.to_on, ended_on = excluded.ended_on,
       version = excluded.version
     where known.version < excluded.version $$`,
  'revoke all on function receive_deployments(jsonb) from public',
  'grant usage on schema cases to thuisbasis_people',
  'grant execute on function receive_deployments(jsonb) to thuisbasis_people',
];

/** What capacity, providers and duos still work on; of the caller's own cases only. */
const running = (more: string, counted: string): string[] => [
  'drop function if exists case_running(uuid)',
  `create function case_running(file uuid, out holds bigint, out referrals bigint${more}) language plpgsql ${asOwner} as $$
   begin
     if not exists (select from case_file f where f.id = file and (f.region = ${broker} or f.owner_organisation_id = ${owner})) then return; end if;
     holds := capacity.live_holds(file);
     referrals := (select count(*) from referral r where r.case_id = file and referral_state(r) = 'OPEN');
     ${counted}
   end $$`,
  'revoke all on function case_running(uuid) from public',
  'grant execute on function case_running(uuid) to thuisbasis_cases',
];
const today = `(hub_now() at time zone 'Europe/Amsterdam')::date`;
const countDuos = `duos := (select count(*) from known_deployment d where d.case_id = file
       and case when d.ended_on is null then d.to_on >= ${today} else d.ended_on > ${today} end);`;

/** Duos as cases knows them: one that is out is something that still runs. */
export class KnownDeployments1700000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...knownDeployment, ...rights, ...door, ...running(', out duos bigint', countDuos)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...running('', ''), ...readableByAll('known_deployment')]) await runner.query(statement);
    await runner.query('drop function receive_deployments');
    await runner.query('revoke usage on schema cases from thuisbasis_people');
    await runner.query('drop table known_deployment');
  }
}
