import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever answers a page for as long as it is open hears that its session ended or became another. A session that lapsed is found out by looking. */
const tellOfSession = `
  create function tell_of_session() returns trigger language plpgsql as $$
  begin
    perform pg_notify('hub_changes', 'gateway.session - ' || encode(old.id_hash, 'hex'));
    return null;
  end $$`;

const whoChanged = 'subject, roles, organisation_id, region, professional_id';

export class SessionChanges1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tellOfSession);
    await runner.query(
      `create trigger person_session_changed after update of ${whoChanged} on person_session
       for each row execute function tell_of_session()`,
    );
    await runner.query(
      `create trigger person_session_ended after delete on person_session
       for each row when (old.idle_until > public.hub_now()) execute function tell_of_session()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger person_session_ended on person_session');
    await runner.query('drop trigger person_session_changed on person_session');
    await runner.query('drop function tell_of_session()');
  }
}
