import type { EntityManager } from 'typeorm';
import { hubCounted } from '../publication/publication.store.js';

export interface WithdrawnReport {
  readonly offerId: string;
  readonly withdrawnAt: Date;
  /** Whether it still stood until now. */
  readonly stoodUntilNow: boolean;
}

/**
 * The report of an offer under a sequence: the caller's own first, sent or confirmed, else the last that the organisation received
 * under it; one that stands before one that was taken back. What a broker heard by telephone is not the organisation's to take back.
 * A dispute stays answered while a figure of the provider of a later moment stands; without one it is open again.
 */
const withdrawing = `
  with now as materialized (select hub_now() as at),
  meant as materialized (
    select r.id, r.offer_id, r.as_of, r.withdrawn_at
    from capacity_report r join offer o on o.id = r.offer_id
    where o.organisation_id = $1 and o.key = $2 and r.sequence = $3 and r.method <> 'PHONED'
    order by r.source in ($4::text, ${hubCounted('$4::text')}) desc, r.withdrawn_at is null desc, r.source = $4 desc, r.received_at desc
    limit 1
  ),
  withdrawn as (
    update capacity_report r set withdrawn_at = now.at from now, meant
    where r.id = meant.id and meant.withdrawn_at is null returning r.id
  ),
  unanswered as (
    select distinct on (d.disputed_by) d.id
    from withdrawn cross join meant join dispute d on d.offer_id = meant.offer_id
    where d.answered_at is not null and d.disputed_at <= meant.as_of
      and not exists (
        select from capacity_report r
        where r.offer_id = d.offer_id and r.id <> meant.id and r.withdrawn_at is null and r.method <> 'PHONED' and r.as_of > d.disputed_at)
      and not exists (
        select from dispute open where open.offer_id = d.offer_id and open.disputed_by = d.disputed_by and open.answered_at is null)
    order by d.disputed_by, d.disputed_at desc
  ),
  opened as (
    update dispute d set answered_at = null from unanswered u where d.id = u.id
  )
  select meant.offer_id as "offerId", coalesce(meant.withdrawn_at, now.at) as "withdrawnAt",
    exists (select from withdrawn) as "stoodUntilNow"
  from meant cross join now`;

/** Takes reports back: they stay, marked, and count no more. */
export function withdrawalStore(db: EntityManager) {
  return {
    /** Null when the organisation has no such report. */
    async withdraw(
      organisationId: string,
      source: string,
      { offerKey, sequence }: { readonly offerKey: string; readonly sequence: number },
    ): Promise<WithdrawnReport | null> {
      const rows: WithdrawnReport[] = await db.query(withdrawing, [organisationId, offerKey, sequence, source]);
      return rows[0] ?? null;
    },
  };
}

export type WithdrawalStore = ReturnType<typeof withdrawalStore>;
