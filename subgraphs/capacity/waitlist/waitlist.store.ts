import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Sight } from '../access/visibility.rules.js';
import { sightSql } from '../access/visibility.sql.js';
import { changedEntries, type ChangedEntry } from './turns/turns.store.js';
import type { WaitlistPriority, WaitlistState } from './waitlist.rules.js';

/** A case that is to wait. */
export interface NewEntry {
  readonly offerId: string;
  readonly caseId: string;
  readonly quantity: number;
  readonly priority: WaitlistPriority;
  readonly region: string;
  readonly placedBy: string;
}

/** Lets cases join and leave waiting lists, each under the lock of its offer. */
export function waitlistStore(db: EntityManager) {
  return {
    /** Adds a case to the end of its priority; null when it waits there already or was offered a place. The offer is locked. */
    async add({ offerId, caseId, quantity, priority, region, placedBy }: NewEntry): Promise<string | null> {
      const rows: { id: string }[] = await db.query(
        `with joined as (
           insert into waitlist_case (entry_id, offer_id, case_id, region, placed_by) values ($1, $2, $3, $4, $5)
           on conflict (offer_id, case_id) where is_current do nothing returning entry_id)
         insert into waitlist_entry (id, offer_id, quantity, priority) select entry_id, $2, $6, $7 from joined returning id`,
        [randomUUID(), offerId, caseId, region, placedBy, quantity, priority],
      );
      return rows[0]?.id ?? null;
    },

    /** Locks the offer of an entry that the caller may see; null when there is none. */
    async lock(sight: Sight, entryId: string): Promise<Omit<ChangedEntry, 'state'> | null> {
      const { ownCase, values } = sightSql(sight, 'k', 2);
      const rows: ChangedEntry[] = await db.query(
        `${changedEntries('waitlist_entry')}
         where e.id = $1 and ${ownCase} for no key update of o`,
        [entryId, ...values],
      );
      return rows[0] ?? null;
    },

    /** Takes an entry that waits off its list; gives the state in which it stands when it does not wait. The offer is locked. */
    async leave(entryId: string): Promise<WaitlistState | null> {
      const rows: { state: WaitlistState; isLeft: boolean }[] = await db.query(
        `with clock as materialized (select hub_now() as at), gone as (
           update waitlist_entry e set state = 'LEFT', changed_at = clock.at from clock where e.id = $1 and e.state = $2 returning e.id)
         select e.state, exists (select from gone) as "isLeft" from waitlist_entry e where e.id = $1`,
        [entryId, 'WAITING'],
      );
      const [row] = rows;
      return row && !row.isLeft ? row.state : null;
    },
  };
}
