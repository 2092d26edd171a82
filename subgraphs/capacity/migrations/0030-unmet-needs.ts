import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const unmetNeed = `
  create table unmet_need (
    child_id uuid not null,
    case_id uuid,
    is_anonymous boolean not null,
    region text not null,
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    age_band text not null check (age_band in ('AGE_0_3','AGE_4_11','AGE_12_15','AGE_16_17','AGE_18_22','AGE_23_27','OLDER')),
    rung text not null check (rung in ('ANY','LOCAL_TEAM','COMMUNITY_SUPPORT','AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT',
      'PART_TIME_RESPITE','KINSHIP_FOSTER','FOSTER','FAMILY_HOME','SMALL_SCALE','ASSISTED_LIVING','RESIDENTIAL_GROUP','SECURE','TAILORED')),
    reason text not null check (reason in ('NO_OFFER','SEVERAL','TOO_HEAVY','AGE','SEX','LEGAL_FRAMEWORK','EXCLUSION','TARGET_GROUP','CHILDREN_TOGETHER',
      'INTAKE_CLOSED','NO_CONTRACT','TOO_FAR')),
    sought_on date not null,
    helped_on date,
    helped_rung text,
    check (not is_anonymous or (case_id is null and helped_on is null)),
    check ((helped_on is null) = (helped_rung is null)),
    check (helped_on >= sought_on)
  )`;

const indexes = [
  `create unique index unmet_need_once on unmet_need (child_id, sought_on, rung, reason) where case_id is not null or is_anonymous`,
  'create index unmet_need_case on unmet_need (case_id) where case_id is not null',
  `create index unmet_need_counted on unmet_need (region, sought_on)
     include (child_id, case_id, is_anonymous, municipality_code, age_band, rung, reason, helped_on, helped_rung)`,
];

/** What stays counted of a case that was erased leads to nobody: of its days the month. */
const keptCounts = [
  `create function keep_unmet_month() returns trigger language plpgsql as $$
   begin
     new.sought_on := date_trunc('month', new.sought_on);
     new.helped_on := date_trunc('month', new.helped_on);
     return new;
   end $$`,
  `create trigger unmet_need_month before update of case_id on unmet_need for each row
     when (old.case_id is not null and new.case_id is null) execute function keep_unmet_month()`,
];

/** Care that starts for a case is the answer to what it sought before: the first, on whatever rung. */
const helped = [
  `create function answer_unmet_need() returns trigger language plpgsql security definer set search_path = capacity, public, pg_temp as $$
   begin
     update unmet_need u set helped_on = began_on, helped_rung = o.rung
     from hold_case k, offer o, lateral (select (new.converted_at at time zone 'Europe/Amsterdam')::date as began_on) began
     where k.hold_id = new.id and o.id = new.offer_id and u.case_id = k.case_id and u.helped_on is null and u.sought_on <= began_on;
     return null;
   end $$`,
  `create trigger hold_answers after update of converted_at on hold for each row
     when (old.converted_at is null and new.converted_at is not null) execute function answer_unmet_need()`,
];

/** While a case is erased nothing is noted of it. */
const kept = `create trigger unmet_need_keeps before insert on unmet_need for each row when (knows_case(new.case_id)) execute function keep_case()`;

const ofSeenCase = 'exists (select from case_projection known where known.id = unmet_need.case_id)';

const rights = [
  ...readOnlyFor('unmet_need', `region = (select public.hub_region_as('care-broker', 'analyst')) or ${ofSeenCase}`),
  addableFor(
    'unmet_need',
    `case when is_anonymous then region = (select public.hub_region_as('care-broker', 'case-owner', 'ret-member')) else ${ofSeenCase} end`,
  ),
  'revoke update, delete, truncate on unmet_need from thuisbasis_capacity',
];

/** For which help a search found no option: what a region counts of what it lacks. */
export class UnmetNeeds1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [unmetNeed, ...indexes, ...keptCounts, ...helped, kept, ...rights])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('unmet_need')) await runner.query(statement);
    await runner.query('drop trigger hold_answers on hold');
    await runner.query('drop table unmet_need');
    await runner.query('drop function answer_unmet_need, keep_unmet_month');
  }
}
