import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** One person who opened one restricted case for one purpose. Only its end is ever changed, and only to an earlier one. */
const breakGlass = `
  create table break_glass (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references case_file on delete cascade,
    subject text not null check (subject <> ''),
    purpose text not null,
    reason text not null check (reason in ('IMMEDIATE_DANGER','CRISIS_PLACEMENT','MISSING_CHILD','OWNER_UNREACHABLE','OTHER')),
    explanation text not null check (length(explanation) between 20 and 500),
    opened_at timestamptz(3) not null default hub_now(),
    ends_at timestamptz(3) not null default hub_now() + interval '60 minutes',
    review_due_on date not null,
    check (ends_at between opened_at and opened_at + interval '60 minutes'),
    constraint break_glass_once_at_a_time exclude using gist
      (case_id with =, subject with =, purpose with =, tstzrange(opened_at, ends_at) with &&)
  )`;

/** What the privacy officer found; after the last word nothing more. */
const review = `
  create table break_glass_review (
    id uuid primary key default gen_random_uuid(),
    break_glass_id uuid not null references break_glass on delete cascade,
    verdict text not null check (verdict in ('JUSTIFIED','UNJUSTIFIED','FURTHER_INQUIRY')),
    note text check (length(note) <= 1000),
    reviewed_by text not null,
    reviewed_at timestamptz(3) not null default hub_now()
  )`;

const indexes = [
  'create index break_glass_case on break_glass (case_id)',
  'create index break_glass_subject on break_glass (subject, opened_at)',
  'create index break_glass_time on break_glass (opened_at desc, id desc)',
  'create index break_glass_review_of on break_glass_review (break_glass_id, reviewed_at desc)',
  `create unique index break_glass_last_word on break_glass_review (break_glass_id) where verdict <> 'FURTHER_INQUIRY'`,
];

const subject = `(select public.hub_caller() ->> 'subject')`;
const purpose = `(select public.hub_caller() ->> 'purpose')`;
const isBroker = `(select public.hub_has_role('care-broker'))`;
const isOfficer = `(select public.hub_has_role('privacy-officer'))`;
const owner = `(select public.hub_organisation_as('case-owner'))`;
const own = `${isBroker} and break_glass.subject = ${subject}`;

/** Beside the owner's people: whoever opened this case, for the purpose that was said, until that ends. */
const placeSeen = (opened: string): string[] => [
  'drop policy case_place_seen on case_place',
  `create policy case_place_seen on case_place for select using (exists (select from case_file f where f.id = case_place.case_id
     and (not f.is_restricted or f.owner_organisation_id = ${owner}${opened})))`,
];
const opened = `
  or exists (select from break_glass g where g.case_id = f.id and ${isBroker} and g.subject = ${subject} and g.purpose = ${purpose}
    and g.ends_at > public.hub_now())`;

const policies = [
  ...readOnlyFor(
    'break_glass',
    `(${own}) or ${isOfficer}
     or exists (select from case_file f where f.id = break_glass.case_id and f.owner_organisation_id = ${owner})`,
  ),
  addableFor(
    'break_glass',
    `${own} and break_glass.purpose = ${purpose}
     and exists (select from case_file f where f.id = break_glass.case_id and f.is_restricted
       and f.region = (select public.hub_region_as('care-broker')))`,
  ),
  changeableFor(
    'break_glass',
    `${own} and break_glass.ends_at > public.hub_now()`,
    `${own} and break_glass.ends_at <= public.hub_now()`,
  ),
  ...readOnlyFor(
    'break_glass_review',
    'exists (select from break_glass g where g.id = break_glass_review.break_glass_id)',
  ),
  addableFor(
    'break_glass_review',
    `${isOfficer} and break_glass_review.reviewed_by = ${subject}
     and exists (select from break_glass g where g.id = break_glass_review.break_glass_id and g.subject <> break_glass_review.reviewed_by)`,
  ),
];

const grants = [
  // when it is, and until when, only the database says
  'revoke insert, update, delete, truncate on break_glass, break_glass_review from thuisbasis_cases',
  'grant insert (case_id, subject, purpose, reason, explanation, review_due_on) on break_glass to thuisbasis_cases',
  'grant insert (break_glass_id, verdict, note, reviewed_by) on break_glass_review to thuisbasis_cases',
  'grant update (ends_at) on break_glass to thuisbasis_cases',
];

const asOwner = 'security definer set search_path = cases, public, pg_temp';

/** What an access to a case can be about, for those who may ask who looked. */
const caseObjects = (more: string): string => `
  create or replace function case_objects(file uuid) returns uuid[] language sql stable ${asOwner} as $$
    select case when public.hub_has_role('privacy-officer')
        or exists (select from case_file f where f.id = file and f.owner_organisation_id = public.hub_organisation_as('case-owner'))
      then array[file] || array(select r.id from referral r where r.case_id = file) || array(select c.id from consent c where c.case_id = file)${more}
      else '{}' end $$`;

/** Opening what a restricted case hides, in an emergency and for everybody to see. */
export class BreakGlass1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const objects = caseObjects(' || array(select g.id from break_glass g where g.case_id = file)');
    for (const statement of [breakGlass, review, ...indexes, ...policies, ...placeSeen(opened), ...grants, objects])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [caseObjects(''), ...placeSeen(''), ...readableByAll('break_glass_review')])
      await runner.query(statement);
    for (const statement of readableByAll('break_glass')) await runner.query(statement);
    await runner.query('drop table break_glass_review, break_glass');
  }
}
