import type { MigrationInterface, QueryRunner } from 'typeorm';

const interventions = `'{REFERRED_TO_REGULAR_CARE,TAILOR_MADE,NON_CONTRACTED_OFFER,EXPLANATORY_ANALYSIS_SUPPORT,ACCELERATION_TABLE,REFERRED_TO_RET,
  INDEPENDENT_FACILITATION,TEAM_ANDERS_DEPLOYMENT,OTHER_MEDIATION}'`;

/** One row is one child in one reporting year. The municipality of the referrer is its own: it may differ from the child's. */
const consultation = `
  create table consultation (
    id uuid primary key default gen_random_uuid(),
    region text not null check (region <> ''),
    reporting_year smallint not null check (reporting_year between 2000 and 2100),
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    referrer_kind text not null check (referrer_kind in ('LOCAL_ACCESS','CERTIFIED_INSTITUTION','SAFE_HOME','PARENT','CARE_PROVIDER','EDUCATION',
      'OTHER','GP','YOUTH_DOCTOR','SPECIALIST','JUDGE')),
    referrer_organisation_id uuid,
    referrer_municipality_code text not null check (referrer_municipality_code ~ '^[0-9]{4}$'),
    is_identified boolean not null,
    received_at timestamptz(3) not null,
    first_contact_at timestamptz(3) check (first_contact_at >= received_at),
    channel text not null check (channel in ('PHONE','EMAIL','ROUND_TABLE','FORM')),
    interventions text[] not null default '{}' check (is_code_list(interventions, ${interventions})),
    result text not null default 'OPEN' check (result in ('OUT_OF_HOME_PREVENTED','AS_HOME_AS_POSSIBLE','MOVED_ON_TO_SUITABLE_CARE',
      'NOT_SUCCESSFUL','OPEN')),
    status text not null check (status in ('RECEIVED','CONTACTED','IN_CONSULTATION','ROUND_TABLE_PLANNED','ROUND_TABLE_HELD','TEAM_DEPLOYED',
      'EXPLANATORY_ANALYSIS','REFERRED_TO_RET','MATCHING','CLOSED','ABANDONED')),
    closed_at timestamptz(3) check (closed_at >= received_at),
    check ((status in ('CLOSED','ABANDONED')) = (closed_at is not null)),
    check (status in ('RECEIVED','ABANDONED') or first_contact_at is not null),
    check (status <> 'RECEIVED' or first_contact_at is null)
  )`;

const indexes = [
  'create index consultation_region on consultation (region, received_at desc, id desc)',
  'create index consultation_referrer on consultation (referrer_organisation_id, received_at desc, id desc)',
  'create index consultation_year on consultation (region, reporting_year)',
];

/** The consultations from which the year table is counted. */
export class Consultations1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [consultation, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consultation');
  }
}
