import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  `create function is_code_list(items text[], codes text[]) returns boolean
  language sql immutable parallel safe
  as $$ select items <@ codes and cardinality(items) = (select count(distinct item) from unnest(items) as item) $$`,

  `create function all_match(items text[], pattern text) returns boolean
  language sql immutable parallel safe
  as $$ select coalesce(bool_and(coalesce(item ~ pattern, false)), true) from unnest(items) as item $$`,

  `create function this_year() returns integer
  language sql stable
  as $$ select extract(year from public.hub_now() at time zone 'Europe/Amsterdam')::integer $$`,
];

const rungs = `'{OWN_HOME,LOCAL_TEAM,COMMUNITY_SUPPORT,MENTOR_JIM,AMBULATORY,INTENSIVE_AMBULATORY,DAY_TREATMENT,PART_TIME_RESPITE,KINSHIP_FOSTER,
  FOSTER,FAMILY_HOME,SMALL_SCALE,ASSISTED_LIVING,RESIDENTIAL_GROUP,SECURE,TAILORED}'`;
const legalFrameworks = `'{VOLUNTARY,SUPERVISION,GUARDIANSHIP,SECURE_AUTHORISATION,YOUTH_PROBATION,WMO}'`;
const characteristics = `'{AUTISM,ADHD,MILD_INTELLECTUAL_DISABILITY,TRAUMA,ATTACHMENT,ANXIETY_DEPRESSION,SELF_HARM,SUICIDALITY,EATING_DISORDER,
  PSYCHOSIS,AGGRESSION,SEXUALISED_BEHAVIOUR,ADDICTION,OFFENDING,RUNNING_AWAY,SCHOOL_REFUSAL,PHYSICAL_DISABILITY,MEDICAL_CARE,
  SENSORY_IMPAIRMENT,YOUNG_PARENT,REFUGEE,PARENTAL_CONFLICT,DOMESTIC_VIOLENCE,PARENT_PSYCHIATRIC,PARENT_ADDICTION,LGBTQ,EXPLOITATION_RISK}'`;
const placeFeatures = `'{STEP_FREE,OWN_ROOM,PETS,NO_PETS,SMOKE_FREE,NEAR_PUBLIC_TRANSPORT,RURAL,BOYS_ONLY,GIRLS_ONLY,RELIGIOUS_HOUSEHOLD,HALAL,
  VEGETARIAN,SIGN_LANGUAGE,SECRET_LOCATION}'`;

const codeList = (column: string, codes: string): string =>
  `${column} text[] not null default '{}' check (is_code_list(${column}, ${codes}))`;
const municipality = (column: string): string => `${column} text not null check (${column} ~ '^[0-9]{4}$')`;
const postcode = (column: string): string => `${column} text check (${column} ~ '^[1-9][0-9]{3}$')`;

/** `case` is a word of SQL itself, so the table of cases is `case_file`. */
const caseFile = `
  create table case_file (
    id uuid primary key default gen_random_uuid(),
    number text not null unique check (number ~ '^[A-Z][A-Z0-9]*-[0-9]{2}-[0-9]{4,}$'),
    region text not null check (region <> ''),
    own_reference text check (own_reference <> ''),
    birth_year smallint not null check (birth_year between 1990 and 2100),
    ${municipality('responsible_municipality_code')},
    ${municipality('municipality_code')},
    ${postcode('postcode4')},
    languages text[] not null default '{}' check (all_match(languages, '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')),
    ${codeList('legal_frameworks', legalFrameworks)},
    ${codeList('measures', `'{SUPERVISION,PROVISIONAL_SUPERVISION,GUARDIANSHIP,PROVISIONAL_GUARDIANSHIP,TEMPORARY_GUARDIANSHIP}'`)},
    out_of_home_authorisation text check (out_of_home_authorisation in ('SECURE_PLACEMENT','OUT_OF_HOME_PLACEMENT')),
    current_rung text not null check (array[current_rung] <@ ${rungs}),
    is_threatened_out_of_home boolean not null,
    ${codeList('problem_domains', `'{POVERTY,DIVORCE,HOUSING,ADDICTION,PARENTAL_OTHER}'`)},
    owner_organisation_id uuid,
    status text not null check (status in ('OPEN','CLOSED')),
    opened_at timestamptz(3) not null,
    closed_at timestamptz(3) check (closed_at >= opened_at),
    is_restricted boolean not null default false,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check (own_reference is null or owner_organisation_id is not null)
  )`;

/** What the case itself says of the child (birth year, municipalities, languages, legal frameworks) is not said again here. */
const need = `
  create table need (
    case_id uuid primary key references case_file on delete cascade,
    ${codeList('rungs', rungs)},
    heaviest_rung text check (heaviest_rung <> 'TAILORED' and array[heaviest_rung] <@ ${rungs}),
    sex text check (sex in ('FEMALE','MALE')),
    start_by_on date,
    duration_weeks smallint check (duration_weeks between 1 and 1040),
    hours_per_week numeric(4,1) check (hours_per_week > 0 and hours_per_week <= 168 and hours_per_week % 0.5 = 0),
    ${codeList('time_windows', `'{DAYTIME,AFTER_SCHOOL,EVENING,NIGHT,WEEKEND}'`)},
    children_together smallint not null default 1 check (children_together between 1 and 12),
    ${postcode('near_postcode4')},
    ${postcode('school_postcode4')},
    max_distance_km smallint check (max_distance_km between 1 and 400),
    ${codeList('characteristics', characteristics)},
    ${codeList('place_features', placeFeatures)},
    is_contracted_only boolean not null default false,
    is_crisis boolean not null default false
  )`;

const indexes = [
  'create index case_file_region on case_file (region, opened_at desc, id desc)',
  'create index case_file_owner on case_file (owner_organisation_id, opened_at desc, id desc)',
];

/** The cases and, beside each, the need that help must meet. */
export class Cases1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...functions, caseFile, need, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table need, case_file');
    await runner.query('drop function this_year, all_match, is_code_list');
  }
}
