import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const columns = [
  'alter table consultation add column version integer not null default 1 check (version > 0)',
  `alter table consultation add column abandon_reason text
     check (abandon_reason in ('NOT_REACHED','WITHDRAWN','DUPLICATE','ELSEWHERE','OTHER'))`,
  `alter table consultation add constraint consultation_abandoned_with_reason
     check (abandon_reason is null or status = 'ABANDONED')`,
];

const contactMoment = `
  create table contact_moment (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultation on delete cascade,
    kind text not null check (kind in ('PHONE','VIDEO_CALL','EMAIL','VISIT','MEETING')),
    at timestamptz(3) not null,
    minutes smallint check (minutes between 1 and 1440),
    recorded_at timestamptz(3) not null default hub_now()
  )`;

/** What came of it is only ever added to: a later finding stands beside the earlier one. */
const outcome = `
  create table outcome (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultation on delete cascade,
    kind text not null check (kind in ('OUT_OF_HOME_PREVENTED','AS_HOME_AS_POSSIBLE','MOVED_ON_TO_SUITABLE_CARE','NOT_SUCCESSFUL')),
    measured_on date not null,
    is_stable boolean,
    recorded_at timestamptz(3) not null default hub_now()
  )`;

const indexes = [
  'create index contact_moment_consultation on contact_moment (consultation_id, at desc, id desc)',
  'create index outcome_consultation on outcome (consultation_id, recorded_at desc, id desc)',
  `create index consultation_awaiting on consultation (region, received_at, id) where status = 'RECEIVED'`,
];

const ofRegion = `region = (select public.hub_region_as('care-broker'))`;
const ofReferrer = `referrer_organisation_id = (select public.hub_organisation_as('case-owner'))
  and region = (select public.hub_region_as('case-owner'))`;
const ofConsultation = (table: string, own = 'true'): string =>
  `exists (select from consultation c where c.id = ${table}.consultation_id and ${own})`;
const ofOwnRegion = `c.${ofRegion}`;

const policies = [
  addableFor('consultation', `${ofRegion} or (${ofReferrer})`),
  changeableFor('consultation', ofRegion),
  ...['contact_moment', 'outcome'].flatMap((table) => [
    ...readOnlyFor(table, ofConsultation(table)),
    addableFor(table, ofConsultation(table, ofOwnRegion)),
  ]),
];

const grants = ['contact_moment', 'outcome'].map(
  (table) => `revoke update, delete, truncate on ${table} from thuisbasis_cases`,
);

/** What brokers do with a consultation, and what came of it. */
export class ConsultationWork1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, contactMoment, outcome, ...indexes, ...policies, ...grants])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of ['contact_moment', 'outcome'].flatMap(readableByAll)) await runner.query(statement);
    await runner.query('drop table contact_moment, outcome');
    for (const policy of ['added', 'changed']) await runner.query(`drop policy consultation_${policy} on consultation`);
    await runner.query('drop index consultation_awaiting');
    await runner.query('alter table consultation drop column version, drop column abandon_reason');
  }
}
