import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CommonTimes1700000000064 } from './0064-common-times.js';

const local = (instant: string): string => `(${instant} at time zone 'Europe/Amsterdam')`;
/** How many minutes of what lasts from one minute of a day to another lie in a part of the week. */
const overlap = (begins: string, ends: string): string => `least(h.closes, ${ends}) - greatest(h.opens, ${begins})`;

const wayseekers = `'care-broker', 'case-owner', 'ret-member'`;

/** The rows that the caller may find, as row level security has them: of anybody else nobody learns when they are free. */
const found = `(p.left_on is null or p.left_on > today())
  and (p.organisation_id = (select public.hub_organisation_as(${wayseekers}, 'provider-planner'))
    or (p.is_visible and (select public.hub_has_role(${wayseekers}))))`;

const hours = `select * from jsonb_to_recordset(meeting_hours) as h (part text, "isWeekend" boolean, opens integer, closes integer)`;

const person = `
  select p.id, p.left_on from professional p
  where p.id = any(people) and p.is_active and (place is null or p.municipality_codes @> array[place]) and ${found}`;

const day = `
  select d::date as "on", extract(isodow from d) > 5 as is_weekend
  from generate_series(date_trunc('day', ${local('from_at')}), ${local('until_at')}, interval '1 day') d`;

/** The moments at which a meeting could begin, each half hour by the clock, with how long it lies in which part of the week. */
const slotPart = `
  select d."on", h.part, (d."on" + make_interval(mins => m)) at time zone 'Europe/Amsterdam' as starts_at,
    ${overlap('m', 'm + length_minutes')} as minutes
  from day d cross join generate_series(0, 1440 - length_minutes, 30) m
  join hours h on h."isWeekend" = d.is_weekend and h.opens < m + length_minutes and h.closes > m`;

/** Those that lie within the period, and from beginning to end at hours at which people meet. */
const slot = `
  select starts_at from slot_part where starts_at >= from_at and starts_at + make_interval(mins => length_minutes) <= until_at
  group by starts_at having sum(minutes) = length_minutes`;

const taken = `
  select t.professional_id, t.during, ${local('lower(t.during)')} as begins from taken_time t join person p on p.id = t.professional_id
  where t.during && tstzrange(from_at - interval '8 days', until_at + interval '8 days')`;

/** What sessions of a week take of each part of it. */
const seated = `
  select k.professional_id, date_trunc('week', k.begins)::date as week, h.part, sum(${overlap('m.begins', 'm.ends')}) as minutes
  from taken k cross join lateral (select extract(epoch from k.begins - date_trunc('day', k.begins)) / 60 as begins,
    extract(epoch from upper(k.during) - lower(k.during) + (k.begins - date_trunc('day', k.begins))) / 60 as ends) m
  join hours h on h."isWeekend" = (extract(isodow from k.begins) > 5) and h.opens < m.ends and h.closes > m.begins
  group by 1, 2, 3`;

/** What somebody has left in a part of the week on a day: what is offered, less what families and other sessions of that week have. */
const remaining = `
  select p.id, d."on", h.part, 60 * (w.hours_per_week - coalesce((select sum(g.hours_per_week) from deployment_hours g
      where g.professional_id = p.id and g.time_window = h.part and d."on" between g.from_on and g.to_on), 0)) - coalesce(s.minutes, 0) as minutes
  from person p cross join day d join hours h on h."isWeekend" = d.is_weekend
  join availability_window w on w.professional_id = p.id and w.time_window = h.part and daterange(w.from_on, w.to_on, '[]') @> d."on"
  left join seated s on s.professional_id = p.id and s.part = h.part and s.week = date_trunc('week', d."on")::date
  where (p.left_on is null or p.left_on > d."on")
    and not exists (select from absence a where a.professional_id = p.id and d."on" between a.from_on and a.to_on)`;

const free = `
  select s.starts_at, r.id from slot s join slot_part c on c.starts_at = s.starts_at
  join remaining r on r."on" = c."on" and r.part = c.part and r.minutes >= c.minutes
  where not exists (select from taken k where k.professional_id = r.id
    and k.during && tstzrange(s.starts_at, s.starts_at + make_interval(mins => length_minutes)))
  group by s.starts_at, r.id having sum(c.minutes) = length_minutes`;

/** Where somebody sits, from when until when. Nobody reads it but functions of the owner. */
const takenTime = [
  `create view taken_time with (security_invoker = true) as
   select t.professional_id, t.during from theme_participant t where t.takes_time and t.professional_id is not null`,
  'revoke all on taken_time from thuisbasis_people',
];

/**
 * The moments of a period at which a meeting could begin, and which of some people are free then. It looks as the owner does, since families
 * and absences of others are nobody's to see, holds to the rows that the caller may find, and tells of each moment only who is free. How many moments and hours there are PostgreSQL cannot guess: taken
 * for few they would be compared one by one.
 */
const commonTimes = `
  create or replace function common_times(people uuid[], place text, from_at timestamptz, until_at timestamptz, length_minutes integer, meeting_hours jsonb)
  returns table (begins_at timestamptz, free_people uuid[])
  language sql stable security definer set search_path = people, public, pg_temp set enable_nestloop = off as $$
    with hours as (${hours}), person as (${person}), day as (${day}), slot_part as materialized (${slotPart}), slot as materialized (${slot}),
      taken as materialized (${taken}), seated as (${seated}), remaining as materialized (${remaining}), free as (${free})
    select s.starts_at, array_agg(f.id) filter (where f.id is not null)
    from slot s left join free f on f.starts_at = s.starts_at group by s.starts_at
  $$`;

/** A time that all participants have is told of those whom the caller may find, whoever asks the function. */
export class TimesOfFound1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...takenTime, commonTimes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = new CommonTimes1700000000064();
    await before.down(runner);
    await before.up(runner);
    await runner.query('drop view taken_time');
  }
}
