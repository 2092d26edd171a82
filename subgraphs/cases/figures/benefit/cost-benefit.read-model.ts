import type { EntityManager } from 'typeorm';
import type { Counted, FigureQuestion } from '../../../../figures/figure-question.js';
import { momentOf, toldAtMoment } from '../../../../figures/moment.sql.js';

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

/** What was found since the year began, by the day; a child without a case is its consultation. */
const found = `
  select coalesce(c.case_id, c.id) as child, o.kind, o.measured_on, o.is_stable, c.case_id
  from moment, outcome o join consultation c on c.id = o.consultation_id
  where c.region = $1 and o.measured_on >= make_date($2::integer, 1, 1) and o.measured_on <= as_of`;

/** A child that was kept from leaving home, once: from when, and until when it can be avoided at most. */
const prevented = `
  select distinct on (f.child) 'PREVENTED' as "group", f.child, f.case_id, f.measured_on as since, f.measured_on + $4::integer as last_on
  from found f where f.kind = 'OUT_OF_HOME_PREVENTED' and f.measured_on < make_date($2::integer + 1, 1, 1) and ${stands}
  order by f.child, f.measured_on`;

const isCloserToHome = `f.kind in ('AS_HOME_AS_POSSIBLE','MOVED_ON_TO_SUITABLE_CARE') and ${stands}`;

/** How a child that was found closer to home lived in groups, each with the day until which it had lived in one before. */
const inGroups = `
  select p.case_id, b.began_on, l.left_on, p.end_reason, max(l.left_on) over (partition by p.case_id order by b.began_on, l.left_on
    rows between unbounded preceding and 1 preceding) as lived_until
  from moment, placement p, lateral (select ${dutchDay('p.started_at')} as began_on) b,
    lateral (select case when p.ended_at < until then ${dutchDay('p.ended_at')} else 'infinity' end as left_on) l
  where p.region = $1 and ${inGroup('p')} and p.started_at < until and p.case_id in (select f.case_id from found f where ${isCloserToHome})`;

/** From one group into another without a day between is one stay. */
const stay = `
  select case_id, min(began_on) as began_on, max(left_on) as left_on, (array_agg(end_reason order by left_on desc))[1] as end_reason
  from (select g.*, count(*) filter (where began_on > lived_until) over (partition by case_id order by began_on, left_on) as number from in_groups g) numbered
  group by case_id, number`;

/** A child that left its last group of the year alive, of which was found since that it lives closer to home. */
const shortened = `
  select distinct on (s.case_id) 'SHORTENED', f.child, s.case_id, s.left_on, s.began_on + $4::integer
  from stay s join found f on f.case_id = s.case_id and f.measured_on >= s.left_on
  where s.left_on >= make_date($2::integer, 1, 1) and s.left_on < make_date($2::integer + 1, 1, 1)
    and s.end_reason is distinct from 'DECEASED' and ${isCloserToHome}
  order by s.case_id, s.left_on desc, f.measured_on`;

/** What ends it: it was found not to last, whoever asked about the child, or the child went to live in a group after all. */
const undone = `
  select a."group", a.child, min(l.measured_on) as "on" from avoided a join found l on l.child = a.child
  where l.measured_on >= a.since and (l.is_stable = false or l.kind = 'NOT_SUCCESSFUL') group by 1, 2`;
const returned = `
  select a."group", a.child, min(${dutchDay('r.started_at')}) as "on" from avoided a join placement r on r.case_id = a.case_id
  where ${inGroup('r')} and ${dutchDay('r.started_at')} >= a.since group by 1, 2`;

const count = `
  with ${momentOf(3)},
  found as materialized (${found}),
  in_groups as (${inGroups}), stay as (${stay}),
  avoided as materialized (select * from (${prevented}) p union all select * from (${shortened}) s),
  undone as (${undone}), returned as (${returned}),
  lasted as (
    select "group", least(as_of + 1, a.last_on, u."on", r."on") - a.since as days
    from moment, avoided a left join undone u using ("group", child) left join returned r using ("group", child)
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
