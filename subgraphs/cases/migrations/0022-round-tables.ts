import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const roundTable = `
  create table round_table (
    id uuid primary key default gen_random_uuid(),
    case_id uuid references case_file on delete cascade,
    consultation_id uuid references consultation on delete cascade,
    kind text not null check (kind in ('ROUND_TABLE','ACCELERATION_TABLE','RET_MORNING','CASE_WEEK','LOCAL_TEAM_REVIEW','EARLY_JOINT_MEETING')),
    state text not null default 'PLANNED' check (state in ('PLANNED','HELD','CANCELLED')),
    version integer not null default 1 check (version > 0),
    planned_at timestamptz(3) not null,
    held_at timestamptz(3),
    cancelled_at timestamptz(3),
    cancel_reason text check (cancel_reason in ('FAMILY_DECLINES','PARTICIPANTS_UNABLE','NOT_NEEDED','MOVED','OTHER')),
    participant_ids uuid[] not null,
    organisation_ids uuid[] not null,
    is_institution_involved boolean not null,
    is_institution_invited boolean not null,
    are_parents_present boolean,
    decisions text[] not null default '{}' check (is_code_list(decisions, '{STAY_HOME_WITH_HELP,INTENSIFY_AMBULATORY,DEPLOY_DUO,ACTIVATE_NETWORK,
      SEEK_FAMILY_FORM,SEEK_RESIDENTIAL,EXPLANATORY_ANALYSIS,TAILORED_ARRANGEMENT,REFER_TO_RET,HELP_FOR_PARENTS,MEET_AGAIN,NOTHING_DECIDED}')),
    check (num_nonnulls(case_id, consultation_id) = 1),
    check (is_institution_invited or not is_institution_involved),
    check ((state = 'HELD') = (held_at is not null) and (state = 'HELD') = (are_parents_present is not null)
      and (state = 'HELD') = (decisions <> '{}')),
    check ((state = 'CANCELLED') = (cancelled_at is not null) and (state = 'CANCELLED') = (cancel_reason is not null))
  )`;

const indexes = [
  'create index round_table_case on round_table (case_id, planned_at desc, id desc)',
  'create index round_table_consultation on round_table (consultation_id, planned_at desc, id desc)',
  `create index round_table_members on round_table using gin (participant_ids) where state = 'PLANNED'`,
];

/** Reads tables without their row level security, which itself asks for cases: what stands for the caller, and nothing else. */
const asOwner = 'security definer set search_path = cases, public, pg_temp';
const seated = (name: string, column: string): string => `
  create function ${name}() returns uuid[] language sql stable ${asOwner} as $$
    select array(select t.${column} from round_table t where t.${column} is not null
      and t.participant_ids @> array[public.hub_professional_as('ret-member')] and round_table_stands(t)) $$`;

const functions = [
  // until it was held or cancelled; what nobody wrote down afterwards stands for two weeks
  `create function round_table_stands(t round_table) returns boolean language sql stable as
   $$ select t.state = 'PLANNED' and t.planned_at > public.hub_now() - interval '14 days' $$`,
  seated('seated_cases', 'case_id'),
  seated('seated_consultations', 'consultation_id'),
];

const broker = `(select public.hub_region_as('care-broker'))`;
const owner = `(select public.hub_organisation_as('case-owner'))`;
/** As it came in, and once it became a case as that case is. */
const consultationOf = (region: string, organisation: string): string =>
  `((c.case_id is null and (c.region = ${region} or c.referrer_organisation_id = ${organisation}))
    or exists (select from case_file own where own.id = c.case_id and (own.region = ${region} or own.owner_organisation_id = ${organisation})))`;
const worked = `(exists (select from case_file f where f.id = round_table.case_id and (f.region = ${broker} or f.owner_organisation_id = ${owner}))
  or exists (select from consultation c where c.id = round_table.consultation_id and ${consultationOf(broker, 'null')}))`;
const asked = `exists (select from consultation c where c.id = round_table.consultation_id and ${consultationOf('null', owner)})`;
const member = `(round_table.participant_ids @> array[(select public.hub_professional_as('ret-member'))] and round_table_stands(round_table))`;

/** Until now who saw a case worked on it. From now on what is beneath a case is changed, and its past is read, by who works on it. */
const ofWorker = (table: string): string => `exists (select from case_file f where f.id = ${table}.case_id
  and (f.region = ${broker} or f.owner_organisation_id = ${owner}))`;
const kept: readonly (readonly [string, 'insert' | 'update' | 'select'])[] = [
  ...['need', 'case_place', 'case_change', 'former_need', 'former_place'].map((table) => [table, 'insert'] as const),
  ...['need', 'case_place'].map((table) => [table, 'update'] as const),
  ...['case_change', 'former_need', 'former_place'].map((table) => [table, 'select'] as const),
];
const keptByWorkers = kept.map(
  ([table, act]) =>
    `create policy ${table}_${act}_by_workers on ${table} as restrictive for ${act}
       ${act === 'insert' ? 'with check' : 'using'} (${ofWorker(table)})`,
);

const policies = [
  ...keptByWorkers,
  ...readOnlyFor('round_table', `${worked} or ${asked} or ${member}`),
  addableFor('round_table', `${worked} and state = 'PLANNED'`),
  changeableFor('round_table', worked, `${worked} and state <> 'PLANNED'`),
  `create policy case_file_seated on case_file for select using (id = any((select seated_cases())::uuid[]))`,
  `create policy consultation_seated on consultation for select using (id = any((select seated_consultations())::uuid[]))`,
];

const grants = [
  'revoke delete, truncate on round_table from thuisbasis_cases',
  ...['seated_cases()', 'seated_consultations()'].flatMap((name) => [
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to thuisbasis_cases`,
  ]),
];

/** Round tables, and what a member sees while one stands. */
export class RoundTables1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [roundTable, ...indexes, ...functions, ...policies, ...grants])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, act] of kept) await runner.query(`drop policy ${table}_${act}_by_workers on ${table}`);
    await runner.query('drop policy case_file_seated on case_file');
    await runner.query('drop policy consultation_seated on consultation');
    for (const statement of readableByAll('round_table')) await runner.query(statement);
    await runner.query('drop function seated_cases, seated_consultations, round_table_stands(round_table)');
    await runner.query('drop table round_table');
  }
}
