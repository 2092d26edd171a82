import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar day in the Netherlands: validity is counted in days. */
const today = `
  create function today() returns date
  language sql stable
  as $$ select (public.hub_now() at time zone 'Europe/Amsterdam')::date $$`;

const allMatch = `
  create function all_match(items text[], pattern text) returns boolean
  language sql immutable parallel safe
  as $$ select coalesce(bool_and(coalesce(item ~ pattern, false)), true) from unnest(items) as item $$`;

const municipalities = `municipality_codes text[] not null default '{}' check (all_match(municipality_codes, '^[0-9]{4}$'))`;
const phone = (column: string): string => `${column} text check (${column} ~ '^\\+[1-9][0-9]{6,14}$')`;
const email = (column: string): string => `${column} text check (${column} ~ '^[^@[:space:]]+@[^@[:space:]]+$')`;

/** Names in the order of lists: without regard to capitals, the same on every server. */
const named = `
    name text not null check (name <> ''),
    sort_name text collate "C" not null generated always as (lower(name)) stored`;

const organisation = `
  create table organisation (
    id uuid primary key default gen_random_uuid(),
    key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    ${named},
    kind text not null check (kind in ('MUNICIPALITY','LOCAL_ACCESS','CARE_PROVIDER','FOSTER_CARE_PROVIDER','CERTIFIED_INSTITUTION','SAFE_HOME',
      'COUNCIL_FOR_CHILD_PROTECTION','GGD','PROCUREMENT_CENTRE','EXPERTISE_NETWORK','EXPERIENCE_ORG','SCHOOL')),
    kvk text check (kvk ~ '^[0-9]{8}$'),
    agb text[] not null default '{}' check (all_match(agb, '^[0-9]{8}$')),
    oin text unique check (oin ~ '^(000000(0[124689]|1[01]|99)[0-9]{9}000|00000003[0-9]{8}0000|00000007[0-9A-Z]{9}000)$'),
    ${municipalities},
    ${phone('phone')},
    ${email('email')},
    website text check (website ~ '^https://'),
    contracted_until_on date
  )`;

const professional = `
  create table professional (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation,
    ${named},
    job_title text not null check (job_title <> ''),
    register text,
    registration_number text,
    is_registration_verified boolean not null default false,
    ${municipalities},
    languages text[] not null default '{nl}' check (all_match(languages, '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')),
    ${phone('work_phone')},
    ${email('work_email')},
    is_visible boolean not null default true,
    is_active boolean not null default true,
    left_on date,
    check ((register is null) = (registration_number is null)),
    check (registration_number is not null or not is_registration_verified)
  )`;

const expertise = `
  create table expertise (
    professional_id uuid not null references professional on delete cascade,
    code text not null check (code in ('AUTISM','ADHD','ATTACHMENT','TRAUMA','MILD_INTELLECTUAL_DISABILITY','CHILD_PSYCHIATRY','ADULT_PSYCHIATRY',
      'ADDICTION','EATING_DISORDERS','SUICIDE_PREVENTION','SYSTEMIC_THERAPY','PARENTING_SUPPORT','DIVORCE','SAFETY','FOSTER_CARE',
      'PRACTICAL_SUPPORT','HOUSING','DEBT','EDUCATION','TRANSITION_TO_ADULTHOOD','CULTURAL_MEDIATION','EXPERIENCE_EXPERTISE','YOUTH_LAW')),
    level text not null check (level in ('BASIC','EXPERIENCED','SPECIALIST')),
    primary key (professional_id, code)
  )`;

const team = `
  create table team (
    id uuid primary key default gen_random_uuid(),
    ${named},
    kind text not null check (kind in ('ACCELERATION','AMBULATORY_DUO','RET','RET_2_0','DEDICATED','ENABLING_CREW','PROJECT_GROUP','TASK_CREW',
      'LOCAL_TEAM','FACT','EXPERT_TEAM','POLICY_GROUP','SAFETY_TEAM')),
    organisation_id uuid references organisation,
    ${municipalities},
    mandate text,
    meeting_rhythm text check (meeting_rhythm ~ '^P[1-9][0-9]?[DWM]$'),
    max_hours_per_week numeric(5,1) check (max_hours_per_week > 0),
    valid_from_on date not null,
    valid_to_on date,
    successor_id uuid references team,
    check (valid_to_on >= valid_from_on),
    check (successor_id <> id)
  )`;

const membership = `
  create table team_membership (
    team_id uuid not null references team,
    professional_id uuid not null references professional,
    role text not null check (role <> ''),
    hours_average numeric(4,1) check (hours_average > 0),
    from_on date not null,
    to_on date,
    primary key (team_id, professional_id, from_on),
    check (to_on >= from_on)
  )`;

/** Which organisation takes part in which team today: as its host, or through a member who is active and has not left. */
const participation = `
  create view team_participation with (security_invoker = true) as
  select id as team_id, organisation_id from team where organisation_id is not null
  union
  select membership.team_id, professional.organisation_id
  from team_membership membership
  join professional on professional.id = membership.professional_id
  where membership.from_on <= today() and (membership.to_on is null or membership.to_on >= today())
    and (professional.left_on is null or professional.left_on > today())`;

const indexes = [
  'create index organisation_name on organisation (sort_name, id)',
  'create index organisation_municipality on organisation using gin (municipality_codes)',
  'create index professional_name on professional (sort_name, id)',
  'create index professional_organisation on professional (organisation_id)',
  'create index professional_municipality on professional using gin (municipality_codes)',
  'create index expertise_code on expertise (code, professional_id)',
  'create index team_name on team (sort_name, id)',
  'create index team_organisation on team (organisation_id)',
  'create index team_municipality on team using gin (municipality_codes)',
  'create index team_membership_professional on team_membership (professional_id)',
];

/** The tables of people and the view that says which organisation takes part in which team. */
export class People1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const tables = [organisation, professional, expertise, team, membership];
    for (const statement of [today, allMatch, ...tables, participation, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view team_participation');
    await runner.query('drop table team_membership, team, expertise, professional, organisation');
    await runner.query('drop function all_match, today');
  }
}
