import type { EntityManager } from 'typeorm';
import { mayBeServed } from './turns.read-model.js';

/** A hold on an offer, for a case. */
export interface HeldCase {
  readonly offerId: string;
  readonly caseId: string;
  readonly holdId: string;
}

/** An entry passed over hears so once a day: where many small holds go first, one row says as much as a thousand. */
const unlessToday = `not exists (select from waitlist_passing p where p.entry_id = e.id and p.reason = 'TOO_LARGE'
  and p.passed_at > clock.at - interval '1 day')`;

/** Keeps who was passed over, and why. */
export function passingStore(db: EntityManager) {
  return {
    /** Keeps for these cases that a hold went to somebody behind them because they ask for more than was left. */
    async passOver(passed: readonly { entryId: string; holdId: string }[]): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         insert into waitlist_passing (entry_id, passed_at, reason, hold_id)
         select e.id, clock.at, 'TOO_LARGE', p."holdId"
         from clock cross join jsonb_to_recordset($1) as p ("entryId" uuid, "holdId" uuid)
         join waitlist_entry e on e.id = p."entryId" where ${unlessToday}`,
        [JSON.stringify(passed)],
      );
    },

    /**
     * Somebody new got what was `left`, too little for those who wait: that is kept with each whose turn it was. Who rests, was held there
     * already or closed its case was not passed over.
     */
    async passOverAll({ offerId, holdId }: HeldCase, left: number): Promise<void> {
      await db.query(
        `with clock as materialized (select hub_now() as at)
         insert into waitlist_passing (entry_id, passed_at, reason, hold_id)
         select e.id, clock.at, 'TOO_LARGE', $2 from waitlist_entry e join waitlist_case k on k.entry_id = e.id cross join clock
         where e.offer_id = $1 and e.quantity > $3 and ${mayBeServed('e', 'k', 'clock.at')} and ${unlessToday}`,
        [offerId, holdId, left],
      );
    },
  };
}
