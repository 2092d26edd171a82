import type { EntityManager } from 'typeorm';
import { regionNow } from '../../access/visibility.sql.js';
import type { PassingReason, WaitlistState } from '../waitlist.rules.js';
import type { HeldCase } from './passing.store.js';

/** What became of a hold that was made for a case that waited. */
export interface Settlement {
  readonly holdId: string;
  readonly state: WaitlistState;
  readonly reason?: PassingReason;
  readonly restHours?: number;
}

/** An entry that changed, with what its event needs. */
export interface ChangedEntry {
  readonly entryId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly region: string;
  readonly placedBy: string;
  readonly state: WaitlistState;
}

/** SQL of a ChangedEntry from each entry in a source. */
export const changedEntries = (source: string): string =>
  `select e.id as "entryId", e.offer_id as "offerId", e.state, o.organisation_id as "organisationId", ${regionNow('k')} as region,
     k.placed_by as "placedBy" from ${source} e join offer o on o.id = e.offer_id join waitlist_case k on k.entry_id = e.id`;

/** Lets entries follow what they are offered and what becomes of it, each under the lock of its offer. */
export function turnsStore(db: EntityManager) {
  return {
    /** Marks cases that wait as offered, each with the hold that was made for it. */
    async markOffered(offers: readonly { entryId: string; holdId: string }[]): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         update waitlist_entry e set state = 'OFFERED', hold_id = f."holdId", changed_at = clock.at
         from clock, jsonb_to_recordset($1) as f ("entryId" uuid, "holdId" uuid) where e.id = f."entryId"`,
        [JSON.stringify(offers)],
      );
    },

    /** A case that waits comes itself, for more or less than it waited for: it keeps its place on the list, and that is its turn's. */
    async askFor(asks: readonly { offerId: string; caseId: string; quantity: number }[]): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         update waitlist_entry e set quantity = a.quantity, changed_at = clock.at
         from clock, jsonb_to_recordset($1) as a ("offerId" uuid, "caseId" uuid, quantity integer), waitlist_case k
         where k.entry_id = e.id and e.offer_id = a."offerId" and k.case_id = a."caseId" and e.state = 'WAITING' and e.quantity <> a.quantity`,
        [JSON.stringify(asks)],
      );
    },

    /** A case that waits got a hold in another way than in its turn: its entry follows that hold. */
    async followHold({ offerId, caseId, holdId }: HeldCase): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         update waitlist_entry e set state = 'OFFERED', hold_id = $3, changed_at = clock.at from clock, waitlist_case k
         where k.entry_id = e.id and e.offer_id = $1 and k.case_id = $2 and e.state = 'WAITING'`,
        [offerId, caseId, holdId],
      );
    },

    /** Lets entries follow what became of their holds; holds that were not made for a waiting case change nothing. */
    async settle(settlements: readonly Settlement[]): Promise<ChangedEntry[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at), settled as (
           update waitlist_entry e set state = s.state, changed_at = clock.at,
             hold_id = case when s.state <> 'WAITING' then e.hold_id end,
             rests_until = clock.at + s."restHours" * interval '1 hour'
           from clock, jsonb_to_recordset($1) as s ("holdId" uuid, state text, reason text, "restHours" double precision)
           where e.hold_id = s."holdId" and e.state = 'OFFERED'
           returning e.id, e.offer_id, e.state, s.reason, s."holdId"), passed as (
           insert into waitlist_passing (entry_id, passed_at, reason, hold_id)
           select s.id, clock.at, s.reason, s."holdId" from settled s cross join clock where s.reason is not null)
         ${changedEntries('settled')}`,
        [JSON.stringify(settlements)],
      );
    },

    /** Takes cases that were closed, and all of an offer that is no longer made, off the lists of locked offers. */
    async leaveWhatEnded(offerIds: readonly string[]): Promise<ChangedEntry[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at), ended as (
           update waitlist_entry e set state = 'LEFT', changed_at = clock.at from clock, offer o, waitlist_case k, case_projection c
           where e.offer_id = any($1::uuid[]) and o.id = e.offer_id and k.entry_id = e.id and c.id = k.case_id
             and e.state = 'WAITING' and (c.status = 'CLOSED' or o.retired_at is not null)
           returning e.id, e.offer_id, e.state)
         ${changedEntries('ended')}`,
        [offerIds],
      );
    },
  };
}
