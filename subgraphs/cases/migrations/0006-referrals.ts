import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const consent = `
  create table consent (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    purpose text not null check (purpose in ('GIVING_HELP','SHARING_WITH_PROVIDER')),
    given_by text not null check (given_by in ('YOUTH','PARENT','GUARDIAN')),
    given_at timestamptz(3) not null,
    valid_until timestamptz(3) check (valid_until > given_at),
    recorded_at timestamptz(3) not null default hub_now(),
    recorded_by_organisation_id uuid not null,
    withdrawn_at timestamptz(3)
  )`;

/** What one provider calls a case: the same each time that it hears of it, and told to nobody else. */
const pseudonym = `
  create table pseudonym (
    case_id uuid not null references case_file on delete cascade,
    organisation_id uuid not null,
    pseudonym text not null check (pseudonym ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    primary key (case_id, organisation_id),
    unique (organisation_id, pseudonym)
  )`;

/** A case before one provider; before the same provider there is never a second at the same time. */
const referral = `
  create table referral (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null,
    organisation_id uuid not null,
    offer_id uuid,
    hold_id uuid,
    ground text not null check (ground in ('CONSENT','SECURE_AUTHORISATION','PROTECTION_MEASURE','PROBATION','DUTY_TO_COLLEGE')),
    consent_ids uuid[] not null default '{}',
    made_at timestamptz(3) not null default hub_now(),
    expires_at timestamptz(3) not null,
    withdrawn_at timestamptz(3) check (withdrawn_at >= made_at),
    check (expires_at > made_at),
    check ((ground = 'CONSENT') = (consent_ids <> '{}')),
    foreign key (case_id, organisation_id) references pseudonym on delete cascade,
    constraint referral_one_at_a_time exclude using gist
      (case_id with =, organisation_id with =, tstzrange(made_at, least(withdrawn_at, expires_at)) with &&)
  )`;

const indexes = [
  'create index consent_case on consent (case_id)',
  'create index referral_case on referral (case_id, made_at desc, id desc)',
  'create index referral_addressee on referral (organisation_id, made_at desc, id desc)',
];

/** Reads what the caller may not see in order to tell less of it: as the owner, over whom row level security does not stand. */
const asOwner = 'security definer set search_path = cases, public, pg_temp';
const provider = `public.hub_organisation_as('provider-planner', 'provider-system')`;
const ownCase = (file: string): string =>
  `(${file}.region = (select public.hub_region_as('care-broker')) or ${file}.owner_organisation_id = (select public.hub_organisation_as('case-owner')))`;

const functions = [
  `create function consent_holds(c consent) returns boolean language sql stable as
   $$ select c.withdrawn_at is null and (c.valid_until is null or c.valid_until > public.hub_now()) $$`,

  // asked anew at each request: what was withdrawn, or has ended, holds no more
  `create function sharing_ground_holds(file uuid, ground text, consents uuid[]) returns boolean language sql stable ${asOwner} as $$
     select exists (select from case_file f where f.id = file and f.status = 'OPEN' and case ground
       when 'CONSENT' then consents <> '{}' and cardinality(consents) = (select count(*) from consent c
         where c.id = any(consents) and c.case_id = file and c.purpose = 'SHARING_WITH_PROVIDER' and consent_holds(c))
       when 'SECURE_AUTHORISATION' then
         'SECURE_AUTHORISATION' = any(f.legal_frameworks) or f.out_of_home_authorisation = 'SECURE_PLACEMENT'
       when 'PROTECTION_MEASURE' then f.measures <> '{}' or f.legal_frameworks && '{SUPERVISION,GUARDIANSHIP}'
       when 'PROBATION' then 'YOUTH_PROBATION' = any(f.legal_frameworks)
       else ground = 'DUTY_TO_COLLEGE' end) $$`,

  `create function referral_state(r referral) returns text language sql stable set search_path = cases, public, pg_temp as $$
     select case when r.withdrawn_at is not null then 'WITHDRAWN' when r.expires_at <= public.hub_now() then 'EXPIRED'
       when sharing_ground_holds(r.case_id, r.ground, r.consent_ids) then 'OPEN' else 'LAPSED' end $$`,

  // all that a provider is ever told of a child: no row of a case or need is its to see
  `create function referred_child(referral_id uuid) returns table (region text, age integer, languages text[], legal_frameworks text[],
     has_need boolean, rungs text[], heaviest_rung text, sex text, start_by_on date, duration_weeks smallint, hours_per_week numeric,
     time_windows text[], children_together smallint, characteristics text[], place_features text[], is_crisis boolean)
   language sql stable ${asOwner} as $$
     select f.region, this_year() - f.birth_year, f.languages, f.legal_frameworks, n.case_id is not null, n.rungs, n.heaviest_rung, n.sex,
       n.start_by_on, n.duration_weeks, n.hours_per_week, n.time_windows, n.children_together, n.characteristics,
       array_remove(n.place_features, 'SECRET_LOCATION'), n.is_crisis
     from referral r join case_file f on f.id = r.case_id left join need n on n.case_id = f.id
     where r.id = referral_id and (${ownCase('f')} or (r.organisation_id = ${provider} and referral_state(r) = 'OPEN')) $$`,

  // what an access to a case can be about, for those who may ask who looked
  `create function case_objects(file uuid) returns uuid[] language sql stable ${asOwner} as $$
     select case when public.hub_has_role('privacy-officer')
         or exists (select from case_file f where f.id = file and f.owner_organisation_id = public.hub_organisation_as('case-owner'))
       then array[file] || array(select r.id from referral r where r.case_id = file) || array(select c.id from consent c where c.case_id = file)
       else '{}' end $$`,
];

