import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addableFor,
  changeableFor,
  readableByAll,
  readOnlyFor,
  removableFor,
  workedOnBy,
} from '../../../platform/database/row-security.sql.js';
import { idempotencyIndex, idempotencyTable } from '../../../platform/idempotency/idempotency.sql.js';
import { caseProjection, receiveCases, receiveNoCases } from '../../../vocabulary/known-cases/case-projection.sql.js';

const timeWindow = (column: string): string =>
  `${column} text not null check (${column} in ('DAYTIME','AFTER_SCHOOL','EVENING','NIGHT','WEEKEND'))`;
const hours = (column: string): string =>
  `${column} numeric(4,1) not null check (${column} > 0 and ${column} <= 80 and ${column} * 2 = floor(${column} * 2))`;

/** What professionals can give in each part of a week, and when they give nothing: not why. */
const availability = [
  `create table availability_window (
    professional_id uuid not null references professional on delete cascade,
    ${timeWindow('time_window')},
    ${hours('hours_per_week')},
    from_on date not null,
    to_on date,
    check (to_on >= from_on),
    constraint one_window_at_a_time exclude using gist
      (professional_id with =, time_window with =, daterange(from_on, to_on, '[]') with &&)
  )`,
  `create table absence (
    professional_id uuid not null references professional on delete cascade,
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    primary key (professional_id, from_on)
  )`,
];

/** Two professionals who go to one family together. For whom stands apart from what is counted. */
const deployment = [
  `create table deployment (
    id uuid primary key default gen_random_uuid(),
    team_id uuid not null references team,
    purpose text not null check (purpose in ('PREVENT_OUT_OF_HOME','SHORTEN_STAY')),
    region text not null,
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    ended_on date check (ended_on between from_on - 1 and to_on),
    end_reason text check (end_reason in ('GOAL_REACHED','HANDED_OVER','FAMILY_STOPPED','NOT_SUCCESSFUL','MISTAKE')),
    placed_by text not null,
    placed_at timestamptz(3) not null default hub_now(),
    version integer not null default 1,
    check ((ended_on is null) = (end_reason is null))
  )`,
  `create table deployment_case (
    deployment_id uuid primary key references deployment on delete cascade,
    case_id uuid not null
  )`,
  `create table deployment_hours (
    deployment_id uuid not null references deployment on delete cascade,
    professional_id uuid not null references professional,
    ${timeWindow('time_window')},
    ${hours('hours_per_week')},
    from_on date not null,
    to_on date not null check (to_on >= from_on - 1),
    primary key (deployment_id, professional_id, time_window, from_on)
  )`,
  `create table deployment_action (
    id uuid primary key default gen_random_uuid(),
    deployment_id uuid not null references deployment on delete cascade,
    kind text not null check (kind in ('PRACTICAL_HELP','FAMILY_TALK','PARENTING_SUPPORT','NETWORK_MEETING','SCHOOL_CONTACT','OTHER_DOMAIN','CRISIS_RESPONSE')),
    done_on date not null,
    ${hours('hours')},
    recorded_at timestamptz(3) not null default hub_now()
  )`,
];

const asOwner = 'security definer set search_path = people, public, pg_temp';

/**
 * Hours that a professional still has in a part of the week, on the day of a period on which they are fewest: what is offered less
 * what is given to families, wherever these are. Below nothing where more was promised than is there. Of an absence on any day: nothing.
 */
const hoursLeft = `
  create function hours_left(professional uuid, part text, first_on date, last_on date) returns numeric language sql stable ${asOwner} as $$
    with day as (
      select first_on as "on"
      union select w.from_on from availability_window w where w.professional_id = professional and w.time_window = part
      union select w.to_on + 1 from availability_window w where w.professional_id = professional and w.time_window = part
      union select h.from_on from deployment_hours h where h.professional_id = professional and h.time_window = part
    )
    select min(
      coalesce((select w.hours_per_week from availability_window w
        where w.professional_id = professional and w.time_window = part and daterange(w.from_on, w.to_on, '[]') @> day."on"), 0)
      - coalesce((select sum(h.hours_per_week) from deployment_hours h
        where h.professional_id = professional and h.time_window = part and day."on" between h.from_on and h.to_on), 0))
    from day where day."on" between first_on and last_on
  $$`;

