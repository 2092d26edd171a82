import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One person tells a provider once, until it answers, what was heard of an offer; what was told of stale figures is found again. */
export class OneDispute1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from dispute later using dispute earlier
      where later.offer_id = earlier.offer_id and later.disputed_by = earlier.disputed_by
        and later.answered_at is null and earlier.answered_at is null
        and (later.disputed_at, later.id) > (earlier.disputed_at, earlier.id)`);
    await runner.query('create unique index dispute_open on dispute (offer_id, disputed_by) where answered_at is null');
    await runner.query('drop index dispute_offer, dispute_newest');
    await runner.query('create index dispute_newest on dispute (offer_id, disputed_at desc, id desc)');
    await runner.query(
      `create index outbox_stale on outbox (organisation_id, occurred_at) where kind = 'figure.stale'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_stale, dispute_newest, dispute_open');
    await runner.query('create index dispute_newest on dispute (offer_id, disputed_at desc)');
    await runner.query('create index dispute_offer on dispute (offer_id) where answered_at is null');
  }
}
