import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cases may know of an offer: whose it is, and on which rung, that of its home where it is tailored. */
const told = (row: string): string => `
  insert into capacity.outbox (kind, organisation_id, data)
  select 'offer.known', o.organisation_id, jsonb_build_object('offerId', o.id, 'organisationId', o.organisation_id, 'rung', coalesce(o.home_rung, o.rung))
  from ${row} o`;

/** However an offer is written, it is told. */
const triggers = [
  `create function tell_of_offers() returns trigger language plpgsql as $$ begin ${told('changed')}; return null; end $$`,
  `create trigger offer_known after insert on offer referencing new table as changed for each statement execute function tell_of_offers()`,
  `create function tell_of_rungs() returns trigger language plpgsql as $$ begin ${told(
    `(select n.* from changed n join former o on o.id = n.id where coalesce(n.home_rung, n.rung) <> coalesce(o.home_rung, o.rung))`,
  )}; return null; end $$`,
  `create trigger offer_moved after update on offer referencing old table as former new table as changed
    for each statement execute function tell_of_rungs()`,
];

/** The holds that were there before anybody was told of them. */
const holdsSoFar = `
  insert into capacity.outbox (kind, organisation_id, data)
  select 'hold.known', o.organisation_id, jsonb_build_object('holdId', h.id, 'offerId', h.offer_id)
  from hold h join hold_case k on k.hold_id = h.id join offer o on o.id = h.offer_id order by h.created_at`;

/** What cases hears of offers and holds. */
export class KnownPlaces1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...triggers, told('capacity.offer'), holdsSoFar]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger offer_known on offer');
    await runner.query('drop trigger offer_moved on offer');
    await runner.query('drop function tell_of_offers, tell_of_rungs');
  }
}
