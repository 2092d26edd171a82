import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment, yearOf } from '../../../../figures/moment.sql.js';

/** Of how many children a stay in a group was prevented or shortened, and for how many days so far. */
export interface Avoided {
  readonly group: 'PREVENTED' | 'SHORTENED';
  readonly children: number;
  readonly days: number;
}

const inGroup = (placement: string): string =>
  `${placement}.rung in ('RESIDENTIAL_GROUP','SECURE') and not ${placement}.is_secondary`;
const dutchDay = (instant: string): string => `(${instant} at time zone 'Europe/Amsterdam')::date`;
const stands = 'f.is_stable is distinct from false';

/** What was found since the year began, by the day. */
const found = `
  select o.consultation_id, o.kind, o.measured_on, o.is_stable, c.case_id
  from moment, outcome o join consultation c on c.id = o.consultation_id
  where c.region = $1 and o.measured_on >= make_date($2::integer, 1, 1) and o.measured_on <= as_of`;

/** A child that was kept from leaving home, once: from when, and until when it can be avoided at most. */
const prevented = `
  select distinct on (coalesce(f.case_id, f.consultation_id)) 'PREVENTED' as "group", f.consultation_id, f.case_id, f.measured_on as since,
    f.measured_on + $4::integer as last_on
  from found f where f.kind = 'OUT_OF_HOME_PREVENTED' and f.measured_on < make_date($2::integer + 1, 1, 1) and ${stands}
  order by coalesce(f.case_id, f.consultation_id), f.measured_on`;

/** A child that left a group in the year, of which was found that it lives closer to home. */
const shortened = `
  select distinct on (p.case_id) 'SHORTENED', f.consultation_id, p.case_id, ${dutchDay('p.ended_at')}, ${dutchDay('p.started_at')} + $4::integer
  from moment, year, placement p join found f on f.case_id = p.case_id
  where p.region = $1 and ${inGroup('p')} and p.ended_at >= began_at and p.ended_at < least(next_began_at, until)
    and p.started_at is not null and f.kind in ('AS_HOME_AS_POSSIBLE','MOVED_ON_TO_SUITABLE_CARE') and ${stands}
  order by p.case_id, p.ended_at, f.measured_on`;

/** What ends it: it was found not to last, or the child went to live in a group after all. */
const undone = `
  select a."group", a.consultation_id, min(l.measured_on) as "on" from avoided a join found l on l.consultation_id = a.consultation_id
  where l.measured_on >= a.since and (l.is_stable = false or l.kind = 'NOT_SUCCESSFUL') group by 1, 2`;
const returned = `
  select a."group", a.consultation_id, min(${dutchDay('r.started_at')}) as "on" from avoided a join placement r on r.case_id = a.case_id
  where ${inGroup('r')} and ${dutchDay('r.started_at')} >= a.since group by 1, 2`;

const count = `
  with ${momentOf(3)}, ${yearOf(2)},
  found as materialized (${found}),
  avoided as materialized (select * from (${prevented}) p union all select * from (${shortened}) s),
  undone as (${undone}), returned as (${returned}),
  lasted as (
    select "group", least(as_of + 1, a.last_on, u."on", r."on") - a.since as days
    from moment, avoided a left join undone u using ("group", consultation_id) left join returned r using ("group", consultation_id)
  ),
  counted as (select "group", count(*) as children, sum(days) as days from lasted where days > 0 group by 1)
  ${toldAtMoment('counted')}`;

/** Counts the days that children did not live in a group, in one statement. */
export function costBenefitReadModel(db: EntityManager) {
  return {
    async count({ region, year, asOf }: FigureQuestion, assumedStayDays: number): Promise<Counted<Avoided>> {
      const [counted] = await db.query<Counted<Avoided>[]>(count, [region.key, year, asOf, assumedStayDays]);
      if (!counted) throw new Error('the statement always tells its moment');
      return counted;
    },
  };
}
