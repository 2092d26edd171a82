import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const followUp = [
  'alter table outcome add column follow_up_on date check (follow_up_on > measured_on)',
  'create index outcome_due on outcome (follow_up_on, id) where follow_up_on is not null',
];

/** What CBS asks of a trajectory. It is only ever added to. */
const cbsOutcome = `
  create table cbs_outcome (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    measured_on date not null,
    informant text not null check (informant in ('YOUTH','PARENT')),
    satisfaction smallint check (satisfaction between 1 and 10),
    can_go_on smallint check (can_go_on between 1 and 4),
    is_drop_out boolean not null,
    is_restart boolean not null,
    recorded_at timestamptz(3) not null default hub_now()
  )`;

const factors = `'{OWN_NETWORK,ONE_DIRECTOR,WORKING_TOGETHER,HELP_AT_HOME,FREE_BUDGET,LOCAL_OFFER,WAITING_TIME,HOUSING,ADULT_PROBLEMS,RULES,
  STAFF_TURNOVER,SCHOOL}'`;
const review = `
  create table learning_review (
    id uuid primary key default gen_random_uuid(),
    region text not null check (region <> ''),
    held_on date not null,
    helped text[] not null check (is_code_list(helped, ${factors})),
    hindered text[] not null check (is_code_list(hindered, ${factors})),
    shared_in text[] not null check (is_code_list(shared_in, '{NEWSLETTER,LEARNING_CIRCLE,KNOWLEDGE_STUDIO,THEME_TABLE}')),
    recorded_at timestamptz(3) not null default hub_now()
  )`;
const reviewCase = `
  create table learning_review_case (
    learning_review_id uuid not null references learning_review on delete cascade,
    case_id uuid not null references case_file on delete cascade,
    primary key (learning_review_id, case_id)
  )`;

const signal = `
  create table signal (
    id uuid primary key default gen_random_uuid(),
    region text not null check (region <> ''),
    version integer not null default 1 check (version > 0),
    destination text not null check (destination in ('POLICY','PROCUREMENT','REGULATION')),
    factor text not null check (array[factor] <@ ${factors}),
    owner_organisation_id uuid not null,
    learning_review_id uuid references learning_review on delete set null,
    state text not null default 'OPEN' check (state in ('OPEN','ESCALATED','TAKEN_UP','SOLVED','DECLINED')),
    escalated_to text check (escalated_to in ('DEDICATED_TEAM','ENABLING_CREW')),
    raised_at timestamptz(3) not null default hub_now(),
    due_on date not null,
    answered_at timestamptz(3),
    check (state <> 'ESCALATED' or escalated_to is not null),
    check ((state in ('SOLVED','DECLINED')) = (answered_at is not null))
  )`;

const indexes = [
  'create index cbs_outcome_case on cbs_outcome (case_id, recorded_at desc, id desc)',
  'create index learning_review_region on learning_review (region, recorded_at desc, id desc)',
  'create index learning_review_case_case on learning_review_case (case_id)',
  'create index signal_region on signal (region, raised_at desc, id desc)',
  'create index signal_owner on signal (owner_organisation_id, raised_at desc, id desc)',
];

const broker = `(select public.hub_region_as('care-broker'))`;
const owner = `(select public.hub_organisation_as('case-owner'))`;
const ofOwnCase = `exists (select from case_file f where f.id = cbs_outcome.case_id and (f.region = ${broker} or f.owner_organisation_id = ${owner}))`;
const ofReview = `exists (select from learning_review r where r.id = learning_review_case.learning_review_id and r.region = ${broker})`;
const ofSignal = `region = ${broker} or owner_organisation_id = ${owner}`;

const policies = [
  ...readOnlyFor('cbs_outcome', ofOwnCase),
  addableFor('cbs_outcome', ofOwnCase),
  ...readOnlyFor('learning_review', `region = (select public.hub_region_as('care-broker', 'analyst'))`),
  addableFor('learning_review', `region = ${broker}`),
  ...readOnlyFor('learning_review_case', ofReview),
  addableFor(
    'learning_review_case',
    `${ofReview} and exists (select from case_file f where f.id = learning_review_case.case_id and f.region = ${broker})`,
  ),
  ...readOnlyFor('signal', `${ofSignal} or region = (select public.hub_region_as('analyst'))`),
  addableFor('signal', `region = ${broker} and state = 'OPEN'`),
  changeableFor('signal', ofSignal),
];

const tables = ['cbs_outcome', 'learning_review_case', 'learning_review', 'signal'];
const grants = [
  ...tables.map((table) => `revoke update, delete, truncate on ${table} from thuisbasis_cases`),
  // from what it came, whose it is and by when it is due does not change
  'grant update (version, state, escalated_to, answered_at) on signal to thuisbasis_cases',
];

/** Whether what was found lasts, what CBS asks, and what the region learns from it. */
export class Learning1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const made = [...followUp, cbsOutcome, review, reviewCase, signal, ...indexes, ...policies, ...grants];
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of tables.flatMap(readableByAll)) await runner.query(statement);
    await runner.query('drop table signal, learning_review_case, learning_review, cbs_outcome');
    await runner.query('alter table outcome drop column follow_up_on');
  }
}
