import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const rungs = `'{OWN_HOME,LOCAL_TEAM,COMMUNITY_SUPPORT,MENTOR_JIM,AMBULATORY,INTENSIVE_AMBULATORY,DAY_TREATMENT,PART_TIME_RESPITE,KINSHIP_FOSTER,
  FOSTER,FAMILY_HOME,SMALL_SCALE,ASSISTED_LIVING,RESIDENTIAL_GROUP,SECURE}'`;
/** A need may set no bound, which the first form of this check refused: no array holds null. */
const heaviest = (condition: string): string[] => [
  'alter table need drop constraint need_heaviest_rung_check',
  `alter table need add constraint need_heaviest_rung_check check (${condition})`,
];

const columns = [
  ...heaviest(`heaviest_rung is null or array[heaviest_rung] <@ ${rungs}`),
  'alter table case_file add column version integer not null default 1 check (version > 0)',
  'alter table consultation add column case_id uuid references case_file on delete set null',
  'create index consultation_case on consultation (case_id) where case_id is not null',
];

/** How far the numbers of a region and year have come; they are never given twice, also when the last case is erased. */
const caseSerial = `
  create table case_serial (
    series text primary key check (series ~ '^[A-Z][A-Z0-9]*-[0-9]{2}$'),
    last integer not null check (last > 0)
  )`;

/** What was done to a case, by which organisation and role and for what: the names of what changed, never a value. Only ever added to. */
const caseChange = `
  create table case_change (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    version integer not null check (version > 0),
    kind text not null check (kind in ('OPENED','NEED_DESCRIBED','FACTS_CHANGED','HANDED_OVER','CLOSED','REOPENED')),
    at timestamptz not null default hub_now(),
    organisation_id uuid,
    roles text[] not null,
    purpose text not null,
    fields text[] not null default '{}',
    reason text check (reason in ('HELP_STARTED','NOT_NEEDED','WITHDRAWN','ELSEWHERE','OF_AGE','DUPLICATE','OTHER')),
    to_region text,
    to_organisation_id uuid,
    unique (case_id, version),
    check ((kind = 'CLOSED') = (reason is not null)),
    check ((kind = 'HANDED_OVER') = (to_region is not null))
  )`;

/** A need that another took the place of, with what the case said of the child then; and where the child was, which may have to stay secret. */
const former = [
  `create table former_need (
    like need including defaults including constraints,
    version integer not null check (version > 0),
    replaced_at timestamptz(3) not null default hub_now(),
    birth_year smallint not null,
    municipality_code text not null,
    responsible_municipality_code text not null,
    languages text[] not null,
    legal_frameworks text[] not null,
    primary key (case_id, version),
    foreign key (case_id) references case_file on delete cascade
  )`,
  `create table former_place (
    like case_place including constraints,
    version integer not null check (version > 0),
    primary key (case_id, version),
    foreign key (case_id) references case_file on delete cascade
  )`,
];

const owner = `(select public.hub_organisation_as('case-owner'))`;
const broker = `(select public.hub_region_as('care-broker'))`;
const asOwner = 'language plpgsql security definer set search_path = cases, public, pg_temp';
const ownCase = (file: string): string => `(${file}.region = ${broker} or ${file}.owner_organisation_id = ${owner})`;
const ofSeenCase = (table: string): string => `exists (select from case_file f where f.id = ${table}.case_id)`;

const functions = [
  // no number is guessed, and none is lost: the row of the series is locked until the case is there or is not
  `create function next_case_number(of_prefix text) returns text ${asOwner} as $$
   declare wanted text := of_prefix || '-' || to_char(hub_now() at time zone 'Europe/Amsterdam', 'YY'); given integer;
   begin
     update case_serial set last = last + 1 where series = wanted returning last into given;
     if given is null then
       insert into case_serial as known (series, last)
       select wanted, 1 + coalesce(max(substring(f.number from '[0-9]+$')::integer), 0) from case_file f where f.number like wanted || '-%'
       on conflict (series) do update set last = known.last + 1 returning last into given;
     end if;
     return wanted || '-' || lpad(given::text, greatest(4, length(given::text)), '0');
   end $$`,

  // whoever hands a case over sees it no more: only the owner of the table can write such a row
  `create function hand_over_case(file uuid, new_region text, new_owner uuid) returns void ${asOwner} as $$
   begin
     update case_file f set version = version + 1, region = new_region, owner_organisation_id = new_owner,
       own_reference = case when f.owner_organisation_id = new_owner then f.own_reference end
     where f.id = file and f.status = 'OPEN' and ${ownCase('f')}
       and (not f.is_restricted or f.owner_organisation_id = ${owner})
       and (f.owner_organisation_id is null or f.owner_organisation_id = new_owner or (f.owner_organisation_id = ${owner} and new_owner is not null));
     if not found then raise exception 'this case is not handed over by its caller' using errcode = '42501'; end if;
   end $$`,

  // who asked works on no consultation, and makes a case of its own
  `create function become_case(asked uuid, file uuid) returns boolean ${asOwner} as $$
   begin
     update consultation c set version = version + 1, case_id = file
     where c.id = asked and c.case_id is null and (c.region = ${broker} or c.referrer_organisation_id = ${owner})
       and exists (select from case_file f where f.id = file and ${ownCase('f')});
     return found;
   end $$`,

  // what capacity and providers still work on; of the caller's own cases only
  `create function case_running(file uuid, out holds bigint, out referrals bigint) ${asOwner} as $$
   begin
     if not exists (select from case_file f where f.id = file and ${ownCase('f')}) then return; end if;
     holds := capacity.live_holds(file);
     referrals := (select count(*) from referral r where r.case_id = file and referral_state(r) = 'OPEN');
   end $$`,

  // a correction on request names no caller
  `create function keep_restriction() returns trigger language plpgsql as $$
   begin
     if public.hub_caller() is not null and old.owner_organisation_id is distinct from public.hub_organisation_as('case-owner')
     then raise exception 'only its owner lifts the restriction of a case' using errcode = '42501'; end if;
     return new;
   end $$`,
  `create trigger case_restriction_kept before update on case_file for each row when (old.is_restricted and not new.is_restricted)
     execute function keep_restriction()`,
];