/** Whether a professional can be asked through a whole period: works for it all, and is not away. */
const isThere = `
  create function is_there(professional uuid, first_on date, last_on date) returns boolean language sql stable ${asOwner} as $$
    select exists (select from professional p where p.id = professional and p.is_active and (p.left_on is null or p.left_on > last_on))
      and not exists (select from absence a where a.professional_id = professional and daterange(a.from_on, a.to_on, '[]') && daterange(first_on, last_on, '[]'))
  $$`;

/**
 * The last word on hours: whoever writes hours of a professional waits for whoever else does, and then nobody is promised twice. Professionals
 * are taken in one order, so that two who wait never wait for each other.
 */
const neverOverHours = [
  `create function never_over_hours() returns trigger language plpgsql ${asOwner} as $$
  declare asked record;
  begin
    for asked in select distinct professional_id from written order by 1 loop
      perform pg_advisory_xact_lock(hashtextextended('people.hours/' || asked.professional_id, 0));
    end loop;
    for asked in select * from written where to_on >= from_on loop
      if hours_left(asked.professional_id, asked.time_window, asked.from_on, asked.to_on) < 0 then
        raise exception using errcode = 'check_violation', constraint = 'never_over_hours', message = 'a professional has no more hours';
      end if;
    end loop;
    return null;
  end $$`,
  `create trigger hours_added after insert on deployment_hours referencing new table as written
    for each statement execute function never_over_hours()`,
  `create trigger hours_changed after update on deployment_hours referencing new table as written
    for each statement execute function never_over_hours()`,
];

/** A duo is two, on every day from the first to the last. */
const alwaysTwo = [
  `create function always_two() returns trigger language plpgsql ${asOwner} as $$
  begin
    if exists (
      select from (select distinct deployment_id from written) w join deployment d on d.id = w.deployment_id
      cross join lateral (
        select d.from_on as "on" union select h.from_on from deployment_hours h where h.deployment_id = d.id
        union select h.to_on + 1 from deployment_hours h where h.deployment_id = d.id
      ) day
      where day."on" between d.from_on and coalesce(d.ended_on, d.to_on)
        and 2 <> (select count(distinct h.professional_id) from deployment_hours h where h.deployment_id = d.id and day."on" between h.from_on and h.to_on)
    ) then
      raise exception using errcode = 'check_violation', constraint = 'always_two', message = 'a duo is two professionals';
    end if;
    return null;
  end $$`,
  `create trigger two_added after insert on deployment_hours referencing new table as written
    for each statement execute function always_two()`,
  `create trigger two_changed after update on deployment_hours referencing new table as written
    for each statement execute function always_two()`,
];

const indexes = [
  'create index absence_professional on absence (professional_id, to_on)',
  'create index deployment_case_of on deployment_case (case_id)',
  'create index deployment_team on deployment (team_id, from_on)',
  'create index deployment_hours_professional on deployment_hours (professional_id, time_window, to_on)',
  'create index deployment_action_of on deployment_action (deployment_id, done_on desc)',
];

const providers = `(select public.hub_organisation_as('provider-planner', 'provider-system'))`;
const isSeeker = `(select public.hub_has_role('care-broker', 'case-owner'))`;
const isBroker = `(select public.hub_has_role('care-broker'))`;
const ofSeenCase = (table: string): string => `exists (select from deployment_case k where k.deployment_id = ${table})`;
const ofOwnPeople = (table: string): string => `deploys_own(${table}, ${providers})`;

