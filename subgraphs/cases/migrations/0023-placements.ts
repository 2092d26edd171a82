import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const rungs = `'OWN_HOME','LOCAL_TEAM','COMMUNITY_SUPPORT','AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT','PART_TIME_RESPITE',
  'KINSHIP_FOSTER','FOSTER','FAMILY_HOME','SMALL_SCALE','ASSISTED_LIVING','RESIDENTIAL_GROUP','SECURE','TAILORED'`;
const endReasons = `'DECEASED','TEMPORARY','ACCORDING_TO_PLAN','BY_CLIENT','BY_PROVIDER','BY_AGREEMENT','EXTERNAL','BY_MUNICIPALITY',
  'CHANGE_REQUEST','OTHER_PROVIDER','OTHER_DOMAIN'`;

/**
 * Care that is given, from the allocation on. What is counted stands in it itself: where the child lived, from which rung it came and to
 * which it went. A placement that was cancelled has an end and no start. A mentor whom the child chooses is no placement.
 */
const placement = `
  create table placement (
    id uuid primary key default gen_random_uuid(),
    case_id uuid references case_file on delete cascade,
    region text not null check (region <> ''),
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    birth_year smallint not null check (birth_year between 1990 and 2100),
    referral_id uuid references referral on delete set null,
    organisation_id uuid,
    offer_id uuid,
    hold_id uuid unique,
    rung text not null check (rung in (${rungs})),
    previous_rung text,
    next_rung text check (next_rung in (${rungs},'MENTOR_JIM')),
    is_secondary boolean not null default false,
    status text not null default 'ALLOCATED' check (status in ('ALLOCATED','STARTED','PAUSED','ENDED','CANCELLED')),
    allocated_at timestamptz(3) not null default hub_now(),
    started_at timestamptz(3),
    paused_at timestamptz(3) check (paused_at >= started_at),
    ended_at timestamptz(3) check (ended_at >= started_at),
    end_reason text check (end_reason in (${endReasons}) and end_reason <> 'TEMPORARY'),
    version integer not null default 1 check (version > 0),
    check ((status in ('STARTED','PAUSED','ENDED')) = (started_at is not null)),
    check ((status = 'PAUSED') <= (paused_at is not null)),
    check ((status in ('ENDED','CANCELLED')) = (ended_at is not null)),
    check (end_reason is null or ended_at is not null),
    check (next_rung is null or ended_at is not null),
    check (hold_id is null or offer_id is not null),
    check (offer_id is null or organisation_id is not null)
  )`;

/** Kinship care may begin before the family was judged (Jeugdwet 5.1 lid 3): within thirteen weeks of the contract it must be. */
const kinshipTerm = `
  create table kinship_term (
    placement_id uuid primary key references placement on delete cascade,
    contract_on date not null,
    due_on date not null generated always as (contract_on + 91) stored,
    decision text check (decision in ('SUITABLE','UNSUITABLE')),
    decided_on date check (decided_on >= contract_on),
    check ((decision is null) = (decided_on is null))
  )`;

/** The mentor whom the child chose itself: that there is one and since when, never who. */
const mentor = `
  create table mentor (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    chosen_on date not null,
    is_monitored boolean not null default false,
    ended_on date check (ended_on >= chosen_on),
    registered_at timestamptz(3) not null default hub_now()
  )`;

const indexes = [
  'create index placement_case on placement (case_id, allocated_at desc, id desc)',
  'create index placement_region on placement (region, started_at)',
  // where the child lives is one place at a time; time-out places stand beside it
  `create unique index placement_one_main on placement (case_id) where not is_secondary and status in ('STARTED','PAUSED')`,
  'create index kinship_term_due on kinship_term (due_on) where decision is null',
  'create unique index mentor_one on mentor (case_id) where ended_on is null',
];

const asOwner = 'language plpgsql security definer set search_path = cases, public, pg_temp';

/** The case stands on the rung of its main placement, whoever writes that; no row of a case is changed for it by anybody else. */
const followPlacement = [
  `create function note_former_rung() returns trigger ${asOwner} as $$
   begin
     select f.current_rung into new.previous_rung from case_file f where f.id = new.case_id and not new.is_secondary;
     return new;
   end $$`,
  `create trigger placement_starts before update of status on placement for each row
   when (new.status = 'STARTED' and old.started_at is null) execute function note_former_rung()`,
  `create function follow_placement() returns trigger ${asOwner} as $$
   begin
     if new.status = 'STARTED' and old.started_at is null then
       update case_file set current_rung = new.rung where id = new.case_id;
     elsif new.status = 'ENDED' and new.next_rung is not null then
       update case_file set current_rung = new.next_rung where id = new.case_id and not exists (select from placement p
         where p.case_id = new.case_id and not p.is_secondary and p.status in ('STARTED','PAUSED'));
     end if;
     return null;
   end $$`,
  `create trigger case_follows after update of status, next_rung on placement for each row when (not new.is_secondary)
   execute function follow_placement()`,
];