/** A consultation that became a case is seen with that case; where it is counted, it stays. */
const consultationSeen = `region = (select public.hub_region_as('care-broker', 'analyst'))
  or (case_id is null and referrer_organisation_id = ${owner}) or ${ofSeenCase('consultation')}`;
const consultationSeenBefore = `region = (select public.hub_region_as('care-broker', 'analyst')) or referrer_organisation_id = ${owner}`;
const ofRegion = `region = ${broker}`;
const ofCaseInRegion = `exists (select from case_file f where f.id = consultation.case_id and f.${ofRegion})`;
const workedOn = (table: string, isOwn: string): string =>
  addableFor(table, `exists (select from consultation c where c.id = ${table}.consultation_id and ${isOwn})`);
const byWhoHasTheCase = `coalesce((select f.region from case_file f where f.id = c.case_id), case when c.case_id is null then c.region end) = ${broker}`;

const consultationPolicies = [
  'drop policy consultation_seen on consultation',
  `create policy consultation_seen on consultation for select using (${consultationSeen})`,
  'drop policy consultation_changed on consultation',
  changeableFor('consultation', `(case_id is null and ${ofRegion}) or ${ofCaseInRegion}`),
  ...['contact_moment', 'outcome'].flatMap((table) => [
    `drop policy ${table}_added on ${table}`,
    workedOn(table, byWhoHasTheCase),
  ]),
];

const placeSeen = `exists (select from case_place p where p.case_id = former_place.case_id)`;

const policies = [
  addableFor(
    'case_file',
    `${ofRegion} or (owner_organisation_id = ${owner} and region = (select public.hub_region_as('case-owner')))`,
  ),
  changeableFor('case_file', ownCase('case_file')),
  ...['need', 'case_place'].flatMap((table) => [
    addableFor(table, ofSeenCase(table)),
    changeableFor(table, ofSeenCase(table)),
  ]),
  ...readOnlyFor('case_change', ofSeenCase('case_change')),
  ...readOnlyFor('former_need', ofSeenCase('former_need')),
  ...readOnlyFor('former_place', placeSeen),
  ...['case_change', 'former_need', 'former_place'].map((table) => addableFor(table, ofSeenCase(table))),
];

/** Whose a case is changes in one way only; what was written down is never changed. */
const changeable = `version, own_reference, birth_year, responsible_municipality_code, municipality_code, languages, legal_frameworks, measures,
  out_of_home_authorisation, current_rung, is_threatened_out_of_home, problem_domains, status, closed_at, is_restricted`;
const grants = [
  'revoke update, delete, truncate on case_file from thuisbasis_cases',
  `grant update (${changeable}) on case_file to thuisbasis_cases`,
  'revoke delete, truncate on need, case_place from thuisbasis_cases',
  'revoke all on case_serial from thuisbasis_cases',
  'revoke update, delete, truncate on case_change, former_need, former_place from thuisbasis_cases',
  ...[
    'next_case_number(text)',
    'hand_over_case(uuid, text, uuid)',
    'become_case(uuid, uuid)',
    'case_running(uuid)',
  ].flatMap((name) => [
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to thuisbasis_cases`,
  ]),
];

/** What people do with a case from the first call to its end, with what it was before. */
export class CaseWork1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const tables = [...columns, caseSerial, caseChange, ...former, ...functions];
    for (const statement of [...tables, ...policies, ...consultationPolicies, ...grants]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...policiesBefore, ...dropped]) await runner.query(statement);
  }
}

const policiesBefore = [
  ...['case_change', 'former_need', 'former_place'].flatMap(readableByAll),
  ...['case_file', 'need', 'case_place'].flatMap((table) =>
    ['added', 'changed'].map((policy) => `drop policy if exists ${table}_${policy} on ${table}`),
  ),
  'drop policy consultation_seen on consultation',
  `create policy consultation_seen on consultation for select using (${consultationSeenBefore})`,
  'drop policy consultation_changed on consultation',
  changeableFor('consultation', ofRegion),
  ...['contact_moment', 'outcome'].flatMap((table) => [
    `drop policy ${table}_added on ${table}`,
    workedOn(table, `c.${ofRegion}`),
  ]),
];

const dropped = [
  'grant update, delete on case_file, need, case_place to thuisbasis_cases',
  'drop trigger case_restriction_kept on case_file',
  'drop function next_case_number, hand_over_case, become_case, case_running, keep_restriction',
  'drop table former_place, former_need, case_change, case_serial',
  'alter table consultation drop column case_id',
  'alter table case_file drop column version',
  ...heaviest(`array[heaviest_rung] <@ ${rungs}`),
];
