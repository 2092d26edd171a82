import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, removableFor } from '../../../platform/database/row-security.sql.js';

const provider = `(select public.hub_organisation_as('provider-planner', 'provider-system'))`;
const ownPeople = (table: string): string =>
  `exists (select from professional p where p.id = ${table}.professional_id and p.organisation_id = ${provider})`;

/** The organisation's own key of a professional; who was never published has one of chance. When the organisation last said that all still holds. */
const columns = `
  alter table professional
    add column key text not null default gen_random_uuid()::text check (key <> '' and length(key) <= 200),
    add column confirmed_at timestamptz(3),
    add constraint professional_key unique (organisation_id, key)`;

/**
 * Who left is seen by nobody, so that the caller cannot write it: this looks as the owner does, at the caller's own organisation alone. What is kept is
 * the function, by which history may name the role; name, contact, registration, languages and expertise go at once, and the key is free again.
 */
const letGo = `
  create function let_go(leaving jsonb) returns setof uuid language plpgsql security definer set search_path = people, public, pg_temp as $$
  declare own uuid := public.hub_organisation_as('provider-planner', 'provider-system');
  begin
    delete from expertise e using professional p, jsonb_to_recordset(leaving) as l (id uuid)
      where p.id = l.id and e.professional_id = p.id and p.organisation_id = own;
    return query update professional p set left_on = l.left_on, name = p.job_title, key = gen_random_uuid()::text, register = null, registration_number = null,
        is_registration_verified = false, languages = '{}', work_phone = null, work_email = null, is_visible = false, is_active = false
      from jsonb_to_recordset(leaving) as l (id uuid, left_on date)
      where p.id = l.id and p.organisation_id = own and l.left_on <= today() returning p.id;
  end $$`;

const policies = [
  addableFor('professional', `organisation_id = ${provider}`),
  changeableFor('professional', `organisation_id = ${provider}`),
  addableFor('expertise', ownPeople('expertise')),
  removableFor('expertise', ownPeople('expertise')),
];

/** An organisation keeps its own people: by its own keys, confirmed when it says so. */
export class Directory1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, letGo, ...policies]) await runner.query(statement);
    await runner.query('revoke all on function let_go(jsonb) from public');
    await runner.query('grant execute on function let_go(jsonb) to thuisbasis_people');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const policy of ['added', 'changed']) await runner.query(`drop policy professional_${policy} on professional`);
    for (const policy of ['added', 'removed']) await runner.query(`drop policy expertise_${policy} on expertise`);
    await runner.query('drop function let_go');
    await runner.query('alter table professional drop column key, drop column confirmed_at');
  }
}
