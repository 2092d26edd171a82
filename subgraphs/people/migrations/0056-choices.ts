import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, readOnlyFor, removableFor } from '../../../platform/database/row-security.sql.js';

const seekers = `'care-broker', 'case-owner', 'ret-member'`;
const provider = `(select public.hub_organisation_as('provider-planner', 'provider-system'))`;
const own = `(select public.hub_organisation_as(${seekers}, 'provider-planner', 'provider-system'))`;
const ownPeople = (table: string): string =>
  `exists (select from professional p where p.id = ${table}.professional_id and p.organisation_id = ${provider})`;

/**
 * How to reach a professional at work: whether others than the own organisation see it is said of each by itself. That it is not shown stays said
 * while there is nothing to show.
 */
const contact = `
  create table work_contact (
    professional_id uuid not null references professional on delete cascade,
    kind text not null check (kind in ('PHONE','EMAIL')),
    value text check (value ~ case kind when 'PHONE' then '^\\+[1-9][0-9]{6,14}$' else '^[^@[:space:]]+@[^@[:space:]]+$' end),
    is_shown boolean not null default true check (value is not null or not is_shown),
    primary key (professional_id, kind)
  )`;

/** What somebody went through, as care and never as a diagnosis. */
const experience = `
  create table experience (
    professional_id uuid not null references professional on delete cascade,
    code text not null check (code in ('HELP_AT_HOME','FOSTER_CARE','FAMILY_HOME','GROUP_CARE','SECURE_CARE','GUARDIANSHIP','RETURNED_HOME',
      'LEAVING_CARE','PARENT_WITH_HELP_AT_HOME','PARENT_OF_PLACED_CHILD','PARENT_IN_DIVORCE','FAMILY_IN_DEBT','SIBLING','FOSTER_PARENT')),
    primary key (professional_id, code)
  )`;

const moved = [
  `insert into work_contact (professional_id, kind, value) select id, 'PHONE', work_phone from professional where work_phone is not null`,
  `insert into work_contact (professional_id, kind, value) select id, 'EMAIL', work_email from professional where work_email is not null`,
  'alter table professional drop column work_phone, drop column work_email, add column is_experience_shown boolean not null default false',
];

const columnsKept = `left_on = l.left_on, name = p.job_title, key = gen_random_uuid()::text, register = null, registration_number = null,
        is_registration_verified = false, languages = '{}', is_visible = false, is_active = false`;

/** As before: who left is seen by nobody, and what told of the person goes at once. */
const letGo = (removed: readonly string[], kept: string): string => `
  create or replace function let_go(leaving jsonb) returns setof uuid language plpgsql security definer set search_path = people, public, pg_temp as $$
  declare own uuid := public.hub_organisation_as('provider-planner', 'provider-system');
  begin
    ${removed
      .map(
        (table) => `delete from ${table} r using professional p, jsonb_to_recordset(leaving) as l (id uuid)
      where p.id = l.id and r.professional_id = p.id and p.organisation_id = own;`,
      )
      .join('\n    ')}
    return query update professional p set ${kept}
      from jsonb_to_recordset(leaving) as l (id uuid, left_on date)
      where p.id = l.id and p.organisation_id = own and l.left_on <= today() returning p.id;
  end $$`;

/** Whoever may find a professional sees what that professional shows; the own organisation sees all. */
const shownOf = (table: string, isShown: string): string =>
  `exists (select from professional p where p.id = ${table}.professional_id and (${isShown} or p.organisation_id = ${own}))`;

const policies = ['work_contact', 'experience'].flatMap((table) => [
  ...readOnlyFor(table, shownOf(table, table === 'work_contact' ? 'is_shown' : 'p.is_experience_shown')),
  addableFor(table, ownPeople(table)),
  removableFor(table, ownPeople(table)),
]);

/** A professional decides by itself what is shown outside the own organisation: telephone, mail, and what they went through. */
export class Choices1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const leaving = letGo(['expertise', 'experience', 'work_contact'], `${columnsKept}, is_experience_shown = false`);
    for (const statement of [contact, experience, ...moved, leaving, ...policies]) await runner.query(statement);
  }

  /** What is not shown is lost: before, everything was. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table professional add column work_phone text, add column work_email text');
    for (const [column, kind] of [
      ['work_phone', 'PHONE'],
      ['work_email', 'EMAIL'],
    ])
      await runner.query(
        `update professional p set ${column} = c.value from work_contact c where c.professional_id = p.id and c.kind = '${kind}' and c.is_shown`,
      );
    await runner.query('drop table work_contact, experience');
    await runner.query('alter table professional drop column is_experience_shown');
    await runner.query(letGo(['expertise'], `${columnsKept}, work_phone = null, work_email = null`));
  }
}
