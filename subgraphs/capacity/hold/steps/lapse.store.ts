import type { EntityManager } from 'typeorm';
import { holdFacts, type LockedHold } from './hold-steps.store.js';

/** A hold that came to its end by the clock. */
export interface LapsedHold extends LockedHold {
  /** Whether the provider had said yes: then the term of the hold passed, else that of the answer. */
  readonly wasAccepted: boolean;
}

/** Ends what lapsed, under the locks of the offers. */
export function lapseStore(db: EntityManager) {
  return {
    /** Some of the offers that have a hold past its term, longest past first, but for some. */
    async findLapsed(limit: number, except: readonly string[]): Promise<string[]> {
      const rows: { id: string }[] = await db.query(
        `select distinct lapsed.offer_id as id from (
           select h.offer_id from hold h where h.ended_at is null and h.converted_at is null
             and coalesce(h.expires_at, h.answer_due_at) <= (select hub_now()) and h.offer_id <> all($2::uuid[])
           order by coalesce(h.expires_at, h.answer_due_at) limit $1) lapsed`,
        [limit, except],
      );
      return rows.map(({ id }) => id);
    },

    /** Writes down the end of every hold of locked offers whose term has passed, at the instant at which it passed. */
    async endLapsed(offerIds: readonly string[]): Promise<LapsedHold[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at), lapsed as (
         update hold h set ended_at = coalesce(h.expires_at, h.answer_due_at), ended_as = 'EXPIRED' from clock, offer o
         where o.id = h.offer_id and h.offer_id = any($1::uuid[]) and h.ended_at is null and hold_state(h, clock.at) = 'EXPIRED'
         returning ${holdFacts}, h.accepted_at is not null as "wasAccepted")
         select * from lapsed`,
        [offerIds],
      );
    },
  };
}
