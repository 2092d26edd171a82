import type { EntityManager } from 'typeorm';

/** What was heard by telephone of one offer. */
export interface PhonedFigure {
  readonly offerId: string;
  readonly available: number;
  readonly calledAt: Date;
  /** A function or name of the provider's staff. */
  readonly spokenWith: string;
}

/**
 * Writes reports of what was heard by telephone. The size stays as last reported, unless more is free than that; a clock
 * that is a little ahead is put right, and of a call that would lie further ahead nothing is written. Sequences count per source, here
 * the person who called; a report of the same moment is overtaken.
 */
const phoned = `
  with clock as materialized (select hub_now() as at), written as (
    insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit, spoken_with,
      reported_by)
    select o.id, 1 + greatest(own.sequence, case when newest.as_of = called.at then newest.sequence end, 0), called.at, clock.at, $2,
      'PHONED', 'HAS_CAPACITY', call.available, greatest(newest.maximum, call.available), o.unit, call."spokenWith", $2
    from jsonb_to_recordset($1) as call ("offerId" uuid, available integer, "calledAt" timestamptz, "spokenWith" text)
    join offer o on o.id = call."offerId" cross join clock
    cross join lateral (select least(call."calledAt", clock.at) as at) called
    left join lateral (
      select r.as_of, r.sequence, r.maximum from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null
      order by r.as_of desc, r.sequence desc, r.received_at desc limit 1) newest on true
    left join lateral (
      select max(r.sequence) as sequence from capacity_report r where r.offer_id = o.id and r.source = $2) own on true
    where call."calledAt" <= clock.at + interval '5 minutes'
    returning offer_id)
  select offer_id as "offerId" from written`;

export function phoneReportStore(db: EntityManager) {
  return {
    /** Adds a report of each call by one person, and gives the offers of which one was written. */
    async add(subject: string, figures: readonly PhonedFigure[]): Promise<string[]> {
      const rows: { offerId: string }[] = await db.query(phoned, [JSON.stringify(figures), subject]);
      return rows.map(({ offerId }) => offerId);
    },
  };
}