const ofOwnCase = (table: string): string =>
  `exists (select from case_file f where f.id = ${table}.case_id and ${ownCase('f')})`;

/** Who may put a case before a provider: its owner, and the brokers of its region unless it is restricted. */
const referable = `exists (select from case_file f where f.id = referral.case_id and f.status = 'OPEN'
  and (f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))
    or (f.region = (select public.hub_region_as('care-broker')) and not f.is_restricted)))`;

const addressed = (table: string): string => `${table}.organisation_id = (select ${provider})`;

/** What was written is only ever withdrawn, once. */
const withdrawable = (table: string): string =>
  changeableFor(
    table,
    `${ofOwnCase(table)} and ${table}.withdrawn_at is null`,
    `${ofOwnCase(table)} and ${table}.withdrawn_at is not null`,
  );

/** Each function of the caller is asked once for a statement, not once for a row. */
const policies = [
  ...readOnlyFor('consent', ofOwnCase('consent')),
  addableFor(
    'consent',
    `consent.recorded_by_organisation_id = (select public.hub_organisation_as('case-owner')) and consent.withdrawn_at is null
     and exists (select from case_file f where f.id = consent.case_id and f.owner_organisation_id = consent.recorded_by_organisation_id)`,
  ),
  withdrawable('consent'),
  ...readOnlyFor(
    'referral',
    `${ofOwnCase('referral')} or (${addressed('referral')} and referral_state(referral) = 'OPEN')`,
  ),
  addableFor(
    'referral',
    `referral.withdrawn_at is null and ${referable} and sharing_ground_holds(referral.case_id, referral.ground, referral.consent_ids)`,
  ),
  withdrawable('referral'),
  ...readOnlyFor(
    'pseudonym',
    `${ofOwnCase('pseudonym')} or (${addressed('pseudonym')} and exists (select from referral r where r.case_id = pseudonym.case_id
      and r.organisation_id = pseudonym.organisation_id))`,
  ),
  addableFor('pseudonym', ofOwnCase('pseudonym')),
];

const tables = ['referral', 'pseudonym', 'consent'];

const grants = [
  ...tables.map((table) => `revoke update, delete, truncate on ${table} from thuisbasis_cases`),
  'grant update (withdrawn_at) on consent, referral to thuisbasis_cases',
  ...['sharing_ground_holds(uuid, text, uuid[])', 'referred_child(uuid)', 'case_objects(uuid)'].flatMap((name) => [
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to thuisbasis_cases`,
  ]),
];

/** Consent, and cases that are put before a provider under a pseudonym of its own. */
export class Referrals1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [consent, pseudonym, referral, ...indexes, ...functions, ...policies, ...grants])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of tables.flatMap(readableByAll)) await runner.query(statement);
    await runner.query('drop function case_objects, referred_child, referral_state(referral), sharing_ground_holds');
    await runner.query('drop function consent_holds(consent)');
    await runner.query('drop table referral, pseudonym, consent');
  }
}
