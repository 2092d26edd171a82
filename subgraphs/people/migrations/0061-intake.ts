import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  alter table organisation
    add column intake_phone text check (intake_phone ~ '^\\+[1-9][0-9]{6,14}$'),
    add column intake_email text check (intake_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    add column intake_confirmed_at timestamptz(3),
    add check ((intake_confirmed_at is null) = (intake_phone is null and intake_email is null))`;

/** The profile stands open to be read, and its one way to be written looks as the owner does: at the caller's own organisation alone. */
const tellIntake = `
  create function tell_intake(new_phone text, new_email text) returns table (told_at timestamptz)
  language sql security definer set search_path = people, public, pg_temp as $$
    update organisation set intake_phone = new_phone, intake_email = new_email,
      intake_confirmed_at = case when new_phone is null and new_email is null then null else hub_now() end
    where id = public.hub_organisation_as('provider-planner', 'provider-system') returning intake_confirmed_at
  $$`;

const signature = 'tell_intake(text, text)';

/** Whom to reach for a new child, apart from the general number of an organisation, which says it itself. */
export class Intake1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      columns,
      tellIntake,
      `revoke all on function ${signature} from public`,
      `grant execute on function ${signature} to thuisbasis_people`,
      'revoke insert, update, delete, truncate on organisation from thuisbasis_people',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant insert, update, delete on organisation to thuisbasis_people');
    await runner.query(`drop function ${signature}`);
    await runner.query(
      'alter table organisation drop column intake_phone, drop column intake_email, drop column intake_confirmed_at',
    );
  }
}