/** However a placement is written, its event is written with it: identifiers, codes and times, and of the case nothing. */
const tellOfPlacement = [
  `create function tell_of_placement() returns trigger language plpgsql set search_path = cases, public, pg_temp as $$
   begin
     insert into outbox (kind, organisation_id, region, data)
     values ('placement.' || case when new.status = 'STARTED' and tg_op = 'UPDATE' and old.status = 'PAUSED' then 'resumed' else lower(new.status) end,
       new.organisation_id, new.region, jsonb_strip_nulls(jsonb_build_object('placementId', new.id, 'status', new.status, 'rung', new.rung,
         'previousRung', new.previous_rung, 'nextRung', new.next_rung, 'endReason', new.end_reason, 'isSecondary', new.is_secondary,
         'offerId', new.offer_id, 'holdId', new.hold_id, 'startedAt', new.started_at, 'endedAt', new.ended_at)));
     return null;
   end $$`,
  'create trigger placement_allocated after insert on placement for each row execute function tell_of_placement()',
  `create trigger placement_changed after update of status on placement for each row when (new.status is distinct from old.status)
   execute function tell_of_placement()`,
];

/** What stays counted of a case that was erased leads to nobody: of its times the month. */
const blurErased = [
  `create function blur_placement() returns trigger language plpgsql as $$
   begin
     new.allocated_at := date_trunc('month', new.allocated_at);
     new.started_at := date_trunc('month', new.started_at);
     new.paused_at := null;
     new.ended_at := date_trunc('month', coalesce(new.ended_at, hub_now()));
     new.status := case when new.started_at is null then 'CANCELLED' else 'ENDED' end;
     return new;
   end $$`,
  `create trigger placement_erased before update of case_id on placement for each row when (new.case_id is null)
   execute function blur_placement()`,
];

const ownFile = `(f.region = (select public.hub_region_as('care-broker')) or f.owner_organisation_id = (select public.hub_organisation_as('case-owner')))`;
const ofOwnCase = (table: string): string =>
  `exists (select from case_file f where f.id = ${table}.case_id and ${ownFile})`;
/** Its owner, and the brokers of its region unless it is restricted. */
const workable = (table: string): string => `exists (select from case_file f where f.id = ${table}.case_id
  and (f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))
    or (f.region = (select public.hub_region_as('care-broker')) and not f.is_restricted)))`;
const ofWorkable = `exists (select from placement p where p.id = kinship_term.placement_id and ${workable('p')})`;
const counted = `region = (select public.hub_region_as('care-broker','analyst'))`;

const policies = [
  ...readOnlyFor('placement', `${counted} or ${ofOwnCase('placement')}`),
  addableFor(
    'placement',
    `placement.status = 'ALLOCATED' and ${workable('placement')}
     and exists (select from case_file f where f.id = placement.case_id and f.status = 'OPEN' and f.region = placement.region)`,
  ),
  changeableFor('placement', workable('placement')),
  ...readOnlyFor('kinship_term', 'exists (select from placement p where p.id = kinship_term.placement_id)'),
  addableFor('kinship_term', ofWorkable),
  changeableFor('kinship_term', ofWorkable),
  ...readOnlyFor('mentor', ofOwnCase('mentor')),
  addableFor('mentor', workable('mentor')),
  changeableFor('mentor', workable('mentor')),
];

const tables = ['mentor', 'kinship_term', 'placement'];

const grants = [
  ...tables.map((table) => `revoke update, delete, truncate on ${table} from thuisbasis_cases`),
  'grant update (status, next_rung, started_at, paused_at, ended_at, end_reason, version) on placement to thuisbasis_cases',
  'grant update (decision, decided_on) on kinship_term to thuisbasis_cases',
  'grant update (ended_on) on mentor to thuisbasis_cases',
];

/** Care that is allocated, starts, pauses and ends; kinship terms; mentors. */
export class Placements1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [placement, kinshipTerm, mentor, ...indexes]) await runner.query(statement);
    for (const statement of [...followPlacement, ...tellOfPlacement, ...blurErased]) await runner.query(statement);
    for (const statement of [...policies, ...grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of tables.flatMap(readableByAll)) await runner.query(statement);
    await runner.query('drop table mentor, kinship_term, placement');
    await runner.query('drop function note_former_rung, follow_placement, tell_of_placement, blur_placement');
  }
}
