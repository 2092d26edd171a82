import type { DataSource } from '../../../platform/database/database.js';
import { emit } from '../../../platform/outbox/outbox.js';
import { inTransaction } from '../../../platform/database/transaction.js';
import type { TermTable } from '../availability/freshness.rules.js';

interface StaleFigures {
  readonly organisationId: string;
  readonly offerIds: string[];
}

/** From when to when figures are looked at; instants as text, so that no microsecond falls between two rounds. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * Tells, once for each, of the figures that went stale since the last round: one event for an organisation. Only what aged or
 * changed in that time is read, so that a round costs as much as happened in it.
 */
export async function tellOfStaleFigures(db: DataSource, terms: TermTable): Promise<void> {
  await inTransaction(db, {}, async (tx) => {
    const spans: Span[] = await tx.query(
      `select checked_until::text as "from", hub_now()::text as until from figure_watch for update skip locked`,
    );
    const [span] = spans;
    if (!span) return;
    await tx.query('update figure_watch set checked_until = $1', [span.until]);
    const stale: StaleFigures[] = await tx.query(turnedStale, [span.from, span.until, JSON.stringify(terms)]);
    await emit(
      tx,
      stale.map(({ organisationId, offerIds }) => ({ kind: 'figure.stale', organisationId, data: { offerIds } })),
    );
  });
}

/**
 * Looked at are offers with a report that aged past a term in the span, and those where one came in or was taken back: what is newest
 * now may have been stale for long. A change counts for a minute after its moment, because it may be committed later than that; what
 * was told since is not told again. $1 and $2 the span, $3 terms.
 */
const turnedStale = `
  with term as (
    select rung.key as term_key, method.key as method, (method.value ->> 'staleHours')::numeric * interval '1 hour' as age
    from jsonb_each($3::jsonb) rung cross join jsonb_each(rung.value) method
  ), looked_at as (
    select r.offer_id
    from (select distinct age from term) a
    join capacity_report r on r.as_of > $1::timestamptz - age and r.as_of <= $2::timestamptz - age
    union
    select offer_id from capacity_report where received_at > $1::timestamptz - interval '1 minute'
    union
    select offer_id from capacity_report where withdrawn_at > $1::timestamptz - interval '1 minute'
  )
  select o.organisation_id as "organisationId", array_agg(o.id order by o.id) as "offerIds"
  from looked_at l
  join offer o on o.id = l.offer_id and o.retired_at is null
  cross join lateral (
    select * from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null
    order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
  ) r
  join term t on t.term_key = case when o.is_crisis then 'CRISIS' else o.rung end and t.method = r.method
  cross join lateral (
    select greatest(r.received_at, max(w.withdrawn_at)) as at from capacity_report w
    where w.offer_id = o.id and w.withdrawn_at is not null
      and (w.as_of, w.sequence, w.received_at) > (r.as_of, r.sequence, r.received_at)
  ) newest_since
  where r.status <> 'UNKNOWN' and r.as_of <= $2::timestamptz - t.age and (
    r.as_of > $1::timestamptz - t.age
    or (newest_since.at > $1::timestamptz - interval '1 minute' and not exists (
      select from outbox told
      where told.kind = 'figure.stale' and told.organisation_id = o.organisation_id and told.occurred_at >= newest_since.at
        and told.data -> 'offerIds' ? o.id::text)))
  group by o.organisation_id
  order by o.organisation_id`;
