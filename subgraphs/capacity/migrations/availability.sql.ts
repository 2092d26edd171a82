/**
 * What an offer can give at an instant, from what was known at that instant: the newest report, the holds that block units and
 * the closures. A hold blocks from its making until it is released, refused or past its term; once care has started it blocks
 * until a newer report counts it. A hold that was accepted before the report is already inside the reported figure. Never more is
 * free than the size leaves beside what is held. A figure that is stale or was never given is never counted as free. Holds that had ended
 * by then are not read: an offer may have had any number.
 */
const availabilityReading = (disputes: string): string => `
  create or replace function offer_availability(offer_id uuid, term_key text, at timestamptz, terms jsonb)
  returns table (
    status text, available integer, maximum integer, next_available_on date, waitlist_count integer, wait_estimate_days integer,
    is_closed boolean, is_overcommitted boolean, is_disputed boolean, freshness text, as_of timestamptz, expires_at timestamptz,
    method text, last_held_at timestamptz
  )
  language sql stable parallel safe
  as $$
    select
      case when not f.is_known then 'UNKNOWN' when c.is_closed or (r.status = 'HAS_CAPACITY' and n.free <= 0) then 'NO_CAPACITY'
        else r.status end,
      case when f.is_known then case when c.is_closed then 0 else greatest(n.free, 0) end end,
      case when f.is_known then r.maximum end,
      r.next_available_on, r.waitlist_count, r.wait_estimate_days,
      c.is_closed,
      coalesce(h.live > r.maximum, false),
      exists (
        select from capacity.${disputes} d where d.offer_id = $1 and d.disputed_at <= $3 and (d.answered_at is null or d.answered_at > $3)
      ),
      f.state, r.as_of, case when f.state <> 'UNKNOWN' then f.stale_at end, r.method,
      (select max(h.created_at) from capacity.hold h where h.offer_id = $1 and h.created_at <= $3)
    from (select) one
    left join lateral (
      select * from capacity.capacity_report r
      where r.offer_id = $1 and r.received_at <= $3 and (r.withdrawn_at is null or r.withdrawn_at > $3)
      order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
    ) r on true
    cross join lateral (
      select r.as_of + ($4 -> $2 -> r.method ->> 'agingHours')::numeric * interval '1 hour' as aging_at,
             r.as_of + ($4 -> $2 -> r.method ->> 'staleHours')::numeric * interval '1 hour' as stale_at
    ) t
    cross join lateral (
      select t.stale_at,
        case when r.as_of is null or r.status = 'UNKNOWN' then 'UNKNOWN' when $3 < t.aging_at then 'FRESH' when $3 < t.stale_at then 'AGING'
          else 'STALE' end as state,
        r.as_of is not null and r.status <> 'UNKNOWN' and $3 < t.stale_at as is_known
    ) f
    cross join lateral (
      select coalesce(sum(h.quantity) filter (where b.is_live and not (b.is_reported and b.is_converted)), 0)::integer as live,
        coalesce(sum(h.quantity) filter (where b.is_live and not b.is_reported), 0)::integer as after_report
      from capacity.hold h
      cross join lateral (
        select case when h.converted_at <= $3 then true when h.accepted_at <= $3 then h.expires_at > $3 else h.answer_due_at > $3 end as is_live,
          coalesce(h.converted_at <= $3, false) as is_converted,
          coalesce(h.accepted_at <= least($3, r.as_of, r.received_at), false) as is_reported
      ) b
      where h.offer_id = $1 and h.created_at <= $3 and coalesce(h.ended_at, 'infinity') > $3 -- index hold_unended
    ) h
    cross join lateral (select least(r.available - h.after_report, r.maximum - h.live) as free) n
    cross join lateral (
      select exists (
        select from capacity.closure c where c.offer_id = $1 and c.closed_at <= $3 and (c.reopened_at is null or c.reopened_at > $3)
      ) as is_closed
      offset 0 -- computed once, not once for each use
    ) c
  $$`;

/** As it was while everybody could read disputes. */
export const availabilityFunction = availabilityReading('dispute');

/** As it is since who told what is not everybody's to read: when a figure was disputed stands by itself. */
export const availabilityOfTimes = availabilityReading('dispute_time');