/** Whether an organisation has somebody in a deployment; it looks as the owner does, so that seeing a deployment does not hang on seeing its hours. */
const deploysOwn = `
  create function deploys_own(deployed uuid, organisation uuid) returns boolean language sql stable ${asOwner} as $$
    select organisation is not null and exists (select from deployment_hours h join professional p on p.id = h.professional_id
      where h.deployment_id = deployed and p.organisation_id = organisation)
  $$`;

const ownPeople = (table: string): string =>
  `exists (select from professional p where p.id = ${table}.professional_id and p.organisation_id = ${providers})`;
const client = `client = (select coalesce(public.hub_caller() ->> 'organisation', '') || '/' || (public.hub_caller() ->> 'subject'))`;

const policies = [
  ...readOnlyFor(
    'case_projection',
    `region = (select public.hub_region_as('care-broker')) or owner_organisation_id = (select public.hub_organisation_as('case-owner'))`,
  ),
  ...readOnlyFor('availability_window', 'exists (select from professional p where p.id = professional_id)'),
  addableFor('availability_window', ownPeople('availability_window')),
  changeableFor('availability_window', ownPeople('availability_window')),
  removableFor('availability_window', ownPeople('availability_window')),
  ...readOnlyFor('absence', ownPeople('absence')),
  addableFor('absence', ownPeople('absence')),
  removableFor('absence', ownPeople('absence')),
  ...readOnlyFor(
    'deployment_case',
    'exists (select from case_projection known where known.id = deployment_case.case_id)',
  ),
  addableFor(
    'deployment_case',
    `${isBroker} and exists (select from case_projection known where known.id = deployment_case.case_id and known.status = 'OPEN')`,
  ),
  ...readOnlyFor('deployment', `${ofSeenCase('deployment.id')} or ${ofOwnPeople('deployment.id')}`),
  addableFor('deployment', `${isBroker} and region = (select public.hub_region_as('care-broker'))`),
  changeableFor('deployment', `${isBroker} and ${ofSeenCase('deployment.id')}`),
  ...['deployment_hours', 'deployment_action'].flatMap((table) =>
    readOnlyFor(table, `exists (select from deployment d where d.id = ${table}.deployment_id)`),
  ),
  addableFor('deployment_hours', `${isBroker} and ${ofSeenCase('deployment_hours.deployment_id')}`),
  changeableFor('deployment_hours', `${isBroker} and ${ofSeenCase('deployment_hours.deployment_id')}`),
  addableFor(
    'deployment_action',
    `(${isSeeker} and ${ofSeenCase('deployment_action.deployment_id')}) or ${ofOwnPeople('deployment_action.deployment_id')}`,
  ),
  ...readOnlyFor('idempotency_key', client),
  addableFor('idempotency_key', client),
  changeableFor('idempotency_key', client),
  workedOnBy('idempotency_key', `(select public.hub_on_duty('background'))`),
];

const functions = ['hours_left(uuid, text, date, date)', 'is_there(uuid, date, date)', 'deploys_own(uuid, uuid)'];
const grants = functions.flatMap((signature) => [
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to thuisbasis_people`,
]);

const tables = [
  ...['deployment_action', 'deployment_hours', 'deployment_case', 'deployment', 'absence', 'availability_window'],
  ...['idempotency_key', 'case_projection'],
];

/** When professionals can be asked, and the duos that go to families. */
export class Duos1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const made = [
      caseProjection,
      ...receiveCases('people'),
      ...availability,
      ...deployment,
      idempotencyTable,
      idempotencyIndex,
    ];
    const kept = [hoursLeft, isThere, deploysOwn, ...neverOverHours, ...alwaysTwo];
    for (const statement of [...made, ...indexes, ...kept, ...grants, ...policies]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) for (const statement of readableByAll(table)) await runner.query(statement);
    for (const statement of receiveNoCases('people')) await runner.query(statement);
    await runner.query(`drop table ${tables.join(', ')}`);
    await runner.query('drop function never_over_hours, always_two, hours_left, is_there, deploys_own');
  }
}
