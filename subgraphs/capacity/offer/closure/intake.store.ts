import type { EntityManager } from 'typeorm';
import type { ClosureReason } from './closure-reason.js';

/** What a provider says of a stop on intake. */
export interface ClosureTerms {
  readonly reason: ClosureReason;
  readonly expectedEndOn: string | null;
  readonly note: string | null;
}

/** An offer that is locked until the end of the transaction, and its open closure. */
export interface LockedIntake {
  readonly offerId: string;
  readonly isRetired: boolean;
  /** Null while intake is open. */
  readonly closureId: string | null;
  readonly today: string;
}

/** Writes stops on intake, each under the lock of its offer. */
export function intakeStore(db: EntityManager) {
  return {
    /** Locks an offer of an organisation against holds; null when the key is unknown. */
    async lockIntake(organisationId: string, offerKey: string): Promise<LockedIntake | null> {
      const offers: { id: string; isRetired: boolean }[] = await db.query(
        `select id, retired_at is not null as "isRetired" from offer where organisation_id = $1 and key = $2 for no key update`,
        [organisationId, offerKey],
      );
      const [offer] = offers;
      if (!offer) return null;
      const [state]: { closureId: string | null; today: string }[] = await db.query(
        `select (select id from closure where offer_id = $1 and reopened_at is null) as "closureId",
           (hub_now() at time zone 'Europe/Amsterdam')::date as today`,
        [offer.id],
      );
      if (!state) throw new Error('the statement gives one row');
      return { offerId: offer.id, isRetired: offer.isRetired, ...state };
    },

    /** Closes, or says anew why and until when: what it said before stays as a revision. Gives whether it says something new. */
    async close({ offerId, closureId }: LockedIntake, terms: ClosureTerms, by: string): Promise<boolean> {
      const values = [terms.reason, terms.expectedEndOn, terms.note, by];
      const rows: { id: string }[] = await db.query(
        closureId === null
          ? `insert into closure (offer_id, closed_at, reason, expected_end_on, note, closed_by)
             values ($5, hub_now(), $1, $2, $3, $4) returning id`
          : `with changed as (
               update closure set reason = $1, expected_end_on = $2, note = $3, closed_by = $4
               where id = $5 and (reason, expected_end_on, note) is distinct from ($1, $2::date, $3) returning id
             ) select id from changed`,
        [...values, closureId ?? offerId],
      );
      const [written] = rows;
      if (!written) return false;
      await db.query(
        `insert into closure_revision (closure_id, reason, expected_end_on, note, recorded_by) values ($5, $1, $2, $3, $4)`,
        [...values, written.id],
      );
      return true;
    },

    async reopen(closureId: string, by: string): Promise<void> {
      await db.query(
        'update closure set reopened_at = greatest(hub_now(), closed_at), reopened_by = $2 where id = $1',
        [closureId, by],
      );
    },
  };
}

export type IntakeStore = ReturnType<typeof intakeStore>;
