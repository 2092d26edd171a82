import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites by a key of their own organisation, and in which role somebody disputed a figure: all that its provider hears of who. */
export class Registration1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table site add column key text check (key <> ''), add unique (organisation_id, key)`);
    await runner.query('alter table dispute add column disputed_as text');
    await runner.query('create index dispute_newest on dispute (offer_id, disputed_at desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index dispute_newest');
    await runner.query('alter table dispute drop column disputed_as');
    await runner.query('alter table site drop column key');
  }
}
