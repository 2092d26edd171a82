import type { EntityManager } from 'typeorm';
import type { TermTable } from '../../availability/freshness.rules.js';
import type { Sight } from '../../access/visibility.rules.js';
import { availabilityNow, numbersLeft } from '../../waitlist/turns/turns.read-model.js';

/** The offer and the case of one place asked for, as far as the caller may see the case. */
export interface Subject {
  /** Place of the ask in the request, from 0. */
  readonly no: number;
  readonly offerId: string;
  readonly organisationId: string;
  readonly termKey: string;
  readonly isRetired: boolean;
  readonly caseStatus: 'OPEN' | 'CLOSED' | null;
  readonly region: string | null;
  /** What the offer can give at a glance, before anybody waits for its lock. */
  readonly available: number | null;
  readonly isClosed: boolean;
}

/** What a locked offer can give now. */
export interface Room {
  readonly offerId: string;
  readonly isRetired: boolean;
  readonly available: number | null;
  readonly maximum: number | null;
  readonly isClosed: boolean;
  /** Unit numbers that no hold has; null when the size is not known. */
  readonly numbersLeft: number | null;
  /** Whether holds lie past their term that nobody wrote down yet, and whether cases wait. */
  readonly hasLapsed: boolean;
  readonly hasWaiting: boolean;
  /** The cases that have a live hold there, of those that the caller may know. */
  readonly caseIds: readonly string[];
}

/** Reads what holding must know, under the locks of the offers. */
export function placingStore(db: EntityManager, terms: TermTable) {
  const freshness = JSON.stringify(terms);
  return {
    /** Looks at what is asked, without a lock; an ask whose offer does not exist is missing from the answer. */
    async glance(
      { region, ownerId }: Sight,
      asks: readonly { readonly no: number; readonly offerId: string; readonly caseId: string }[],
    ): Promise<Subject[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at)
         select ask.no, o.id as "offerId", o.organisation_id as "organisationId", o.retired_at is not null as "isRetired",
           case when o.is_crisis then 'CRISIS' else o.rung end as "termKey", known.status as "caseStatus", known.region,
           a.available, a.is_closed as "isClosed"
         from jsonb_to_recordset($1) as ask (no integer, "offerId" uuid, "caseId" uuid)
         join offer o on o.id = ask."offerId" cross join clock cross join lateral ${availabilityNow('$4')} a
         left join case_projection known on known.id = ask."caseId" and (known.region = $2 or known.owner_organisation_id = $3)
         order by ask.no`,
        [JSON.stringify(asks), region, ownerId, freshness],
      );
    },

    /** Locks offers in the order of their ids, so that two who need the same ones never wait for each other. */
    async lock(offerIds: readonly string[]): Promise<void> {
      await db.query('select from offer where id = any($1::uuid[]) order by id for no key update', [offerIds]);
    },

    /** What locked offers can give at this moment, by offer id. */
    async findRoom(offerIds: readonly string[]): Promise<Map<string, Room>> {
      const rooms: Room[] = await db.query(
        `with clock as materialized (select hub_now() as at)
         select o.id as "offerId", o.retired_at is not null as "isRetired", a.available, a.maximum, a.is_closed as "isClosed",
           ${numbersLeft('o.id', 'a.maximum', 'clock.at')} as "numbersLeft", h."hasLapsed", h."caseIds",
           exists (select from waitlist_entry e where e.offer_id = o.id and e.state = 'WAITING') as "hasWaiting"
         from offer o cross join clock cross join lateral ${availabilityNow('$2')} a
         cross join lateral (
           select coalesce(bool_or(s.state = 'EXPIRED'), false) as "hasLapsed",
             coalesce(array_agg(k.case_id) filter (where s.state in ('REQUESTED','ACTIVE') and k.case_id is not null), '{}') as "caseIds"
           from hold h left join hold_case k on k.hold_id = h.id
           cross join lateral (select hold_state(h, clock.at) as state) s where h.offer_id = o.id and h.ended_at is null
         ) h
         where o.id = any($1::uuid[])`,
        [offerIds, freshness],
      );
      return new Map(rooms.map((room) => [room.offerId, room]));
    },
  };
}
