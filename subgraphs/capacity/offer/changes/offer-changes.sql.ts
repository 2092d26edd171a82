/**
 * The ids of the offers of which something that others may see changed from `:since` on: the offer or its site, a report, a
 * closure, a hold, be it by somebody or by the clock alone, when a hold lapses or a figure turns stale. `:terms` are the terms of freshness.
 */
export const changedOffers = `
  select o.id from offer o where o.changed_at >= :since
  union select o.id from site s join offer o on o.site_id = s.id where s.changed_at >= :since
  union select r.offer_id from capacity_report r where r.received_at >= :since
  union select r.offer_id from capacity_report r where r.withdrawn_at >= :since
  union select c.offer_id from closure c where c.closed_at >= :since or c.reopened_at >= :since
  union select h.offer_id from hold h where greatest(h.created_at, h.accepted_at, h.converted_at, h.ended_at) >= :since
  union select h.offer_id from hold h
    where h.ended_at is null and h.converted_at is null
      and coalesce(h.expires_at, h.answer_due_at) between :since and hub_now()
  union select r.offer_id
    from (
      select distinct (method.term ->> 'staleHours')::numeric * interval '1 hour' as age
      from jsonb_each(:terms::jsonb) as key (name, terms) cross join lateral jsonb_each(key.terms) as method (name, term)
    ) stale
    join capacity_report r on r.as_of >= cast(:since as timestamptz) - stale.age and r.as_of <= hub_now() - stale.age
    join offer o on o.id = r.offer_id
    where (:terms::jsonb -> case when o.is_crisis then 'CRISIS' else o.rung end -> r.method ->> 'staleHours')::numeric
      * interval '1 hour' = stale.age`;

/**
 * The moment up to which every change can be seen: now, or when the oldest transaction began that may still commit one. What it
 * stamps is later than its beginning. A login sees the transactions of its own role, which is the only one that writes here.
 */
export const changesCompleteUntil = `
  select hub_now() - coalesce(max(clock_timestamp() - xact_start), interval '0') as at
  from pg_stat_activity
  where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
