import type { DataSource } from '../../../platform/database.js';
import { emit } from '../../../platform/outbox/outbox.js';
import { inTransaction } from '../../../platform/transaction.js';
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
 * Tells, once for each, of the figures that went stale since the last round: one event for an organisation. Only reports whose age
 * passed a term in that time are read, so that a round costs as much as happened in it.
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

const turnedStale = `
  with term as (
    select rung.key as term_key, method.key as method, (method.value ->> 'staleHours')::numeric * interval '1 hour' as age
    from jsonb_each($3::jsonb) rung cross join jsonb_each(rung.value) method
  ), aged as (
    select r.*, age
    from (select distinct age from term) a
    join capacity_report r on r.as_of > $1::timestamptz - age and r.as_of <= $2::timestamptz - age
  )
  select o.organisation_id as "organisationId", array_agg(o.id order by o.id) as "offerIds"
  from aged r
  join offer o on o.id = r.offer_id and o.retired_at is null
  join term t on t.term_key = case when o.is_crisis then 'CRISIS' else o.rung end and t.method = r.method and t.age = r.age
  where r.withdrawn_at is null and r.status <> 'UNKNOWN' and not exists (
    select from capacity_report newer
    where newer.offer_id = r.offer_id and newer.withdrawn_at is null
      and (newer.as_of, newer.sequence, newer.received_at) > (r.as_of, r.sequence, r.received_at))
  group by o.organisation_id
  order by o.organisation_id`;
