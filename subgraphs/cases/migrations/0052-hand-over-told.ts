import type { MigrationInterface, QueryRunner } from 'typeorm';

/** However a case gets other hands, its event is written with it: to whom it goes, where that changed. Nothing of the child. */
const told = [
  `create function tell_of_hand_over() returns trigger language plpgsql as $$
    begin
      insert into cases.outbox (kind, organisation_id, region, data)
      values ('case.handed-over', new.owner_organisation_id, new.region, jsonb_strip_nulls(jsonb_build_object('caseId', new.id,
        'toOrganisationId', case when new.owner_organisation_id is distinct from old.owner_organisation_id then new.owner_organisation_id end,
        'toRegion', case when new.region <> old.region then new.region end)));
      return null;
    end $$`,
  `create trigger case_handed_over after update of region, owner_organisation_id on case_file for each row
   when ((new.region, new.owner_organisation_id) is distinct from (old.region, old.owner_organisation_id)) execute function tell_of_hand_over()`,
];

/** A case that is handed over is an event, in the transaction in which it is. */
export class HandOverTold1700000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of told) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger case_handed_over on case_file');
    await runner.query('drop function tell_of_hand_over');
  }
}
