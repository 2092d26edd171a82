import type { EntityManager } from 'typeorm';

/** A hold on an offer, for a case. */
export interface HeldCase {
  readonly offerId: string;
  readonly caseId: string;
  readonly holdId: string;
}

/** Keeps who was passed over, and why. */
export function passingStore(db: EntityManager) {
  return {
    /** Keeps for these cases that a hold went to somebody behind them because they ask for more than was left. */
    async passOver(passed: readonly { entryId: string; holdId: string }[]): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         insert into waitlist_passing (entry_id, passed_at, reason, hold_id)
         select p."entryId", clock.at, 'TOO_LARGE', p."holdId"
         from clock cross join jsonb_to_recordset($1) as p ("entryId" uuid, "holdId" uuid)`,
        [JSON.stringify(passed)],
      );
    },

    /** Somebody new got what was too little for those who wait: that is kept with each whose turn it was. */
    async passOverAll({ offerId, holdId }: HeldCase): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         insert into waitlist_passing (entry_id, passed_at, reason, hold_id)
         select e.id, clock.at, 'TOO_LARGE', $2 from waitlist_entry e join case_projection c on c.id = e.case_id and c.status = 'OPEN'
         cross join clock where e.offer_id = $1 and e.state = 'WAITING' and coalesce(e.rests_until <= clock.at, true)`,
        [offerId, holdId],
      );
    },
  };
}
