import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeableFor } from '../../../platform/database/row-security.sql.js';

/** When nobody had called back in time and that was told; and when a question first came before the brokers of its region. */
const columns = [
  'alter table network_request add column overdue_told_at timestamptz(3), add column escalated_at timestamptz(3)',
  'update network_request set escalated_at = asked_at where escalation_reason is not null',
  'alter table network_request add constraint network_request_escalated check ((escalated_at is null) = (escalation_reason is null))',
  'create index network_request_due on network_request (due_at) where first_contact_at is null and overdue_told_at is null',
  'grant update (overdue_told_at, escalated_at) on network_request to thuisbasis_people',
];

/** However a question comes before a team, or the promise is broken, its event is written with it: which question, and which team has it then. */
const tell = `
  create function tell_of_request() returns trigger language plpgsql as $$ begin
    insert into people.outbox (kind, region, data)
    values ('network-request.' || tg_argv[0], new.region, jsonb_build_object('requestId', new.id, 'teamId', new.team_id));
    return null; end $$`;

const trigger = (happened: string, when: string): string =>
  `create trigger network_request_told_${happened.replace('-', '_')} after ${when} execute function tell_of_request('${happened}')`;

const triggers = [
  trigger('asked', 'insert on network_request for each row'),
  trigger(
    'handed-on',
    'update of team_id on network_request for each row when (new.team_id is distinct from old.team_id)',
  ),
  trigger(
    'escalated',
    `update of state on network_request for each row when (new.state = 'ESCALATED' and old.state <> 'ESCALATED')`,
  ),
  trigger(
    'overdue',
    'update of overdue_told_at on network_request for each row when (old.overdue_told_at is null and new.overdue_told_at is not null)',
  ),
];

const onDuty = `(select public.hub_on_duty('background'))`;
/** Whoever looks for what is overdue sees every question, and writes that it was told. */
const policies = [
  `create policy network_request_watched on network_request for select using (${onDuty})`,
  `create policy network_request_told on network_request for update using (${onDuty}) with check (${onDuty})`,
];

/**
 * The teams that are somebody's: of a professional who is in them today, or of an organisation that takes part. Asked once for a statement, where
 * `carries` was asked for each question of the country.
 */
const carriedTeams = [
  `create function carried_teams(professional uuid, organisation uuid) returns uuid[] language sql stable
   security definer set search_path = people, public, pg_temp as $$
    select coalesce(array_agg(team_id), '{}') from (
      select m.team_id from team_membership m where m.professional_id = professional and m.from_on <= today()
        and (m.to_on is null or m.to_on >= today()) and is_present(m.professional_id)
      union select p.team_id from team_participation p where p.organisation_id = organisation) carried
  $$`,
  'revoke all on function carried_teams(uuid, uuid) from public',
  'grant execute on function carried_teams(uuid, uuid) to thuisbasis_people',
  'create index network_request_newest on network_request (asked_at desc, id desc)',
];

const asked = `(select public.hub_has_role('care-broker', 'case-owner', 'ret-member', 'provider-planner'))
  and asked_by = (select coalesce(public.hub_caller() ->> 'organisation', '') || '/' || (public.hub_caller() ->> 'subject'))`;
const professional = `(select public.hub_professional_as('ret-member'))`;
const organisation = `(select public.hub_organisation_as('provider-planner'))`;
const isOneOfOwn = (team: string): string =>
  `${team} = any((select carried_teams(${professional}, ${organisation}))::uuid[])`;
const carries = (team: string): string => `carries(${team}, ${professional}, ${organisation})`;

/** Who sees a question and who may change it, as since migration 55. */
const rights = (isCarried: (team: string) => string): string[] => {
  const known = `region = (select public.hub_region_as('care-broker')) or (${asked}) or ${isCarried('team_id')}`;
  const seen = `${known} or ${isCarried('handed_on_by')}`;
  return [
    ...['seen', 'changed'].map((policy) => `drop policy network_request_${policy} on network_request`),
    `create policy network_request_seen on network_request for select using (${seen})`,
    changeableFor('network_request', known, seen),
  ];
};

/** Who must hear of a question hears of it: a team that gets it, and everybody concerned when nobody called back. */
export class NetworkPromise1700000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, tell, ...triggers, ...policies, ...carriedTeams, ...rights(isOneOfOwn)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of rights(carries)) await runner.query(statement);
    await runner.query('drop function carried_teams');
    for (const policy of ['watched', 'told'])
      await runner.query(`drop policy network_request_${policy} on network_request`);
    await runner.query('drop function tell_of_request cascade');
    await runner.query('drop index network_request_due, network_request_newest');
    await runner.query('alter table network_request drop column overdue_told_at, drop column escalated_at');
  }
}
