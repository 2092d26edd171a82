import type { EntityManager } from 'typeorm';
import type { TermTable } from '../../availability/freshness.rules.js';
import type { Waiting } from '../waitlist.rules.js';

/** A case that may be offered what is free of a locked offer, in its turn. */
export interface WaitingCase extends Waiting {
  readonly offerId: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly region: string;
  readonly placedBy: string;
  readonly termKey: string;
  /** Free now, size, and unit numbers that nobody has; of the offer, the same for each of its cases. */
  readonly available: number;
  readonly maximum: number;
  readonly numbersLeft: number;
}

/** SQL of the rank of an entry's priority: 1 goes first. */
export const priorityRank = (entry: string): string =>
  `array_position('{CRISIS,URGENT,REGULAR}'::text[], ${entry}.priority)`;

/** Who comes first: the order of every list of waiting cases. */
export const fairOrder = (entry: string): string => `${priorityRank(entry)}, ${entry}.since, ${entry}.id`;

/** Whether what comes free may go to an entry, whose case is in a row of its own: it waits, does not rest after a no, and its case is open and not held there already. */
export const mayBeServed = (entry: string, ofCase: string, at: string): string =>
  `${entry}.state = 'WAITING' and coalesce(${entry}.rests_until <= ${at}, true)
   and exists (select from case_projection known where known.id = ${ofCase}.case_id and known.status = 'OPEN')
   and not exists (select from hold h join hold_case held on held.hold_id = h.id
     where h.offer_id = ${entry}.offer_id and held.case_id = ${ofCase}.case_id and h.ended_at is null
     and hold_state(h, ${at}) in ('REQUESTED','ACTIVE'))`;

/** Unit numbers from 1 to `maximum` that no hold has. */
export const numbersLeft = (offerId: string, maximum: string, at: string): string =>
  `${maximum} - (select count(*)::integer from hold_unit u where u.offer_id = ${offerId} and u.unit_no <= ${maximum} and u.period @> ${at})`;

/** SQL of the availability of the offer `o` at `clock.at`, with the terms as JSON in a parameter. */
export const availabilityNow = (terms: string): string =>
  `offer_availability(o.id, case when o.is_crisis then 'CRISIS' else o.rung end, clock.at, ${terms}::jsonb)`;

/** Reads whose turn it is. */
export function turnsReadModel(db: EntityManager, terms: TermTable) {
  const freshness = JSON.stringify(terms);
  return {
    /** The cases that what is free of locked offers may go to, in their turn: open, not resting after a no, not held there already. */
    async findNext(offerIds: readonly string[]): Promise<WaitingCase[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at), free as materialized (
           select o.id, o.organisation_id, case when o.is_crisis then 'CRISIS' else o.rung end as term_key, a.available, a.maximum,
             ${numbersLeft('o.id', 'a.maximum', 'clock.at')} as numbers_left, clock.at
           from offer o cross join clock cross join lateral ${availabilityNow('$2')} a
           where o.id = any($1::uuid[]) and o.retired_at is null and a.available > 0)
         select e.id as "entryId", e.offer_id as "offerId", k.case_id as "caseId", e.quantity, c.region, k.placed_by as "placedBy",
           f.organisation_id as "organisationId", f.term_key as "termKey", f.available, f.maximum, f.numbers_left as "numbersLeft"
         from free f join waitlist_entry e on e.offer_id = f.id join waitlist_case k on k.entry_id = e.id join case_projection c on c.id = k.case_id
         where ${mayBeServed('e', 'k', 'f.at')}
         order by e.offer_id, ${fairOrder('e')}`,
        [offerIds, freshness],
      );
    },

    /** Some of the offers at which something is to be done for who waits, from a chance offer on, so that all come in turn. */
    async findServable(limit: number): Promise<string[]> {
      const rows: { id: string }[] = await db.query(
        `with clock as materialized (select hub_now() as at), start as materialized (select gen_random_uuid() as id), waiting as (
           select distinct e.offer_id, e.offer_id < start.id as is_behind from waitlist_entry e cross join start
           where e.state = 'WAITING' order by is_behind, e.offer_id limit $1)
         select o.id from waiting join offer o on o.id = waiting.offer_id cross join clock cross join lateral ${availabilityNow('$2')} a
         where exists (
           select from waitlist_entry e join waitlist_case k on k.entry_id = e.id join case_projection c on c.id = k.case_id
           where e.offer_id = o.id and e.state = 'WAITING' and (o.retired_at is not null or c.status = 'CLOSED'
             or (coalesce(e.rests_until <= clock.at, true) and e.quantity <= a.available)))`,
        [limit, freshness],
      );
      return rows.map(({ id }) => id);
    },

    /** Locks offers in the order of their ids, those that nobody else is busy with. */
    async lockServable(offerIds: readonly string[]): Promise<string[]> {
      const rows: { id: string }[] = await db.query(
        'select id from offer where id = any($1::uuid[]) order by id for no key update skip locked',
        [offerIds],
      );
      return rows.map(({ id }) => id);
    },
  };
}
