import { withClient } from '../database/client.js';
import { outliersOf, type Activity, type Outlier } from './outliers.rules.js';

const activity = `
  select user_id as "userId", user_roles[1] as role,
    count(distinct object) filter (where outcome = 'GRANTED' and action = 'R' and object_type in ('Case','Referral'))::integer as cases,
    count(distinct id) filter (where not (extract(isodow from local) < 6 and local::time between '07:00' and '20:00'))::integer as "outsideHours",
    count(distinct id) filter (where outcome = 'REFUSED')::integer as refused,
    count(distinct id) filter (where outcome = 'GRANTED' and event_code = 'BREAKGLASS_CREATED')::integer as "breakGlasses"
  from cases.audit_event cross join lateral unnest(object_ids) as object cross join lateral (select occurred_at at time zone 'Europe/Amsterdam') as l (local)
  where occurred_at > hub_now() - make_interval(days => $1)
  group by 1, 2 order by 1, 2`;

/** Who did what far more often than others of the same role in the last days: a reason to ask, no verdict. */
export async function findOutliers(ownerUrl: string, days: number): Promise<Outlier[]> {
  const found = await withClient(ownerUrl, (client) => client.query<Activity>(activity, [days]));
  return outliersOf(found.rows);
}

/** One line for each, with the measure by which it is told. */
export function describeOutliers(outliers: readonly Outlier[], days: number): string {
  if (outliers.length === 0) return `Nobody did anything unusual in the last ${days} days.`;
  return outliers
    .map(
      ({ userId, role, measure, count, median, limit }) =>
        `${userId} (${role}): ${words[measure]} ${count}, more than ${limit}; the median of the others is ${median}.`,
    )
    .join('\n');
}

const words: Readonly<Record<Outlier['measure'], string>> = {
  cases: 'cases read',
  outsideHours: 'accesses outside office hours',
  refused: 'accesses refused',
  breakGlasses: 'restricted cases opened',
};
