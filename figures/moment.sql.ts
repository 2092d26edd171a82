/**
 * The moment of a figure for a `with`: the day that is asked for or today, today, and until when is counted, never later than now. `asOf` is
 * the number of its parameter.
 */
export const momentOf = (asOf: number): string => momentOn(`coalesce($${asOf}::date, today)`);

/** The same for what stands on one day of a year: without a day its last, or today where that is earlier. Of a year to come it is ahead. */
export const stockMomentOf = (asOf: number, year: number): string =>
  momentOn(
    `coalesce($${asOf}::date, greatest(least(today, make_date($${year}::integer, 12, 31)), make_date($${year}::integer, 1, 1)))`,
  );

const momentOn = (day: string): string => `
  moment as (
    select as_of, today, least(hub_now(), (as_of + 1)::timestamp at time zone 'Europe/Amsterdam') as until
    from (select ${day} as as_of, today
      from (select (hub_now() at time zone 'Europe/Amsterdam')::date as today) now) day
  )`;

/** The beginning of a year and of the next, as they are in the Netherlands; `year` is the number of its parameter. */
export const yearOf = (year: number): string => `
  year as (
    select make_date($${year}::integer, 1, 1)::timestamp at time zone 'Europe/Amsterdam' as began_at,
      make_date($${year}::integer + 1, 1, 1)::timestamp at time zone 'Europe/Amsterdam' as next_began_at
  )`;

/** One row with the day, today and the rows of `counted`, whether there are any or not. */
export const toldAtMoment = (row: string): string => `
  select to_char(moment.as_of, 'YYYY-MM-DD') as "asOf", to_char(moment.today, 'YYYY-MM-DD') as today,
    coalesce((select json_agg(${row}) from counted), '[]') as counts
  from moment`;
