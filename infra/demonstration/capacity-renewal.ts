import type { DataSource } from '../../platform/database/database.js';
import { demonstrationSource } from './capacity-reports.js';

/**
 * The days that have passed since the demonstration figures were given, and the newest figure of each offer given again so many
 * days later: fresh stays fresh, stale stays stale. An offer whose newest report came from elsewhere is left alone.
 */
const renewal = `
  with passed as (
    select date_trunc('day', hub_now(), 'Europe/Amsterdam') - max(as_of) as since
    from capacity_report r join offer o on o.id = r.offer_id
    where r.source = $1 and r.method = 'MACHINE' and not o.is_crisis
  ), newest as (
    select distinct on (offer_id) id from capacity_report where withdrawn_at is null order by offer_id, as_of desc, sequence desc
  )
  insert into capacity_report
  select renewed.* from capacity_report n join newest on newest.id = n.id cross join passed
  cross join lateral (select least(n.as_of + since, date_trunc('hour', hub_now())) as as_of) moment
  cross join lateral jsonb_populate_record(n, jsonb_build_object(
    'id', gen_random_uuid(), 'sequence', n.sequence + 1, 'as_of', moment.as_of, 'received_at', moment.as_of,
    'next_available_on', n.next_available_on + extract(day from since)::integer
  )) renewed
  where n.source = $1 and since >= interval '1 day'`;

/** Lets the invented providers report again, as real ones do every day, so that a hub that rested a week is not a region gone stale. */
export async function renewCapacity(db: DataSource): Promise<void> {
  await db.query(renewal, [demonstrationSource]);
}
