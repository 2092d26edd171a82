import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgettingStatements, outboxTroubleTable } from '../../../platform/outbox/outbox.sql.js';

/** For who reads on from a position: the events of an organisation, and those of holds and waiting lists. */
const readingOrder = [
  'create index outbox_organisation on outbox (organisation_id, position)',
  `create index outbox_holds on outbox (position) where kind like 'hold.%' or kind like 'waitlist.%'`,
];

/** Until when figures were looked at for going stale. */
const figureWatch = [
  'create table figure_watch (checked_until timestamptz not null)',
  'insert into figure_watch values (hub_now())',
];

/** What the relay could not hand over, how events are read on and forgotten, and how far figures were watched. */
export class Events1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [outboxTroubleTable, ...forgettingStatements('capacity'), ...readingOrder, ...figureWatch])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_organisation, outbox_holds');
    await runner.query('drop function forget_events');
    await runner.query('drop table figure_watch, outbox_forgotten, outbox_trouble');
  }
}
