import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** What was thought of an option for a case. A later judgement stands beside the earlier one. */
const judgement = `
  create table judgement (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    offer_id uuid not null,
    verdict text not null check (verdict in ('SHORTLISTED','REJECTED')),
    reason text check (reason in ('TOO_FAR','TOO_LATE','TOO_HEAVY','TOO_LIGHT','NO_MATCH','SIBLINGS_APART','SCHOOL','SAFETY','NO_CONTRACT',
      'FAMILY_DECLINES','TRIED_BEFORE','OTHER')),
    judged_at timestamptz(3) not null default hub_now(),
    check ((verdict = 'REJECTED') = (reason is not null))
  )`;

const ofOwnCase = (rest: string): string => `exists (select from case_file f where f.id = judgement.case_id
  and (f.owner_organisation_id = (select public.hub_organisation_as('case-owner'))
    or (f.region = (select public.hub_region_as('care-broker'))${rest})))`;

const statements = [
  judgement,
  'create index judgement_case on judgement (case_id, judged_at desc, id desc)',
  ...readOnlyFor('judgement', ofOwnCase('')),
  addableFor('judgement', ofOwnCase(' and not f.is_restricted')),
  'revoke update, delete, truncate on judgement from thuisbasis_cases',
];

/** Judgements of options. */
export class Judgements1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('judgement')) await runner.query(statement);
    await runner.query('drop table judgement');
  }
}
