import type { EntityManager } from 'typeorm';

export interface WithdrawnReport {
  readonly offerId: string;
  readonly withdrawnAt: Date;
  /** Whether it still stood until now. */
  readonly stoodUntilNow: boolean;
}

/**
 * The report of an offer under a sequence: the caller's own first, else the last that the organisation received under it. What a
 * broker heard by telephone is not the organisation's to take back.
 */
const withdrawing = `
  with now as materialized (select hub_now() as at),
  meant as materialized (
    select r.id, r.offer_id, r.withdrawn_at
    from capacity_report r join offer o on o.id = r.offer_id
    where o.organisation_id = $1 and o.key = $2 and r.sequence = $3 and r.method <> 'PHONED'
    order by r.source = $4 desc, r.received_at desc limit 1
  ),
  withdrawn as (
    update capacity_report r set withdrawn_at = now.at from now, meant
    where r.id = meant.id and meant.withdrawn_at is null returning r.id
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
