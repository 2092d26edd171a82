import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However a case is opened in an emergency, its event is written with it: one without the other does not happen. */
const told = [
  `create function tell_of_break_glass() returns trigger language plpgsql as $$
    begin
      insert into cases.outbox (kind, organisation_id, region, data)
      select 'break-glass.opened', f.owner_organisation_id, f.region, jsonb_build_object('breakGlassId', new.id, 'caseId', new.case_id,
        'ownerOrganisationId', f.owner_organisation_id, 'region', f.region)
      from cases.case_file f where f.id = new.case_id;
      if not found then raise exception 'nobody would hear of it'; end if;
      return null;
    end $$`,
  'create trigger break_glass_opened after insert on break_glass for each row execute function tell_of_break_glass()',
];

/** Emergency access is an event, in the transaction of its opening. */
export class BreakGlassTold1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of told) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger break_glass_opened on break_glass');
    await runner.query('drop function tell_of_break_glass');
  }
}
