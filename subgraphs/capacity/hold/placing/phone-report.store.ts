import type { EntityManager } from 'typeorm';

/** What was heard by telephone of one offer. */
export interface PhonedFigure {
  readonly offerId: string;
  readonly available: number;
  readonly calledAt: Date;
  /** A function or name of the provider's staff. */
  readonly spokenWith: string;
}

/** What became of a figure heard by telephone: a report, unless it was refused. */
export interface PhonedOutcome {
  readonly offerId: string;
  /** The call lies further ahead than a clock may differ. */
  readonly isAhead: boolean;
  /** The most that may be heard: the size that its provider last gave, else as much as one hold may take. */
  readonly size: number;
  /** More is said to be free than that size. */
  readonly isTooMany: boolean;
}

/** The most that somebody may have heard of an offer whose provider never gave a size. */
const mostHeard = 100;

/**
 * Writes reports of what was heard by telephone, at most one for each offer. The size stays as its provider last gave it, whatever was
 * heard: nobody else makes an offer larger. Where the provider never gave one, it is what was
 * heard, and no more than one hold may take: somebody's word is no house full of places. A clock that is a little ahead is
 * put right, and of a call that would lie further ahead nothing is written. Sequences count per source, here the person who called; a
 * report of the same moment is overtaken.
 */
const phoned = `
  with clock as materialized (select hub_now() as at), heard as materialized (
    select call.*, clock.at, o.unit, least(call."calledAt", clock.at) as as_of, own.maximum as size,
      call."calledAt" > clock.at + interval '5 minutes' as is_ahead, call.available > coalesce(own.maximum, ${mostHeard}) as is_too_many
    from jsonb_to_recordset($1) as call ("offerId" uuid, available integer, "calledAt" timestamptz, "spokenWith" text)
    join offer o on o.id = call."offerId" cross join clock
    left join lateral (
      select r.maximum from capacity_report r
      where r.offer_id = o.id and r.withdrawn_at is null and r.method <> 'PHONED' and r.status <> 'UNKNOWN'
      order by r.as_of desc, r.sequence desc, r.received_at desc limit 1) own on true
  ), written as (
    insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit, spoken_with,
      reported_by)
    select heard."offerId", 1 + greatest(before.sequence, case when newest.as_of = heard.as_of then newest.sequence end, 0), heard.as_of,
      heard.at, $2, 'PHONED', 'HAS_CAPACITY', heard.available, coalesce(heard.size, greatest(newest.maximum, heard.available)), heard.unit,
      heard."spokenWith", $2
    from heard
    left join lateral (
      select r.as_of, r.sequence, r.maximum from capacity_report r where r.offer_id = heard."offerId" and r.withdrawn_at is null
      order by r.as_of desc, r.sequence desc, r.received_at desc limit 1) newest on true
    left join lateral (
      select max(r.sequence) as sequence from capacity_report r where r.offer_id = heard."offerId" and r.source = $2) before on true
    where not heard.is_ahead and not heard.is_too_many)
  select "offerId", is_ahead as "isAhead", coalesce(size, ${mostHeard}) as size, is_too_many as "isTooMany" from heard`;

export function phoneReportStore(db: EntityManager) {
  return {
    /** Adds a report of each call by one person, unless it cannot be; tells which could not. */
    async add(subject: string, figures: readonly PhonedFigure[]): Promise<PhonedOutcome[]> {
      return db.query(phoned, [JSON.stringify(figures), subject]);
    },
  };
}
